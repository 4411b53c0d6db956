/**
 * A number format for this figure: with thousands separators, and decimals only where it has some, as Excel shows the
 * point of `#,##0.##` behind whole numbers too. A figure that is computed again elsewhere keeps the format of its value.
 */
export function figureFormat(value: unknown, decimals = 2): string {
  return typeof value === "number" && !Number.isInteger(value) ? `#,##0.${"#".repeat(decimals)}` : "#,##0";
}
