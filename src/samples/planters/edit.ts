/** Changes of single cells and sheets of a plan. */
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import type { Site } from "./sites";

export type Typed = Pick<PlanCell, "value" | "formula"> & {
  /** The number format that the cell takes on. */
  readonly format?: string;
};

/** What is at the site is typed over; a formula that was there is gone. */
export function typeOver(plan: WorkbookPlan, site: Site, typed: Typed): WorkbookPlan {
  return editSheet(plan, site.sheet, (sheet) => withCell(sheet, site, typed));
}

export function editSheet(
  plan: WorkbookPlan,
  name: string,
  change: (sheet: SheetPlan) => SheetPlan,
): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

export function withCell(
  sheet: SheetPlan,
  { row, column }: Pick<Site, "row" | "column">,
  typed: Typed,
): SheetPlan {
  const { format, ...content } = typed;
  const before = sheet.cells.find((cell) => cell.row === row && cell.column === column);
  const { formula: _gone, ...rest } = before ?? { row, column, value: null };
  const style = format === undefined ? rest.style : { ...rest.style, format };
  const unguarded = typeof content.value === "string" ? { unguarded: true } : {};
  const cell: PlanCell = { ...rest, ...content, ...unguarded, ...(style ? { style } : {}) };
  const others = sheet.cells.filter((each) => each !== before);
  return { ...sheet, cells: [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Every text of the workbook, run through `change`. */
export function eachText(plan: WorkbookPlan, change: (text: string) => string): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        typeof cell.value === "string" && cell.formula === undefined
          ? { ...cell, value: change(cell.value) }
          : cell,
      ),
    })),
  };
}
