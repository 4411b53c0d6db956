/** A package drawn from what our grid knows of a file that is no .xlsx: places, sizes, merges, texts and thin borders. */
import type { OfficeSource } from "../../../ports/ports";
import { contains } from "../../../workbook/address";
import { cellsOf } from "../../../workbook/cells";
import type { CellStyle, PlanCell, SheetPlan } from "../../../workbook/plan";
import type { Cell, LineSize, Sheet } from "../../../workbook/workbook";
import { writeXlsx } from "../write-xlsx";
import type { PatchOptions } from "../patch/patch-xlsx";
import { isSafeFormula } from "./safe-formula";

export function gridPackage(source: OfficeSource, options: PatchOptions): Uint8Array {
  const { workbook, remove = [], cells = [] } = source;
  const kept = workbook.sheets.filter(({ name }) => !remove.includes(name));
  const names = new Set(kept.map(({ name }) => name.toLowerCase()));
  const sheets = kept.map((sheet) => {
    const written = cells.filter((each) => each.sheet === sheet.name).flatMap((each) => each.cells);
    return sheetPlan(sheet, written, names, source.filled ?? false);
  });
  return writeXlsx({ sheets, names: [] }, options);
}

function sheetPlan(
  sheet: Sheet,
  written: NonNullable<OfficeSource["cells"]>[number]["cells"],
  names: ReadonlySet<string>,
  filled: boolean,
): SheetPlan {
  const { merges, hiddenRows, hiddenColumns, comments, sizes } = sheet;
  const isCovered = (row: number, column: number): boolean =>
    merges.some((area) => contains(area, row, column) && (area.top !== row || area.left !== column));
  const cells = new Map<string, PlanCell>();
  const bordered = tableCells(sheet);
  for (const [key, { row, column }] of bordered)
    cells.set(key, { row, column, value: null, style: BORDERED });
  for (const cell of cellsOf(sheet)) {
    if (isCovered(cell.row, cell.column)) continue;
    const key = `${cell.row} ${cell.column}`;
    cells.set(key, planCell(cell, bordered.has(key), names));
  }
  for (const { row, column, value, formula } of written) {
    const key = `${row} ${column}`;
    const known = cells.get(key);
    const style = known?.style;
    cells.set(key, {
      row,
      column,
      value,
      ...(formula === undefined ? {} : { formula }),
      ...(style ? { style } : {}),
    });
  }
  const hidden = (spans: Sheet["hiddenRows"], index: number): boolean =>
    spans.some(({ first, last }) => index >= first && index <= last);
  const used = { right: 0, bottom: 0 };
  for (const { row, column } of cells.values()) {
    used.right = Math.max(used.right, column);
    used.bottom = Math.max(used.bottom, row);
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
    merges,
    columns: within(sizes?.columns, used.right).map(({ index, size }) => ({
      column: index,
      width: size,
      hidden: hidden(hiddenColumns, index),
    })),
    rows: within(sizes?.rows, used.bottom).map(({ index, size }) => ({
      row: index,
      height: size,
      hidden: hidden(hiddenRows, index),
    })),
    ...(filled ? {} : { comments }),
  };
}

/** A file may give a size to every line that a sheet can have. */
function within(sizes: readonly LineSize[] = [], last: number): readonly LineSize[] {
  return sizes.filter(({ index }) => index <= last);
}

const BORDERED: CellStyle = { border: "thin", vertical: "center", wrap: true };

/** Cells; more is no form that a person drew. */
const LARGEST_TABLE = 200_000;

/** Rows with several texts are a table: all its cells are drawn, from the first column in use to the last. */
function tableCells(sheet: Sheet): Map<string, { row: number; column: number }> {
  const rows = new Map<number, number>();
  let [left, right] = [Infinity, 0];
  for (const { row, column } of cellsOf(sheet)) {
    rows.set(row, (rows.get(row) ?? 0) + 1);
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  for (const merge of sheet.merges) right = Math.max(right, merge.right);
  const tables = [...rows].filter(([, count]) => count > 1).map(([row]) => row);
  const top = tables.reduce((least, row) => Math.min(least, row), Infinity);
  const bottom = tables.reduce((most, row) => Math.max(most, row), 0);
  const cells = new Map<string, { row: number; column: number }>();
  if ((bottom - top + 1) * (right - left + 1) > LARGEST_TABLE) return cells;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.set(`${row} ${column}`, { row, column });
  }
  return cells;
}

function planCell(cell: Cell, bordered: boolean, names: ReadonlySet<string>): PlanCell {
  const { row, column, value, formula, format } = cell;
  const style: CellStyle = {
    ...(bordered ? BORDERED : { vertical: "center" }),
    ...(format ? { format } : {}),
  };
  const safe = formula !== undefined && isSafeFormula(formula, names);
  return { row, column, value, style, ...(safe ? { formula } : {}) };
}
