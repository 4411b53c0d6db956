/** Rounding as Excel shows numbers and as people do it: half away from zero, of the digits that one sees. */

/** What a number has in Excel. */
const DIGITS = 15;

/** Excel keeps 15 significant digits (“Excel specifications and limits”): 1.13×10000 is 11300 and not 11299.999999999998. */
export function fifteenDigits(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}

/**
 * The number with at most so many decimals; 1.15 gives 1.2 though it is a little less in binary, −0.25 gives −0.3.
 * `round`: of the number's size, else half up.
 */
export function rounded(
  value: number,
  decimals: number,
  round: (size: number) => number = Math.round,
): number {
  const [digits = "0", exponent = "0"] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split("e");
  const whole = round(Number(`${digits}e${Number(exponent) + decimals}`));
  return whole === 0 ? 0 : Math.sign(value) * Number(`${whole}e${-decimals}`);
}

/** `80.7`, `32.0`: always with so many decimals. */
export function fixed(value: number, decimals: number): string {
  return rounded(value, decimals).toFixed(decimals);
}

/** The difference of two numbers as they are shown: 32.4 and 32.0 differ by 0.4, whatever the digits that nobody sees. */
export function shownDifference(a: number, b: number, decimals: number): number {
  return rounded(rounded(a, decimals) - rounded(b, decimals), decimals);
}

/** {@link shownDifference} as an Excel formula over two cells; their plain difference where `decimals` is null. */
export function differenceFormula(a: string, b: string, decimals: number | null): string {
  if (decimals === null) return `${a}-${b}`;
  return `ROUND(ROUND(${a},${decimals})-ROUND(${b},${decimals}),${decimals})`;
}
