/** Plans as the grid that a reader yields, with error values as Excel stores them. */
import { CellTableBuilder, cellsOf } from "../../../src/workbook/cells";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import type { Cell, Sheet, Workbook } from "../../../src/workbook/workbook";

const ERROR = /^#(?:REF!|VALUE!|NAME\?|DIV\/0!|N\/A)$/;

export function gridOf(plan: WorkbookPlan): Workbook {
  const workbook = workbookFromPlan(plan);
  return { ...workbook, sheets: workbook.sheets.map(withErrors) };
}

function withErrors(sheet: Sheet): Sheet {
  if (!sheet.cells.strings.some((text) => ERROR.test(text))) return sheet;
  return withCells(sheet, (cell) =>
    typeof cell.value === "string" && ERROR.test(cell.value) ? { ...cell, kind: "error" } : cell,
  );
}

/** The sheet with every cell run through `change`; null drops it. */
export function withCells(sheet: Sheet, change: (cell: Cell) => Cell | null): Sheet {
  const cells = new CellTableBuilder();
  for (const cell of cellsOf(sheet)) {
    const changed = change(cell);
    if (changed) cells.add(changed.row, changed.column, changed);
  }
  return { ...sheet, cells: cells.build() };
}
