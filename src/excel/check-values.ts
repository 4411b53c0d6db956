/** Reads back what Excel calculated and compares it with the plan: totals that differ are named, not left to be found. */
import type { WrongCell } from "../ports/ports";
import { toA1, type Area } from "../workbook/address";
import type { PlanCell, SheetPlan } from "../workbook/plan";
import type { RequestBudget } from "./request-budget";
import { around } from "./sheet-area";

/** A piece of a sheet that was asked for, with the plan's formulas in it. */
interface Asked {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly range: Excel.Range;
  readonly cells: readonly PlanCell[];
}

/** Rows of formulas that are asked together: between them there may be few gaps. */
const GAP = 20;
/** About what a number takes in an answer. */
const BYTES_A_CELL = 30;

/** Queues reading every cell that has a formula, in few pieces; sends only when an answer would grow too large. */
export async function askFormulas(
  context: Excel.RequestContext,
  sheets: readonly SheetPlan[],
  budget: RequestBudget,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const { name, cells } of sheets) {
    for (const group of groupsOf(cells.filter(({ formula }) => formula !== undefined))) {
      const { top, left, bottom, right } = around(group.map(areaOf))!;
      const [rows, columns] = [bottom - top + 1, right - left + 1];
      await budget.reserve(rows * columns * BYTES_A_CELL);
      const range = context.workbook.worksheets.getItem(name).getRangeByIndexes(top, left, rows, columns);
      range.load("values");
      asked.push({ sheet: name, top, left, range, cells: group });
    }
  }
  return asked;
}

const areaOf = ({ row, column }: PlanCell): Area => ({ top: row, bottom: row, left: column, right: column });

/** Cells in row-major order, parted where many rows have none. */
function groupsOf(cells: readonly PlanCell[]): PlanCell[][] {
  const groups: PlanCell[][] = [];
  for (const cell of cells) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && cell.row - above.row <= GAP && group.length < 2_000) group.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

/** The cells whose number is another than the plan's, or that show no result; readable after the sync. */
export function wrongCells(asked: readonly Asked[]): WrongCell[] {
  return asked.flatMap(({ sheet, top, left, range, cells }) => {
    const values = range.values as unknown[][];
    return cells.flatMap(({ row, column, value: planned }) => {
      const found = values[row - top]?.[column - left] ?? "";
      if (isRight(planned, found)) return [];
      return [{ sheet, cell: toA1(row, column), planned: planned ?? "", found: found as WrongCell["found"] }];
    });
  });
}

/** Texts may be put together in another language than ours; that there is one at all is what counts. */
function isRight(planned: PlanCell["value"], found: unknown): boolean {
  if (typeof planned === "number") {
    return typeof found === "number" && Math.abs(found - planned) <= 1e-9 * Math.max(1, Math.abs(planned));
  }
  if (planned === null || planned === "") return !isError(found);
  return planned === found || (found !== "" && !isError(found)) || isError(planned);
}

const isError = (value: unknown): boolean => typeof value === "string" && /^#[A-Z]/.test(value);
