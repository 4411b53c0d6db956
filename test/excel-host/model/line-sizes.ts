import type { Area } from "../../../src/workbook/address";
import type { LineSize } from "../book/grid";
import { styleProperty } from "../book/style";
import { HostError, invalidArgument, NOT_IMPLEMENTED } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import { isWholeColumns, isWholeRows } from "./place";
import type { Formatted } from "./range-format";
import { formatValue } from "./values";

/** Points; Calibri 11 at 100 %: 8.43 characters are 64 pixels, and 64 pixels are 48 points. */
export const DEFAULT_COLUMN_WIDTH = 48;
export const DEFAULT_ROW_HEIGHT = 15;
/** https://support.microsoft.com/office/excel-specifications-and-limits : 409 points. */
const MAX_ROW_HEIGHT = 409.5;

type Axis = "rows" | "columns";

export function columnWidth({ sheet, areas }: Formatted): Json {
  return uniformSize(columns(areas), sheet.grid.columnSizes, DEFAULT_COLUMN_WIDTH);
}

export function setColumnWidth({ sheet, areas }: Formatted, value: Json): void {
  const size = checkSize(value, Infinity);
  for (const area of areas) sheet.assertWritable(area, "format");
  for (const column of columns(areas)) resize(sheet.grid.columnSizes, column, { size });
}

export function rowHeight({ sheet, areas }: Formatted): Json {
  return uniformSize(rows(areas), sheet.grid.rowSizes, DEFAULT_ROW_HEIGHT);
}

export function setRowHeight({ sheet, areas }: Formatted, value: Json): void {
  const size = checkSize(value, MAX_ROW_HEIGHT);
  for (const area of areas) sheet.assertWritable(area, "format");
  for (const row of rows(areas)) resize(sheet.grid.rowSizes, row, { size });
}

/** True or false where all lines agree, else null. */
export function isHidden({ sheet, areas }: Formatted, axis: Axis): Json {
  const [lines, sizes] = linesOf({ sheet, areas }, axis);
  const states = new Set(lines.map((line) => sizes.get(line)?.hidden === true));
  return states.size === 1 ? [...states][0]! : null;
}

/**
 * One object per row or column of the range, with what was asked for.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getrowproperties-member(1)
 */
export function lineProperties({ sheet, areas }: Formatted, axis: Axis, asked: readonly string[]): Json {
  const [hidden, index, size, normal] = axis === "rows" ? ROW_PROPERTIES : COLUMN_PROPERTIES;
  const unknown = asked.find((name) => name !== hidden && name !== index && name !== `format.${size}`);
  if (unknown)
    throw new HostError(NOT_IMPLEMENTED, `The property ${unknown} of single lines is not simulated.`);
  const [lines, sizes] = linesOf({ sheet, areas }, axis);
  return lines.map((line) => ({
    ...(asked.includes(hidden) ? { [hidden]: sizes.get(line)?.hidden === true } : {}),
    ...(asked.includes(index) ? { [index]: line } : {}),
    ...(asked.includes(`format.${size}`) ? { format: { [size]: sizes.get(line)?.size ?? normal } } : {}),
  }));
}

const ROW_PROPERTIES = ["rowHidden", "rowIndex", "rowHeight", DEFAULT_ROW_HEIGHT] as const;
const COLUMN_PROPERTIES = ["columnHidden", "columnIndex", "columnWidth", DEFAULT_COLUMN_WIDTH] as const;

/** Are all lines as wide or high as the sheet's own lines? */
export function usesStandard({ sheet, areas }: Formatted, axis: Axis): Json {
  const [lines, sizes] = linesOf({ sheet, areas }, axis);
  const normal = axis === "rows" ? DEFAULT_ROW_HEIGHT : DEFAULT_COLUMN_WIDTH;
  return lines.every((line) => (sizes.get(line)?.size ?? normal) === normal);
}

/** "Setting these properties to false has no effect": excel-add-ins-troubleshooting. */
export function useStandard({ sheet, areas }: Formatted, axis: Axis, value: Json): void {
  for (const area of areas) sheet.assertWritable(area, "format");
  if (value !== true) return;
  const [lines, sizes] = linesOf({ sheet, areas }, axis);
  for (const line of lines) {
    const known = sizes.get(line);
    if (known?.hidden === true) sizes.set(line, { hidden: true });
    else sizes.delete(line);
  }
}

export function setHidden({ sheet, areas }: Formatted, axis: Axis, value: Json): void {
  for (const area of areas) sheet.assertWritable(area, "format");
  const [lines, sizes] = linesOf({ sheet, areas }, axis);
  for (const line of lines) {
    if (value === true) resize(sizes, line, { hidden: true });
    else if (sizes.get(line)?.size !== undefined) sizes.set(line, { size: sizes.get(line)!.size! });
    else sizes.delete(line);
  }
}

/**
 * Fits columns to their longest text: 5.25 points a Latin character, twice that a Chinese one, and a margin.
 * Only the order of magnitude is Excel's.
 */
export function autofitColumns({ sheet, areas }: Formatted): void {
  const widths = new Map<number, number>();
  for (const area of areas) {
    sheet.assertWritable(area, "format");
    for (const [row, column, cell] of sheet.grid.cellsIn(area)) {
      const format = String(styleProperty(sheet.grid.style(row, column), "numberFormat"));
      const units = [...formatValue(cell.value, format)].reduce(
        (sum, char) => sum + (char > "\u2E7F" ? 2 : 1),
        0,
      );
      if (units > 0) widths.set(column, Math.max(widths.get(column) ?? 0, units * 5.25 + 3.75));
    }
  }
  for (const [column, size] of widths) resize(sheet.grid.columnSizes, column, { size });
}

function linesOf({ sheet, areas }: Formatted, axis: Axis): [number[], Map<number, LineSize>] {
  return axis === "rows" ? [rows(areas), sheet.grid.rowSizes] : [columns(areas), sheet.grid.columnSizes];
}

function rows(areas: readonly Area[]): number[] {
  if (areas.some(isWholeColumns))
    throw new HostError(NOT_IMPLEMENTED, "Properties of all rows at once are not simulated.");
  return areas.flatMap((area) => span(area.top, area.bottom));
}

function columns(areas: readonly Area[]): number[] {
  return areas.flatMap((area) => (isWholeRows(area) ? span(0, area.right) : span(area.left, area.right)));
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function uniformSize(lines: readonly number[], sizes: ReadonlyMap<number, LineSize>, normal: number): Json {
  const found = new Set(lines.map((line) => sizes.get(line)?.size ?? normal));
  return found.size === 1 ? [...found][0]! : null;
}

function resize(sizes: Map<number, LineSize>, line: number, change: LineSize): void {
  sizes.set(line, { ...sizes.get(line), ...change });
}

function checkSize(value: Json, max: number): number {
  if (typeof value !== "number" || !(value >= 0 && value <= max))
    throw invalidArgument(`${String(value)} is no size`);
  return value;
}
