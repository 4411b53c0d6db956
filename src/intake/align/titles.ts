/** Titles and captions that are printed above a table, or again on each of its pages. */
import type { Cell } from "../../workbook/workbook";
import { carries, mergeAt, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";

const TITLE = /表|附件|续|第.{1,3}页|明细|统计|清单|名册/;

/** The first row of the titles and captions right above a head, no higher than below the row `after`. */
export function titleAbove(grid: Grid, head: number, after: number): number {
  let first = head;
  for (const row of [...grid.rows.keys()].filter((each) => each > after && each < head).reverse()) {
    const cells = grid.rows.get(row)!.filter(carries);
    if (cells.length > 0 && !isTitle(grid, cells)) break;
    first = row;
  }
  return first;
}

/** Only texts: a single one that is merged or called a table, or captions with a colon. */
function isTitle(grid: Grid, cells: readonly Cell[]): boolean {
  if (cells.some(({ kind }) => kind !== "text")) return false;
  if (cells.some((cell) => /[:：]/.test(rawText(cell)))) return true;
  const [only, ...more] = cells;
  if (!only || more.length > 0) return false;
  const merge = mergeAt(grid, only.row, only.column);
  return (merge !== undefined && merge.right > merge.left) || TITLE.test(compact(rawText(only)));
}
