import { toSerial } from "../../../src/workbook/dates";
import { HostError, invalidArgument } from "../protocol/errors";
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
const PERCENT = /^[-+]?(\d+\.?\d*|\.\d+) ?%$/;
const CURRENCY = /^-?[$¥€£] ?([\d,]*\.?\d+)$/;
const IN_BRACKETS = /^\((\d+\.?\d*)\)$/;
const FRACTION = /^(\d+) (\d+)\/(\d+)$/;
const YEAR_MONTH_DAY = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/;
const US_DATE = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/;
const MONTH_DAY = /^(\d{1,2})(?:[-/](\d{1,2})|月(\d{1,2})日)$/;
const YEAR_MONTH = /^(\d{4})[-/年](\d{1,2})月?$/;
const TIME = /^(?:上午|下午)?(\d{1,2})(?::|时)(\d{2})(?::(\d{2})|分)?(?: ?[ap]m)?$/i;
const ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)$/;
/** A sign begins a formula too, unless it is alone or before a number. */
const FORMULA = /^(=|[-+@](?=.*[^\s\d.]))./s;

/**
 * Reads an input as Excel does for an add-in or a person: a text that looks like a number becomes one (`"001"` → 1),
 * `=` begins a formula, `'` a text; in a cell formatted `@` everything stays text.
 * Texts are read in English (https://learn.microsoft.com/office/dev/add-ins/develop/localization), and beyond that as a
 * Chinese Excel reads what is typed: full-width signs, `1月2日`. Whoever writes text must be safe from both.
 */
export function readInput(input: Json, isTextCell: boolean): CellInput {
  if (typeof input === "number") return { value: isTextCell ? String(input) : input };
  if (typeof input === "boolean") return { value: isTextCell ? String(input).toUpperCase() : input };
  if (typeof input !== "string") throw invalidArgument("a cell takes texts, numbers and truth values");
  if (input.startsWith("'")) return { value: checkLength(input.slice(1)) };
  if (isTextCell) return { value: checkLength(input) };
  return readText(input);
}

export function isErrorText(value: GridValue): boolean {
  return typeof value === "string" && ERROR.test(value);
}

function readText(input: string): CellInput {
  const text = input.normalize("NFKC").trim();
  if (NUMBER.test(text)) return { value: Number(text) };
  if (THOUSANDS.test(text)) return { value: Number(text.replace(/,/g, "")), format: "#,##0" };
  if (PERCENT.test(text)) return { value: Number(text.replace("%", "")) / 100, format: "0.00%" };
  const currency = CURRENCY.exec(text);
  if (currency) return { value: Number(currency[1]!.replace(/,/g, "")), format: "$#,##0.00" };
  const negative = IN_BRACKETS.exec(text);
  if (negative) return { value: -Number(negative[1]) };
  const fraction = FRACTION.exec(text)?.slice(1).map(Number);
  if (fraction) return { value: fraction[0]! + fraction[1]! / fraction[2]!, format: "# ?/?" };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  const serial = readDate(text);
  if (serial !== null) return { value: serial, format: "m/d/yyyy" };
  if (FORMULA.test(text)) {
    const formula = narrowed(input.trim());
    return { value: 0, formula: checkFormula(formula.startsWith("=") ? formula : `=${formula}`) };
  }
  return { value: checkLength(input) };
}

/** A formula's signs in their plain width; its texts stay as they are. */
function narrowed(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (part) =>
    part.startsWith('"') ? part : part.normalize("NFKC"),
  );
}

/** The year that Excel adds to a day without one: the current one, here always the same. */
const THIS_YEAR = 2020;

function readDate(text: string): number | null {
  const time = TIME.exec(text);
  if (time) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  const full = YEAR_MONTH_DAY.exec(text);
  if (full) return toSerial({ year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) });
  const us = US_DATE.exec(text);
  if (us) return toSerial({ year: Number(us[3]), month: Number(us[1]), day: Number(us[2]) });
  const short = MONTH_DAY.exec(text);
  if (short) return toSerial({ year: THIS_YEAR, month: Number(short[1]), day: Number(short[2] ?? short[3]) });
  const month = YEAR_MONTH.exec(text);
  return month ? toSerial({ year: Number(month[1]), month: Number(month[2]), day: 1 }) : null;
}

function checkLength(text: string): string {
  if (text.length > MAX_TEXT) throw invalidArgument(`a cell holds at most ${MAX_TEXT} characters`);
  return text;
}

function checkFormula(text: string): string {
  if (text.length > MAX_FORMULA) {
    throw new HostError(
      "FormulaLengthExceedsLimit",
      "The bytecode of the applied formula exceeds the maximum length limit.",
    );
  }
  return text;
}
