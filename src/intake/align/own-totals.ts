/** D27: 合计 and 小计 rows that a unit put into its list, identified by their label or by their figures. */
import type { DetailList, ListColumn } from "../../template/template";
import { at, textAt, type Grid } from "../grid";
import { compact } from "../normalise/clean";
import { parseQuantity } from "../normalise/quantity";

/** Is the text what a row of totals is called? */
export function isTotalLabel(text: string): boolean {
  return LABEL.test(compact(text));
}

const LABEL =
  /^(?:(?:本页|以上|各项|总|[本当全][年月季]|本季度|[上下]半年|第?[一二三四]季度|\d{1,2}月份?|截至.{1,10})?(?:合计|小计|总计|共计|累计|汇总)|.{1,8}小计)(?:[:：(（].*)?$/;

/**
 * The rows that are totals, each with the column of its label, or of its first figure where it has none.
 * @param rows the records' rows, from top to bottom; @param columns by name
 */
export function ownTotals(
  grid: Grid,
  list: DetailList,
  columns: ReadonlyMap<string, number>,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const numeric = list.columns
    .filter(({ kind, name }) => isNumeric(kind) && columns.has(name))
    .map(({ name }) => columns.get(name)!);
  const other = [...columns.values()].filter((column) => !numeric.includes(column));
  const totals = new Map<number, number>();
  for (const row of rows) {
    const label = labelColumn(grid, row);
    const figures = numeric.filter((column) => textAt(grid, row, column) !== "");
    if (label !== null) totals.set(row, label);
    else if (
      other.every((column) => textAt(grid, row, column) === "") &&
      isSum(grid, row, figures, rows, totals)
    ) {
      totals.set(row, figures[0]!);
    }
  }
  return totals;
}

function isNumeric(kind: ListColumn["kind"]): boolean {
  return kind === "whole" || kind === "decimal" || kind === "amount";
}

/** Anywhere in the row, the column of ordinals included. */
function labelColumn(grid: Grid, row: number): number | null {
  const cell = grid.rows.get(row)?.find((c) => c.kind === "text" && isTotalLabel(String(c.value)));
  return cell?.column ?? null;
}

/** Every figure is the sum of what is above it, of at least two records. */
function isSum(
  grid: Grid,
  row: number,
  figures: readonly number[],
  rows: readonly number[],
  totals: ReadonlyMap<number, number>,
): boolean {
  const above = rows.filter((r) => r < row && !totals.has(r));
  if (figures.length === 0 || above.length < 2) return false;
  return figures.every((column) => {
    const sum = above.reduce((total, r) => total + (figure(grid, r, column) ?? 0), 0);
    return sum !== 0 && sum === figure(grid, row, column);
  });
}

function figure(grid: Grid, row: number, column: number): number | null {
  const cell = at(grid, row, column);
  if (typeof cell?.value === "number") return cell.value;
  return typeof cell?.value === "string" ? (parseQuantity(compact(cell.value))?.value ?? null) : null;
}
