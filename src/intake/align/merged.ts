/** D23: entry cells that were merged. The value belongs to the first of them and is never copied. */
import { areaToA1 } from "../../workbook/address";
import type { Finding } from "../finding";
import { shapeFinding } from "../findings";
import { place, textAt, type Grid } from "../grid";

export function mergedEntries(grid: Grid, rows: readonly number[], columns: readonly number[]): Finding[] {
  return grid.sheet.merges
    .filter(({ top, left, bottom, right }) => {
      const across = columns.filter((column) => column >= left && column <= right).length;
      if (across === 0) return false;
      return across * rows.filter((row) => row >= top && row <= bottom).length > 1;
    })
    .map((area) => {
      const raw = textAt(grid, area.top, area.left);
      return shapeFinding("D23", "explain", place(grid, area.top, area.left), { area: areaToA1(area), raw });
    });
}
