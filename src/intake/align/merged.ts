/** D23: entry cells that were merged. The value belongs to the first of them and is never copied. */
import { areaToA1 } from "../../workbook/address";
import { isDateFormat } from "../../workbook/dates";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { at, place, textAt, type Grid } from "../grid";

/** @param isEntry which of the cells in these rows and columns are entries; all of them if left out */
export function mergedEntries(
  grid: Grid,
  rows: readonly number[],
  columns: readonly number[],
  isEntry: (row: number, column: number) => boolean = () => true,
): Finding[] {
  return grid.sheet.merges
    .filter(({ top, left, bottom, right }) => {
      const across = columns.filter((column) => column >= left && column <= right);
      if (across.length === 0) return false;
      const down = rows.filter((row) => row >= top && row <= bottom);
      return down.flatMap((row) => across.filter((column) => isEntry(row, column))).length > 1;
    })
    .map((area) => {
      const shown = { area: areaToA1(area), raw: textAt(grid, area.top, area.left) };
      const isDate = isDateFormat(at(grid, area.top, area.left)?.format);
      const params = isDate ? { ...shown, variant: "date" } : shown;
      return shapeFinding("D23", "explain", place(grid, area.top, area.left), params);
    });
}
