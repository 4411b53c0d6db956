/** Figures that no entry of the template takes: where they are, and which of their cells are no figures after all. */
import { isDateFormat } from "../../workbook/dates";
import { toA1 } from "../../workbook/address";
import type { Cell } from "../../workbook/workbook";
import { isOrdinalHeading } from "../columns";
import { carries, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";
import { parseQuantity } from "../normalise/quantity";

/** Longer texts are sentences, whatever number is in them; longer units of measure are titles. */
const LONGEST = 16;
const LONGEST_UNIT = 3;
/** What is behind these words on a form is a page, a number of a document, a telephone, a day. */
const CAPTION = /(?:电话|手机|日期|时间|年度|页|编号|表号|文号|邮编|代码|有效期至?)(?:\([^()]*\))?[:]?$/;

/** A number, or a text that is one number with at most a unit of measure; no date. */
export function isFigure(cell: Cell): boolean {
  if (isUncalculated(cell)) return true;
  if (!carries(cell)) return false;
  if (cell.kind === "number") return !isDateFormat(cell.format);
  if (cell.kind !== "text") return false;
  const text = compact(rawText(cell));
  const unit = text.length <= LONGEST ? parseQuantity(text)?.unit : undefined;
  return unit !== undefined && unit.length <= LONGEST_UNIT && !/^[年月日号]/.test(unit);
}

/** A formula without a calculated result: it may be any figure, except where it joins texts. */
export function isUncalculated({ kind, formula }: Cell): boolean {
  return kind === "empty" && formula !== undefined && !JOINS_TEXTS.test(formula);
}

/** `"填表人："&B3`, `B3&"镇"` */
const JOINS_TEXTS = /^(?:"[^"]*"\s*&|[^"]*&\s*")/;

/** Above a table 2020 is the year of the form. */
export function isYear({ value }: Cell): boolean {
  const year = Number(value);
  return Number.isInteger(year) && year >= 1990 && year <= 2100;
}

/** The figures of a row of captions, signatures or notes, without those that a caption introduces. */
export function uncaptionedFigures(cells: readonly Cell[]): Cell[] {
  const carried = cells.filter((cell) => carries(cell) || isUncalculated(cell));
  return carried.filter((cell, i) => isFigure(cell) && !isCaption(carried[i - 1]));
}

function isCaption(cell: Cell | undefined): boolean {
  return cell?.kind === "text" && CAPTION.test(compact(rawText(cell)));
}

/** Every figure of the grid, those under a heading 序号 excepted. */
export function allFigures(grid: Grid): Cell[] {
  const counting = new Set<number>();
  const figures: Cell[] = [];
  for (const cells of grid.rows.values()) {
    for (const cell of cells)
      if (cell.kind === "text" && isOrdinalHeading(rawText(cell))) counting.add(cell.column);
    figures.push(...uncaptionedFigures(cells).filter(({ column }) => !counting.has(column)));
  }
  return figures;
}

/** No more places than these are in a message. */
const MOST_RANGES = 6;

/** `F7:F26、H9`: runs down a column as one; ends in … where there are too many. */
export function rangesOf(cells: readonly Pick<Cell, "row" | "column">[]): string {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { column: number; first: number; last: number }[] = [];
  for (const { row, column } of sorted) {
    const run = runs.at(-1);
    if (run?.column === column && row <= run.last + 1) run.last = row;
    else runs.push({ column, first: row, last: row });
  }
  const shown = runs
    .slice(0, MOST_RANGES)
    .map(({ column, first, last }) =>
      first === last ? toA1(first, column) : `${toA1(first, column)}:${toA1(last, column)}`,
    );
  return [...shown, ...(runs.length > MOST_RANGES ? ["…"] : [])].join("、");
}
