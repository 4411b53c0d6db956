/** What cells and formulas of an office's workbook come to, and how Excel turns one kind of value into another. */

/** `error`: as `#DIV/0!`. Null is an empty cell. */
export type Result = number | string | boolean | null | { readonly error: string };

/** Thrown by what cannot be computed here; `evaluate.ts` catches it. */
export class Unknown extends Error {}

export function isError(value: Result): value is { readonly error: string } {
  return typeof value === "object" && value !== null;
}

export function numberOf(value: Result): number | { readonly error: string } {
  if (typeof value === "number") return value;
  if (isError(value)) return value;
  if (typeof value === "string") {
    if (/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return Number(value);
    return { error: "#VALUE!" };
  }
  return value === null ? 0 : Number(value);
}

/** To the fifteen digits that Excel shows: 0.1+0.2 is 0.3. */
export function added(numbers: readonly number[]): number {
  return Number(numbers.reduce((a, b) => a + b, 0).toPrecision(15));
}

export function textOf(value: Result): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : String(value);
}
