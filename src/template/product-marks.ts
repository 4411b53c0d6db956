/** How workbooks that the program itself writes are told from units' reports, whatever their files are called. */
import { cellAt } from "../workbook/cells";
import type { Workbook } from "../workbook/workbook";

/** Each stands in the first cell of a hidden sheet. They belong to the file format and never change. */
export const PRODUCT_MARKS = {
  countyWorkbook: "township-report-consolidation/county-workbook",
  template: "#XZBB-TEMPLATE",
} as const;

export type Product = keyof typeof PRODUCT_MARKS;

/** Null for everybody else's workbooks. */
export function productOf(workbook: Workbook): Product | null {
  const marks = new Set(workbook.sheets.map((sheet) => cellAt(sheet, 0, 0)?.value));
  const products = Object.keys(PRODUCT_MARKS) as Product[];
  return products.find((product) => marks.has(PRODUCT_MARKS[product])) ?? null;
}
