/** The sum of what people wrote in decimals, without what binary arithmetic adds to it. */

/** Finer than any line of a report. */
const MOST_DECIMALS = 9;

/**
 * The sum, with as many decimals as the finest of the values has, nine at most: 0.1 + 0.2 gives 0.3, and
 * 8828256.29 + 6024062.56 gives 14852318.85. Whole numbers stay as they are; 0 for no values.
 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  let decimals = 0;
  for (const value of values) {
    sum += value;
    if (!Number.isInteger(value)) decimals = Math.max(decimals, decimalsOf(value));
  }
  return Number.isInteger(sum) ? sum : Number(sum.toFixed(decimals));
}

function decimalsOf(value: number): number {
  const [, decimals = ""] = String(value).split(".");
  return /e/i.test(String(value)) ? MOST_DECIMALS : Math.min(decimals.length, MOST_DECIMALS);
}
