/** D25: entries that were hidden. They are read all the same, and named. */
import { columnName } from "../../workbook/address";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { at, carries, isFilteredRow, isHiddenColumn, isHiddenRow, place, type Grid } from "../grid";

/** @param rows the rows of lines or records; @param columns the columns of entries */
export function hiddenFindings(grid: Grid, rows: readonly number[], columns: readonly number[]): Finding[] {
  return [...hiddenRows(grid, rows, columns), ...hiddenColumns(grid, rows, columns)];
}

/** One finding for each run of hidden rows, at its first entry. A filter that was left on hides nothing for good (D26). */
function hiddenRows(grid: Grid, rows: readonly number[], columns: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  let last = -2;
  for (const row of rows) {
    if (!isHiddenRow(grid, row) || isFilteredRow(grid, row)) continue;
    const column = columns.find((c) => holds(grid, row, c));
    if (column === undefined) continue;
    if (row !== last + 1) {
      findings.push(
        shapeFinding("D25", "explain", place(grid, row, column), { variant: "row", which: row + 1 }),
      );
    }
    last = row;
  }
  return findings;
}

function hiddenColumns(grid: Grid, rows: readonly number[], columns: readonly number[]): Finding[] {
  return columns.flatMap((column) => {
    const row = isHiddenColumn(grid, column) ? rows.find((r) => holds(grid, r, column)) : undefined;
    if (row === undefined) return [];
    return [
      shapeFinding("D25", "explain", place(grid, row, column), {
        variant: "column",
        which: columnName(column),
      }),
    ];
  });
}

function holds(grid: Grid, row: number, column: number): boolean {
  const cell = at(grid, row, column);
  return cell !== undefined && carries(cell);
}
