/** Which cells of a sheet a writing touches: nothing outside of them is cleared, copied or put back. */
import { areaToA1, MAX_ROWS, type Area } from "../workbook/address";
import type { SheetPlan } from "../workbook/plan";

/**
 * Excel on the web changes at most 33,554,000 cells at once; some room is left.
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling#excel-specific-error-codes-and-messages
 */
const CELLS_AT_ONCE = 30_000_000;

/** The smallest rectangle around the areas; null where there is none. */
export function around(areas: readonly (Area | null)[]): Area | null {
  let all: Area | null = null;
  for (const area of areas) {
    if (!area) continue;
    all = all
      ? {
          top: Math.min(all.top, area.top),
          left: Math.min(all.left, area.left),
          bottom: Math.max(all.bottom, area.bottom),
          right: Math.max(all.right, area.right),
        }
      : area;
  }
  return all;
}

/** Everything that the plan puts on the sheet, in cells, rows and columns. */
export function plannedArea(plan: SheetPlan): Area | null {
  const at = (row: number, column: number): Area => ({ top: row, bottom: row, left: column, right: column });
  return around([
    ...plan.cells.map(({ row, column }) => at(row, column)),
    ...(plan.columns ?? []).map(({ column }) => at(0, column)),
    ...(plan.rows ?? []).map(({ row }) => at(row, 0)),
    ...(plan.merges ?? []),
    ...(plan.validations ?? []).map(({ area }) => area),
    ...(plan.conditionalFormats ?? []).map(({ area }) => area),
  ]);
}

/** The area that a sheet uses, formats included, as `getUsedRangeOrNullObject(false)` gave it. */
export function usedArea(used: Excel.Range): Area | null {
  if (used.isNullObject) return null;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

/** Queues the question for {@link usedArea}. */
export function askUsed(sheet: Excel.Worksheet, valuesOnly = false): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(valuesOnly);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  return used;
}

/** The area in pieces of whole lines that Excel changes at once. */
export function inPieces({ top, left, bottom, right }: Area): string[] {
  const rows = Math.min(MAX_ROWS, Math.floor(CELLS_AT_ONCE / (right - left + 1)));
  const pieces: string[] = [];
  for (let from = top; from <= bottom; from += rows) {
    pieces.push(areaToA1({ top: from, left, bottom: Math.min(bottom, from + rows - 1), right }));
  }
  return pieces;
}
