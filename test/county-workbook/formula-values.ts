/** Every formula of a plan beside the value that we say it has. */
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { toA1 } from "../../src/workbook/address";

export interface FormulaCell {
  readonly sheet: string;
  readonly cell: PlanCell & { readonly formula: string };
}

export function formulasOf(plan: WorkbookPlan): FormulaCell[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell) =>
      cell.formula === undefined ? [] : [{ sheet: sheet.name, cell: { ...cell, formula: cell.formula } }],
    ),
  );
}

/** Our value for null is an empty text. */
export function sameValue(ours: PlanCell["value"], theirs: PlanCell["value"] | undefined): boolean {
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  return (ours ?? "") === (theirs ?? "");
}

/** `单位数据!E29: SUM(E7:E28) is 218, we say 217`. */
export function difference({ sheet, cell }: FormulaCell, theirs: PlanCell["value"] | undefined): string {
  const place = `${sheet}!${toA1(cell.row, cell.column)}`;
  return `${place}: ${cell.formula} is ${JSON.stringify(theirs ?? "")}, we say ${JSON.stringify(cell.value ?? "")}`;
}
