import { toSerial } from "../../../src/workbook/dates";
import { invalidArgument } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import type { GridValue } from "./grid";

/** What becomes of something written into a cell. */
export interface CellInput {
  readonly value: GridValue;
  readonly formula?: string;
  /** A format that Excel gives a General cell with such an input. */
  readonly format?: string;
}

/** https://support.microsoft.com/office/excel-specifications-and-limits : total characters in a cell. */
const MAX_TEXT = 32_767;
/** Same page: length of formula contents. */
const MAX_FORMULA = 8_192;

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const THOUSANDS = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PERCENT = /^[-+]?(\d+\.?\d*|\.\d+)%$/;
const ISO_DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/;

/**
 * Reads an input as Excel does for an add-in or a person: a text that looks like a number becomes one (`"001"` → 1),
 * `=` begins a formula, `'` a text; in a cell formatted `@` everything stays text.
 * Texts are read in English: https://learn.microsoft.com/office/dev/add-ins/develop/localization
 */
export function readInput(input: Json, isTextCell: boolean): CellInput {
  if (typeof input === "number") return { value: isTextCell ? String(input) : input };
  if (typeof input === "boolean") return { value: isTextCell ? String(input).toUpperCase() : input };
  if (typeof input !== "string") throw invalidArgument("a cell takes texts, numbers and truth values");
  if (input.startsWith("'")) return { value: checkLength(input.slice(1)) };
  if (isTextCell) return { value: checkLength(input) };
  if (input.startsWith("=") && input.length > 1) return { value: 0, formula: checkFormula(input) };
  return readText(input);
}

export function isErrorText(value: GridValue): boolean {
  return typeof value === "string" && ERROR.test(value);
}

function readText(input: string): CellInput {
  const text = input.trim();
  if (NUMBER.test(text)) return { value: Number(text) };
  if (THOUSANDS.test(text)) return { value: Number(text.replace(/,/g, "")), format: "#,##0" };
  if (PERCENT.test(text)) return { value: Number(text.slice(0, -1)) / 100, format: "0.00%" };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  const serial = readDate(text);
  if (serial !== null) return { value: serial, format: "m/d/yyyy" };
  return { value: checkLength(input) };
}

function readDate(text: string): number | null {
  const iso = ISO_DATE.exec(text);
  if (iso) return toSerial({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  const us = US_DATE.exec(text);
  return us ? toSerial({ year: Number(us[3]), month: Number(us[1]), day: Number(us[2]) }) : null;
}

function checkLength(text: string): string {
  if (text.length > MAX_TEXT) throw invalidArgument(`a cell holds at most ${MAX_TEXT} characters`);
  return text;
}

function checkFormula(text: string): string {
  if (text.length > MAX_FORMULA) throw invalidArgument(`a formula has at most ${MAX_FORMULA} characters`);
  return text;
}
