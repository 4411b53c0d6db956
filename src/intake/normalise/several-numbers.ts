/** Cells that hold more than one number, or a calculation: never evaluated, but a repair can be proposed. */
import { bareUnit, parseMeasure } from "./measures";
import { parseQuantity, tidy } from "./quantity";

export interface Several {
  /** The numbers as they stand, `35场`, `8700人`. */
  readonly parts: readonly string[];
  /** What the cell probably should say, if one number stands out. */
  readonly proposal?: number;
}

/** What may stand between two numbers that are told apart by their units of measure alone. */
const SEPARATORS = /^[\s/、,;:()和及与]*$/;
const PART = /\d+(?:,\d{3})*(?:\.\d+)?[万亿]?(?:人次|[\p{Script=Han}%])?/gu;

/** The text must be clean. */
export function severalNumbers(text: string, measure: string): Several {
  const parts = text.match(PART) ?? [];
  const proposal = calculated(text) ?? leading(text, measure) ?? partOfMeasure(text, parts, measure);
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
  return tidy(products.reduce((a, b) => a + b, 0));
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
