/** The values that expressions work on, with Excel's sense of numbers. */
import { fifteenDigits } from "../workbook/rounding";

/** What a line or a list's cell holds; null: missing. Per cent in percentage points, dates as serials, 是/否 as boolean. */
export type Operand = number | string | boolean | null;

/** What is in one unit's forms and lists, or in the county's totals. */
export interface Facts {
  current(code: string): Operand;
  lastYear(code: string): Operand;
  /** The rows of a list by its id, by column name; null where the list is not there. */
  rows(list: string): ReadonlyArray<ReadonlyMap<string, Operand>> | null;
}

/** `notANumber`: text where a number belongs. `outOfRange`: no such number or piece of text. `tooMuchWork`: over the step budget. */
export type FailureCode = "notANumber" | "outOfRange" | "tooMuchWork";

/** An error value: what an expression yields where it has no answer. */
export class Failure {
  constructor(readonly code: FailureCode) {}
}

export const NOT_A_NUMBER = new Failure("notANumber");
export const OUT_OF_RANGE = new Failure("outOfRange");
export const TOO_MUCH_WORK = new Failure("tooMuchWork");

export type Value = Operand | Failure;

/** 是 and 否, as forms write them. */
export function textOfBoolean(value: boolean): string {
  return value ? "是" : "否";
}

/** A value as a number for arithmetic; null stays missing. Digits in text are no number here: intake has read the cells. */
export function toNumber(value: Value): number | null | Failure {
  if (typeof value === "number" || value === null) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof Failure ? value : NOT_A_NUMBER;
}

/** A value as text for `&` and the text functions; numbers with at most 15 significant digits, as Excel shows them. */
export function toText(value: Operand): string {
  if (value === null) return "";
  if (typeof value === "boolean") return textOfBoolean(value);
  return typeof value === "number" ? String(fifteenDigits(value)) : value;
}

/** Excel turns the rest of a sum that is nothing but rounding noise into zero: 0.3-0.1-0.2 = 0. */
export function withoutNoise(sum: number, a: number, b: number): number {
  return sum !== 0 && Math.abs(sum) < 4.5e-16 * Math.max(Math.abs(a), Math.abs(b)) ? 0 : sum;
}

/** An infinite or undefined result is no number: a form has no cell for it. */
export function finite(value: number): number | Failure {
  return Number.isFinite(value) ? value : OUT_OF_RANGE;
}

/**
 * Negative, zero or positive as `a` is before, with or behind `b`; numbers within `tolerance` are equal. Text is
 * compared as text, digit by digit, whatever its length: long identity numbers never become numbers. A number stands
 * before text, text before 是 and 否; `"是"` is 是.
 */
export function compare(
  a: number | string | boolean,
  b: number | string | boolean,
  tolerance: number,
): number {
  if (typeof a === "number" && typeof b === "number") return compareNumbers(a, b, tolerance);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (typeof a === "number" || typeof b === "number") return typeof a === "number" ? -1 : 1;
  return compareTexts(toText(a), toText(b));
}

function compareNumbers(a: number, b: number, tolerance: number): number {
  if (a === b) return 0;
  const difference = a - b;
  const noise = Math.max(Math.abs(a), Math.abs(b)) * 1e-14;
  if (Math.abs(difference) > tolerance + noise) return difference;
  return tolerance > 0 || fifteenDigits(a) === fifteenDigits(b) ? 0 : difference;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  return left === right ? 0 : left < right ? -1 : 1;
}
