/** A heading of figures over a column of labels: it was exchanged with the heading of the labels. */
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { place } from "../grid";
import { inOneLine } from "../labels";
import { isMark, type FoundColumns } from "./find-columns";
import type { FoundHead } from "./find-heads";
import type { TableLayout } from "./own-layout";
import type { SheetTexts } from "./sheet-texts";

/** So many of the blank's labels in the column, and it is the column of labels. */
const LEAST = 0.5;

/** Reads such a column where the heading of the labels now is, and asks; it is not read where that is nowhere. */
export function withoutExchanged(
  texts: SheetTexts,
  head: FoundHead,
  layout: TableLayout,
  rows: readonly number[],
  found: FoundColumns,
): FoundColumns {
  const at = new Map(found.at);
  const findings: Finding[] = [];
  const exchanged = new Set<number>();
  for (const [key, column] of found.at) {
    const own = layout.labelColumns.find((labels) => holdsLabels(texts, layout, rows, { labels, column }));
    if (own === undefined) continue;
    const heading =
      layout.heads.filter((text) => text.column === own && !isMark(text.plain)).at(-1)?.plain ?? "";
    const other = heading === "" ? null : columnOf(texts, head, heading, column);
    const expected = inOneLine(
      layout.columns.find((each) => each.column.key === key)?.column.heads.at(-1) ?? key,
    );
    const where = place(texts.grid, head.top, other ?? column);
    if (other === null) {
      at.delete(key);
      findings.push(shapeFinding("D20", "explain", where, { variant: "missing", heading: expected }));
    } else {
      at.set(key, other);
      exchanged.add(other);
      const params = { variant: "headingInPlace", found: heading, expected };
      findings.push(shapeFinding("D22", "explain", where, params));
    }
  }
  if (findings.length === 0) return found;
  return {
    at,
    strange: found.strange.filter(({ column }) => !exchanged.has(column)),
    findings: [...found.findings, ...findings],
  };
}

interface LabelColumn {
  /** The blank's column of labels. */
  readonly labels: number;
  /** The unit's column in which they are looked for. */
  readonly column: number;
}

/** Are the blank's labels of the one column, each in the row of its line, in this column of the sheet? */
function holdsLabels(
  texts: SheetTexts,
  { lines }: TableLayout,
  rows: readonly number[],
  { labels, column }: LabelColumn,
): boolean {
  const words = lines.flatMap((line) =>
    line.texts.filter((text) => text.column === labels).map(({ plain }) => plain),
  );
  const here = rows.map((row) => texts.at(row, column)).filter((text) => text !== "");
  let next = 0;
  let hits = 0;
  for (const word of words) {
    const i = here.indexOf(word, next);
    if (i < 0) continue;
    hits++;
    next = i + 1;
  }
  return hits >= 2 && hits >= words.length * LEAST && hits >= here.length * LEAST;
}

function columnOf(
  texts: SheetTexts,
  { top, bottom }: FoundHead,
  heading: string,
  not: number,
): number | null {
  for (const row of texts.rows)
    if (row >= top && row <= bottom)
      for (const [column, text] of texts.row(row)) if (text === heading && column !== not) return column;
  return null;
}
