/** D23: entry cells that were merged. The value belongs to the first of them and is never copied. */
import { areaToA1 } from "../../workbook/address";
import { isDateFormat } from "../../workbook/dates";
import type { Finding } from "../../findings/finding";
import { shapeFinding } from "../findings";
import { at, place, textAt, type Grid } from "../grid";

export function mergedEntries(grid: Grid, rows: readonly number[], columns: readonly number[]): Finding[] {
  return grid.sheet.merges
    .filter(({ top, left, bottom, right }) => {
      const across = columns.filter((column) => column >= left && column <= right).length;
      if (across === 0) return false;
      return across * rows.filter((row) => row >= top && row <= bottom).length > 1;
    })
    .map((area) => {
      const shown = { area: areaToA1(area), raw: textAt(grid, area.top, area.left) };
      const isDate = isDateFormat(at(grid, area.top, area.left)?.format);
      const params = isDate ? { ...shown, variant: "date" } : shown;
      return shapeFinding("D23", "explain", place(grid, area.top, area.left), params);
    });
}
