/** What a person sees on the sheets of a plan: cells found by their labels, never by address. */
import { toA1 } from "../../src/workbook/address";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";

export function sheetOf(plan: WorkbookPlan, name: string): SheetPlan {
  const sheet = plan.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}, but ${plan.sheets.map((each) => each.name).join(" ")}`);
  return sheet;
}

export function cellOf(sheet: SheetPlan, row: number, column: number): PlanCell | undefined {
  return sheet.cells.find((cell) => cell.row === row && cell.column === column);
}

/** The cell in the row that begins with the label and the column that is headed so. */
export function figure(
  plan: WorkbookPlan,
  sheetName: string,
  label: string,
  head: string,
): PlanCell["value"] {
  const sheet = sheetOf(plan, sheetName);
  const row = sheet.cells.find((cell) => cell.value === label)?.row;
  const column = sheet.cells.find((cell) => cell.value === head)?.column;
  if (row === undefined || column === undefined) throw new Error(`no ${label} or no ${head} on ${sheetName}`);
  return cellOf(sheet, row, column)?.value ?? null;
}

export function texts(plan: WorkbookPlan): string[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ value }) => (typeof value === "string" ? [value] : [])),
  );
}

/** Values by `sheet!address`. */
export function valuesOf(plan: WorkbookPlan): Map<string, PlanCell["value"]> {
  return new Map(
    plan.sheets.flatMap((sheet) =>
      sheet.cells.map((cell): [string, PlanCell["value"]] => [
        `'${sheet.name}'!${toA1(cell.row, cell.column)}`,
        cell.value,
      ]),
    ),
  );
}
