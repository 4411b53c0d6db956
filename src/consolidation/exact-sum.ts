/** The sum of what people wrote in decimals, without what binary arithmetic adds to it. */

const DECIMALS = 9;

/**
 * The sum, rounded to nine decimals, finer than any line of a report: 0.1 + 0.2 gives 0.3. Whole numbers stay as they
 * are; 0 for no values.
 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(DECIMALS));
}
