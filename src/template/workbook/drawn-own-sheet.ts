/** An own sheet of the template workbook as far as it is known without the office's package: for Excel. */
import type { PlanCell, SheetPlan } from "../../workbook/plan";
import type { OwnSheet } from "../own-sheet";
import { signCells } from "./signs";

export function drawnOwnSheet(own: OwnSheet, name: string): SheetPlan {
  const signs = signCells(own);
  const labels = (own.texts ?? []).map(({ row, column, text }): PlanCell => ({ row, column, value: text }));
  const cells = [
    ...labels,
    ...signs.map(({ row, column, value }): PlanCell => ({ row, column, value, style: SIGN })),
  ];
  const places = new Map(cells.map((cell) => [cell.row * 0x4000 + cell.column, cell]));
  return {
    name,
    cells: [...places].sort(([a], [b]) => a - b).map(([, cell]) => cell),
    merges: own.merges ?? [],
  };
}

const SIGN = { horizontal: "center", vertical: "center", border: "thin" } as const;
