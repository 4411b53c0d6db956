/** The columns of a table to the right of its labels: headings, number in 栏次, and what each is for. */
import type { ColumnRole } from "../template/own-sheet";
import type { SheetGrid } from "./grid";
import { endNamed } from "./periods";
import { isCriteriaHead, isMaxHead, isScoreTable } from "./score-heads";
import { headsOf, lastHeads, markOf } from "./heads";
import type { TableArea } from "./tables";
import {
  bare,
  isCodeHead,
  isCrossedOut,
  isMeasure,
  isMeasureHead,
  isNoteHead,
  isOrdinalHead,
  isPersonal,
  isRate,
  isWordsHead,
  measureIn,
  roleSaid,
} from "./words";

export interface DraftColumn {
  readonly column: number;
  readonly heads: readonly string[];
  /** As it is written in 栏次. */
  readonly mark?: string;
  readonly role: ColumnRole;
  /** What its empty cells are for. */
  readonly use: "sum" | "text" | "lastYear" | "unused";
  readonly measure?: string;
  /** Why staff are asked about it. */
  readonly doubt?: "rate" | "words" | "earlier" | "change" | "personal";
}

/** Did units write words or days into this cell? */
export type IsWordy = (row: number, column: number) => boolean;

export interface KnownOfCells {
  /** What the form is to be filled for, as months since the year 0; null where it is not known. */
  readonly period: number | null;
  readonly isWordy: IsWordy;
}

export function columnsOf(
  grid: SheetGrid,
  area: TableArea,
  lines: readonly number[],
  { period, isWordy }: KnownOfCells,
): DraftColumn[] {
  const columns: DraftColumn[] = [];
  const latest = latestPeriod(grid, area, period);
  const isScored = isScoreTable(lastHeads(grid, area));
  for (let column = area.stub + 1; column <= area.right; column++) {
    // Under cells that are merged over two columns there is nothing to fill.
    if (lines.length > 0 && lines.every((row) => grid.at(row, column).area.left < column)) continue;
    const heads = headsOf(grid, area.head, column);
    const mark = markText(grid, area, column);
    const named = { column, heads, ...(mark === undefined ? {} : { mark }) };
    const isGiven = isScored && saysWhatIsScored(grid, heads, column, lines);
    const said: Meaning = isGiven
      ? { role: "ignored", use: "unused" }
      : meaningOf(grid, heads, column, lines, latest);
    const wordy = lines.filter((row) => isWordy(row, column)).length;
    const isWords = said.use === "sum" && said.role === "value" && wordy * 2 > lines.length;
    const meant: Meaning = isWords ? { role: "value", use: "text", doubt: "words" } : said;
    const { measures } = area.head;
    const measure =
      measureOfHeads(heads) ?? (measures === null ? undefined : bare(grid.at(measures, column).text));
    columns.push({ ...named, ...meant, ...(!measure ? {} : { measure }) });
  }
  return columns;
}

/** The most that a line gives, or how it is scored: the blank says it, no unit fills it in. */
function saysWhatIsScored(
  grid: SheetGrid,
  heads: readonly string[],
  column: number,
  lines: readonly number[],
): boolean {
  const last = heads.at(-1) ?? "";
  if (!isMaxHead(last) && !isCriteriaHead(last)) return false;
  return lines.some((row) => grid.at(row, column).shows !== "empty");
}

/** `增减%` is measured in per cent too. */
function measureOfHeads(heads: readonly string[]): string | undefined {
  const said = heads.map((head) => measureIn(head)).filter((each) => each !== null);
  return said.at(-1) ?? (heads.some((head) => /%$/.test(bare(head))) ? "%" : undefined);
}

function markText(grid: SheetGrid, { head }: TableArea, column: number): string | undefined {
  if (head.marks === null) return undefined;
  const cell = grid.at(head.marks, column);
  const number = markOf(cell);
  if (number === null) return undefined;
  return cell.shows === "text" && /^[A-Z]$/.test(bare(cell.text)) ? bare(cell.text) : String(number);
}

type Meaning = Pick<DraftColumn, "role" | "use" | "doubt">;

function meaningOf(
  grid: SheetGrid,
  heads: readonly string[],
  column: number,
  lines: readonly number[],
  latest: number | null,
): Meaning {
  const text = heads.join(" ");
  const last = heads.at(-1) ?? "";
  const cells = lines.map((row) => grid.at(row, column));
  if (isCodeHead(last) || isOrdinalHead(last) || isMeasureHead(last))
    return { role: "ignored", use: "unused" };
  if (isPersonal(text)) return { role: "ignored", use: "unused", doubt: "personal" };
  const texts = cells.filter(({ shows, text: words }) => shows === "text" && !isCrossedOut(words));
  if (texts.some(({ area }) => area.bottom > area.top)) return { role: "ignored", use: "unused" };
  if (texts.length > 1 && texts.every(({ text: words }) => isMeasure(words)))
    return { role: "ignored", use: "unused" };
  if (isNoteHead(text)) return { role: "note", use: "text" };
  const formulas = cells.filter(({ shows }) => shows === "formula").length;
  const said = roleSaid(text);
  if (said === "change")
    return {
      role: "change",
      use: isAmountOfChange(text) ? "sum" : "text",
      ...(formulas > 0 ? {} : { doubt: "change" as const }),
    };
  const month = monthOf(heads);
  const numbers = cells.filter(({ shows }) => shows === "number" || shows === "formula").length;
  if (month !== null && latest !== null && month < latest && numbers > cells.length / 2)
    return { role: (latest - month) % 12 === 0 ? "lastYear" : "previous", use: "lastYear", doubt: "earlier" };
  if (said !== null) return { role: said, use: "lastYear", doubt: "earlier" };
  if (isRate(text) || isPercent(text))
    return { role: "value", use: "text", ...(formulas > 0 ? {} : { doubt: "rate" as const }) };
  if (isWordsHead(text) && formulas === 0) return { role: "value", use: "text", doubt: "words" };
  if (texts.length > cells.length / 2) return { role: "note", use: "text", doubt: "words" };
  return { role: "value", use: "sum" };
}

/** 增减额, 比上年增加: amounts add up; how much per cent does not. */
function isAmountOfChange(text: string): boolean {
  return !isRate(text) && !isPercent(text) && CHANGED_BY.test(bare(text));
}

const CHANGED_BY = /增减(?!幅)|增加|减少|变动(?!幅)|增长(?:额|量|数)|[±+]\/?-/;

function isPercent(text: string): boolean {
  return /[%‰]/.test(text);
}

function monthOf(heads: readonly string[]): number | null {
  return heads.map(endNamed).find((month) => month !== null) ?? null;
}

/** The latest of the periods that headings name; null unless two of them differ. */
function latestPeriod(grid: SheetGrid, area: TableArea, period: number | null): number | null {
  const months = new Set<number>();
  for (let column = area.stub + 1; column <= area.right; column++) {
    const month = monthOf(headsOf(grid, area.head, column));
    if (month !== null) months.add(month);
  }
  if (period !== null && months.size > 0) return period;
  return months.size > 1 ? Math.max(...months) : null;
}
