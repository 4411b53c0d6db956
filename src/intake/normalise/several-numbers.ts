/** Cells that hold more than one number, or a calculation: never evaluated, but a repair can be proposed. */
import { FRACTION } from "../../workbook/fold";
import { CHINESE_NUMERAL } from "./chinese-numerals";
import { bareUnit, parseMeasure } from "./measures";
import { fifteenDigits } from "../../workbook/rounding";
import { parseQuantity } from "./quantity";

export interface Several {
  /** The numbers as they stand, `35场`, `8700人`. */
  readonly parts: readonly string[];
  /** What the cell probably should say, if one number stands out. */
  readonly proposal?: number;
}

/** What may be between two numbers that are distinguished by their units of measure alone. */
const SEPARATORS = /^[\s/、,;:()和及与]*$/;
const PART = new RegExp(
  `(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?[万亿]?|[${CHINESE_NUMERAL}]+)(?:人次|(?![至到和与及或含其另共])[\\p{Script=Han}%])?`,
  "gu",
);

/** The text must be clean. */
export function severalNumbers(text: string, measure: string): Several {
  const parts = text.match(PART) ?? [];
  const proposal =
    calculated(text) ??
    spaced(text, measure) ??
    leading(text, measure) ??
    partOfMeasure(text, parts, measure);
  return proposal === undefined ? { parts } : { parts, proposal };
}

/** `12+3` → 15. Minus and slash are left alone: they also mean "to" and "or". */
function calculated(text: string): number | undefined {
  const sum = text
    .replace(/\s/g, "")
    .replace(/^=/, "")
    .replace(/=\d+(\.\d+)?$/, "");
  if (!/^\d+(?:\.\d+)?(?:[+*×]\d+(?:\.\d+)?)+$/.test(sum)) return undefined;
  const products = sum.split("+").map((term) => term.split(/[*×]/).reduce((a, b) => a * Number(b), 1));
  return fifteenDigits(products.reduce((a, b) => a + b, 0));
}

/** `1 200元`: blanks in place of thousands separators, or two numbers. */
function spaced(text: string, measure: string): number | undefined {
  const digits = /^(\d{1,3}(?:\s\d{3})+)(?!\d)/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const unit = bareUnit(text.slice(digits.length).trim());
  return unit === "" || parseMeasure(measure).words.has(unit) ? Number(digits.replace(/\s/g, "")) : undefined;
}

/** `5½` → 5.5, `一个半` → 1.5. */
export function withFraction(text: string): number | undefined {
  const bare = text.replace(/\s/g, "");
  const [, whole, fraction] =
    new RegExp(`^(\\d*)([${FRACTION}])[\\p{Script=Han}]{0,2}$`, "u").exec(bare) ?? [];
  if (fraction !== undefined) {
    const [top, bottom] = fraction.normalize("NFKC").split("\u2044");
    return bottom ? fifteenDigits(Number(whole) + Number(top) / Number(bottom)) : undefined;
  }
  const half = /^(.{1,6})[个年场次天]半$/.exec(bare)?.[1];
  const quantity = half === undefined ? null : parseQuantity(half);
  return quantity?.unit === "" && !quantity.approximate ? quantity.value + 0.5 : undefined;
}

/** `△8`, `(8)`, `负八`, `8-`: how accounts write what is below zero; the number may also only be in brackets. */
export function negativeMeant(text: string, measure: string): number | undefined {
  const number =
    /^[△▲▽▼↓](.+)$/.exec(text)?.[1] ??
    /^\((.+)\)$/.exec(text)?.[1] ??
    /^负(.+)$/.exec(text)?.[1] ??
    /^(.*\d)-$/.exec(text)?.[1];
  const quantity = number === undefined ? null : parseQuantity(number);
  if (!quantity || quantity.approximate || quantity.unsure || quantity.value === 0) return undefined;
  const { words } = parseMeasure(measure);
  const isOwn = quantity.unit === "" || words.has(bareUnit(quantity.unit));
  return isOwn ? -Math.abs(quantity.value) : undefined;
}

/** Letters that look like digits, between digits or alone: `1O` → 10, `l2` → 12. */
export function lettersMeant(text: string): number | undefined {
  if (!/^(?=.*[\dOoОо○])[\dOoОо○lI|,.]{1,12}$/.test(text) || /^[\d,.]+$/.test(text)) return undefined;
  const value = Number(
    text
      .replace(/[OoОо○]/g, "0")
      .replace(/[lI|]/g, "1")
      .replace(/,(?=\d{3}(?:\D|$))/g, ""),
  );
  return Number.isFinite(value) ? value : undefined;
}

/** `35场/8700人` → 35 in a line of 场; not where a number bears no unit, or a word says what one of them is: 其中3场. */
function partOfMeasure(text: string, parts: readonly string[], measure: string): number | undefined {
  if (!SEPARATORS.test(text.replace(PART, ""))) return undefined;
  const { words } = parseMeasure(measure);
  const quantities = parts.map((part) => parseQuantity(part));
  if (!quantities.every((quantity) => quantity && quantity.unit !== "")) return undefined;
  const fitting = quantities.filter((quantity) => words.has(bareUnit(quantity!.unit)));
  return fitting.length === 1 ? fitting[0]!.value : undefined;
}

/** `30(其中女12)` → 30; not `约30(…)`, nor a number of something else. */
function leading(text: string, measure: string): number | undefined {
  const head = /^([^()]*\d[^()]*)\(.*\)$/.exec(text)?.[1];
  const quantity = head === undefined ? null : parseQuantity(head.replace(/\s/g, ""));
  if (!quantity || quantity.approximate) return undefined;
  const { words } = parseMeasure(measure);
  return quantity.unit === "" || words.has(bareUnit(quantity.unit)) ? quantity.value : undefined;
}
