/** What the head of a column says: its texts from top to bottom, matched with the template's columns. */
import { TABLE_COLUMNS } from "../template/builtin/form-columns";
import type { FormColumn, FormColumnRole } from "../template/template";
import { compact } from "./normalise/clean";
import { withoutOuterFootnotes } from "./normalise/footnotes";

/** No heading is longer, brackets and all. */
const LONGEST = 40;

/** Which of the form's columns a heading means; `2020年` by the form's year. Null where it means none. */
export function columnOfHeading(
  text: string,
  columns: readonly FormColumn[],
  year: number | null,
): FormColumnRole | null {
  if (text.length > LONGEST) return null;
  const heading = plainHeading(text);
  if (heading === "") return null;
  const meanings = meaningsOf(columns);
  const named = /^(\d{4})年?度?(?:数|合计|实际)?$/.exec(heading)?.[1];
  if (named !== undefined && year !== null && !meanings.has(heading)) {
    return Number(named) === year ? "value" : Number(named) === year - 1 ? "lastYear" : null;
  }
  return meanings.get(heading) ?? null;
}

/** Does the heading say that a column numbers the rows? Lists have such a column that is none of the template's. */
export function isOrdinalHeading(text: string): boolean {
  return columnOfHeading(text, TABLE_COLUMNS, null) === "ordinal";
}

/** Without footnotes, brackets and colon behind it. */
function plainHeading(text: string): string {
  return withoutOuterFootnotes(compact(text))
    .replace(/\((?:[^()]*)\)$/, "")
    .replace(/:$/, "");
}

const prepared = new WeakMap<readonly FormColumn[], ReadonlyMap<string, FormColumnRole>>();

/** By heading. What one column prints is never another column's further heading. */
function meaningsOf(columns: readonly FormColumn[]): ReadonlyMap<string, FormColumnRole> {
  let meanings = prepared.get(columns);
  if (meanings === undefined) {
    const printed = columns.map(({ role, heading }) => [plainHeading(heading), role] as const);
    const others = columns.flatMap(({ role, otherHeadings }) =>
      otherHeadings.map((heading) => [plainHeading(heading), role] as const),
    );
    prepared.set(columns, (meanings = new Map([...others, ...printed])));
  }
  return meanings;
}

/** 栏次: the row under the head that numbers the columns, 甲 乙 丙 丁 1 2 3. */
export function isColumnNumberRow(texts: readonly string[]): boolean {
  // ① ② ③ number columns too: here a mark is its number.
  const marks = texts.map((text) => compact(text).normalize("NFKC")).filter((text) => text !== "");
  const figures = marks
    .filter((text) => /^\(?\d{1,2}[).]?$/.test(text))
    .map((text) => Number(text.replace(/\D/g, "")));
  const stubs = marks.filter((text) => /^[甲乙丙丁戊己庚辛壬癸]$/.test(text));
  if (stubs.length + figures.length !== marks.length || marks.length < 2) return false;
  // Where columns were moved or taken out the numbers are out of order, but 甲 乙 say what they are.
  if (stubs.length >= 2) return new Set(figures).size === figures.length;
  const counted = figures.every((figure, i) => i === 0 || figure === figures[i - 1]! + 1);
  return counted && (stubs.length > 0 || (figures[0] === 1 && figures.length >= 3));
}
