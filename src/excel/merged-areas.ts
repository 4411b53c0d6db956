/**
 * The merged areas of a sheet. Excel gives none for a range with more than 512 of them, and no page says whether that is
 * an error or an empty answer; so it is asked by blocks that cannot hold more.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getmergedareasornullobject-member(1)
 */
import { parseArea, type Area } from "../workbook/address";

const MOST = 512;
/** The widest block that can be a single row. */
const WIDEST = MOST - 1;

/**
 * So far from the last value merged cells are looked for: a form's empty boxes. Formats may reach to the sheet's end,
 * and would make thousands of blocks.
 */
const FAR = { rows: 300, columns: 60 } as const;

/** Where merged cells are looked for: all that the sheet uses, formats included, as far as it is near to its values. */
export function mergeArea(values: Area, used: Area): Area {
  return {
    top: Math.max(used.top, values.top - FAR.rows),
    left: Math.max(used.left, values.left - FAR.columns),
    bottom: Math.min(used.bottom, values.bottom + FAR.rows),
    right: Math.min(used.right, values.right + FAR.columns),
  };
}

/** What was asked; readable after the next sync. */
export type AskedMerges = readonly Excel.RangeAreas[];

/**
 * Queues the questions for an area. An answer holds the merged areas whose upper-left cells are in the block
 * (https://github.com/OfficeDev/office-js/issues/3611). Each has two cells or more, and only those that begin in the
 * last row or column can reach out of it: of `w × h` cells at most `(wh + w + h) / 2`.
 */
export function askMerges(sheet: Excel.Worksheet, { top, left, bottom, right }: Area): AskedMerges {
  const asked: Excel.RangeAreas[] = [];
  for (let column = left; column <= right; column += WIDEST) {
    const width = Math.min(WIDEST, right - column + 1);
    const height = Math.floor((2 * MOST + 1) / (width + 1)) - 1;
    for (let row = top; row <= bottom; row += height) {
      const rows = Math.min(height, bottom - row + 1);
      const merged = sheet.getRangeByIndexes(row, column, rows, width).getMergedAreasOrNullObject();
      // The address of all of them together names their corners only: https://github.com/OfficeDev/office-js/issues/1590
      merged.areas.load("items/address");
      asked.push(merged);
    }
  }
  return asked;
}

/** Each once, in the order of the sheet. */
export function mergesOf(asked: AskedMerges): Area[] {
  const found = new Map<string, Area>();
  for (const merged of asked) {
    if (merged.isNullObject) continue;
    for (const { address } of merged.areas.items) {
      const local = address.slice(address.lastIndexOf("!") + 1);
      const area = parseArea(local);
      if (area) found.set(local, area);
    }
  }
  return [...found.values()];
}
