/** Sheets that are left out where somebody prints the entire workbook, so that this gives what a reader wants on paper. */
import { lastRowOf, type FileSheetPlan } from "../workbook/plan";

/** A list longer than this is looked up on the screen: some fifteen pages. */
const MOST_ROWS = 500;

export function isTooLongToPrint(sheet: FileSheetPlan): boolean {
  return lastRowOf(sheet) > MOST_ROWS;
}

/**
 * The sheet with a print area that has nothing to print: one cell of a hidden column behind its last. Excel's page on
 * what it takes for a blank page: "Hidden rows and columns are not considered" (KB 288968). Whoever wants the sheet on
 * paper clears its print area.
 */
export function notPrinted(sheet: FileSheetPlan): FileSheetPlan {
  const { cells, columns = [], print } = sheet;
  const last = cells.reduce((most, { column }) => Math.max(most, column), 0);
  const behind = Math.max(last, ...columns.map(({ column }) => column)) + 1;
  return {
    ...sheet,
    columns: [...columns, { column: behind, hidden: true }],
    print: { ...print, area: { top: 0, left: behind, bottom: 0, right: behind } },
  };
}
