/** D20: columns that the template does not have, and figures beside a table under no heading. */
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { at, place, type Grid } from "../grid";
import type { Anchor } from "./anchors";
import { isFigure, rangesOf } from "./figures";
import type { FormColumns } from "./form-columns";
import type { StrangeColumn } from "./renamed";

/** At the heading; the message lists where its figures are. */
export function insertedColumn(
  grid: Grid,
  { row, column, heading }: StrangeColumn,
  figures: readonly Cell[],
): Finding {
  const params: Finding["params"] =
    figures.length === 0
      ? { variant: "inserted", heading }
      : { variant: "figures", heading, cells: rangesOf(figures), count: figures.length };
  return shapeFinding("D20", "note", place(grid, row, column), params);
}

/** A figure among the headings. */
export function headFigure(grid: Grid, { row, column }: StrangeColumn): Cell[] {
  const cell = at(grid, row, column);
  return cell && isFigure(cell) ? [cell] : [];
}

/** Said once for a sheet, at the first of them. */
export function besideFinding(grid: Grid, figures: readonly Cell[]): Finding[] {
  const [first] = figures;
  if (first === undefined) return [];
  const params = { variant: "beside", cells: rangesOf(figures), count: figures.length };
  return [shapeFinding("D20", "note", place(grid, first.row, first.column), params)];
}

/** D20: 上半年 and 下半年 are there with their sum as the year's figure; a line whose sum is another number is asked about. */
export function unequalParts(
  grid: Grid,
  anchors: readonly Anchor[],
  { parts = [], at: columns }: FormColumns,
): Finding[] {
  const whole = columns.get("value");
  if (parts.length === 0 || whole === undefined) return [];
  return anchors.flatMap(({ row, indicator: { code, name, aggregation } }) => {
    const figures = parts.map(({ column }) => numberAt(grid, row, column));
    const raw = numberAt(grid, row, whole);
    if (raw === null || figures.some((each) => each === null)) return [];
    // What is counted at the end of the year is not added up over its halves.
    const sum = figures.reduce<number>((all, each) => all + each!, 0);
    const expected = aggregation === "stock" ? figures.at(-1)! : sum;
    if (aggregation !== "sum" && aggregation !== "stock") return [];
    if (Math.abs(raw - expected) < NOISE) return [];
    const params = { variant: aggregation === "stock" ? "stockParts" : "parts", name, raw, expected };
    return [shapeFinding("D20", "explain", place(grid, row, whole), params, code)];
  });
}

const NOISE = 1e-6;

function numberAt(grid: Grid, row: number, column: number): number | null {
  const value = at(grid, row, column)?.value;
  return typeof value === "number" ? value : null;
}
