/** How workbooks that the program itself writes are distinguished from units' reports, whatever their files are called. */
import { cellAt, cellsOf } from "../workbook/cells";
import type { Cell, Sheet, Workbook } from "../workbook/workbook";

/** Each is in the first cell of a hidden sheet. They belong to the file format and never change. */
export const PRODUCT_MARKS = {
  countyWorkbook: "township-report-consolidation/county-workbook",
  template: "#XZBB-TEMPLATE",
} as const;

/** Stands in the first row of a 退回单, out of sight: such a sheet is ours, may be written again, and is no report. */
export const RETURN_MARK = "township-report-return/1";

export type Product = keyof typeof PRODUCT_MARKS | "returnForm";

/** Null for everybody else's workbooks. */
export function productOf(workbook: Workbook): Product | null {
  const marks = new Set(workbook.sheets.map((sheet) => cellAt(sheet, 0, 0)?.value));
  const products = Object.keys(PRODUCT_MARKS) as (keyof typeof PRODUCT_MARKS)[];
  const found = products.find((product) => marks.has(PRODUCT_MARKS[product])) ?? null;
  return found ?? (holdsOnlyReturnForms(workbook) ? "returnForm" : null);
}

/** Is the sheet a 退回单? */
export function isReturnForm(sheet: Sheet): boolean {
  return returnSignature(sheet) !== null;
}

/** Rows that a unit may put in above the signature. */
const ROWS_ABOVE = 5;

/** The signature of a 退回单, wherever a row or column that was put in has moved it; null where there is none. */
export function returnSignature(sheet: Sheet): Cell | null {
  for (const cell of cellsOf(sheet)) {
    if (cell.row > ROWS_ABOVE) return null;
    if (cell.value === RETURN_MARK) return cell;
  }
  return null;
}

/** 退回单 and nothing else that holds anything: not a report with a 退回单 beside it. */
function holdsOnlyReturnForms({ sheets }: Workbook): boolean {
  const filled = sheets.filter(({ cells }) => cells.count > 0);
  return filled.length > 0 && filled.every(isReturnForm);
}
