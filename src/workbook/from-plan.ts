import { CellTableBuilder } from "./cells";
import { withDrawnSheets, type PlanCell, type SheetPlan, type WorkbookPlan } from "./plan";
import type { CellKind, Sheet, Workbook } from "./workbook";
import type { Span } from "./address";

/** The grid that reading the written plan would yield, without the bytes in between. */
export function workbookFromPlan(given: WorkbookPlan): Workbook {
  const plan = withDrawnSheets(given);
  return {
    format: "xlsx",
    date1904: false,
    sheets: plan.sheets.map(sheetFromPlan),
    names: plan.names.map(({ name, refersTo }) => ({ name, sheet: null, refersTo })),
    externalLinks: 0,
    structureProtected: false,
  };
}

function sheetFromPlan(plan: SheetPlan): Sheet {
  const cells = new CellTableBuilder();
  for (const cell of plan.cells) {
    if (cell.value === null && cell.formula === undefined) continue;
    cells.add(cell.row, cell.column, {
      kind: kindOf(cell),
      value: cell.value ?? "",
      ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      ...(cell.style?.format ? { format: cell.style.format } : {}),
    });
  }
  return {
    name: plan.name,
    visibility: plan.visibility ?? "visible",
    protected: plan.protected ?? false,
    cells: cells.build(),
    merges: plan.merges ?? [],
    hiddenRows: runs((plan.rows ?? []).filter((r) => r.hidden || r.height === 0).map((r) => r.row)),
    hiddenColumns: runs((plan.columns ?? []).filter((c) => c.hidden).map((c) => c.column)),
    comments: plan.comments ?? [],
    ...(plan.autoFilter ? { autoFilter: plan.autoFilter } : {}),
  };
}

/** A formula without a value is an empty text, as the writers write it. */
function kindOf(cell: PlanCell): CellKind {
  if (typeof cell.value === "number") return "number";
  if (typeof cell.value === "boolean") return "boolean";
  return "text";
}

/** Neighbouring indexes joined into runs. */
function runs(indexes: readonly number[]): Span[] {
  const spans: { first: number; last: number }[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const previous = spans.at(-1);
    if (previous && index <= previous.last + 1) previous.last = index;
    else spans.push({ first: index, last: index });
  }
  return spans;
}
