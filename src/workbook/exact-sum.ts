/** The sum of what people wrote in decimals, without what binary arithmetic adds to it. */

/** Finer than any line that people write; only results of formulas have more. */
const MOST_DECIMALS = 9;
/** What Excel keeps of a number. */
const DIGITS = 15;

/**
 * The sum, with as many decimals as the finest of the values has: 0.1 + 0.2 gives 0.3, and
 * 8828256.29 + 6024062.56 gives 14852318.85. Where one has more than nine, the sum has fifteen digits, so that sums of
 * sums lose nothing that Excel would show. Whole numbers stay as they are; 0 for no values.
 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0;
  // What the additions so far have rounded off (Neumaier).
  let lost = 0;
  let decimals = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
    if (!Number.isInteger(value)) decimals = Math.max(decimals, decimalsOf(value));
  }
  const whole = Number.isFinite(lost) ? sum + lost : sum;
  if (Number.isInteger(whole)) return whole;
  return Number(decimals > MOST_DECIMALS ? whole.toPrecision(DIGITS) : whole.toFixed(decimals));
}

function decimalsOf(value: number): number {
  const [, decimals = ""] = String(value).split(".");
  return /e/i.test(String(value)) ? MOST_DECIMALS + 1 : decimals.length;
}
