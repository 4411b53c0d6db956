/**
 * Heights of rows whose plan gives none. Excel fits such rows when it opens a file, other viewers do not;
 * so the height is written as Excel would have saved it, without marking it as set by hand.
 */
import { wrappedLines } from "../../workbook/text-lines";
import type { Area } from "../../workbook/address";
import { contains } from "../../workbook/address";
import type { FileSheetPlan, PlanCell } from "../../workbook/plan";
import { DEFAULT_ROW_HEIGHT, type SheetGeometry } from "./geometry";
import { DEFAULT_SIZE } from "./style-xml";

const MAX_HEIGHT = 409;
/** Heights are whole pixels: three quarters of a point. */
const PIXEL = 0.75;
/** 宋体 takes 1.25; 等线, and what replaces both where they are not installed, need more. */
const LINE_SPACING = 1.4;
const PADDING_PIXELS = 6;
/** One step of indent, three digits of the default font. */
const INDENT_PIXELS = 9;

/** In points; undefined where the default will do. `cells` are those of one row. */
export function fittedHeight(
  cells: readonly PlanCell[],
  sheet: FileSheetPlan,
  geometry: SheetGeometry,
): number | undefined {
  const height = cells.reduce(
    (most, cell) => Math.max(most, cellHeight(cell, sheet.merges ?? [], geometry)),
    0,
  );
  return height > DEFAULT_ROW_HEIGHT ? Math.min(height, MAX_HEIGHT) : undefined;
}

function cellHeight(cell: PlanCell, merges: readonly Area[], geometry: SheetGeometry): number {
  const { value, style } = cell;
  if (value === null) return 0;
  const size = style?.size ?? DEFAULT_SIZE;
  const wraps = style?.wrap === true && typeof value === "string";
  const lines = wraps ? lineCount(value, size, cell, merges, geometry) : 1;
  if (lines === 1 && size <= DEFAULT_SIZE) return 0;
  return Math.ceil((lines * size * LINE_SPACING) / PIXEL) * PIXEL;
}

/** As in Excel, a merged area does not stretch its rows. */
function lineCount(
  text: string,
  size: number,
  { row, column, style }: PlanCell,
  merges: readonly Area[],
  geometry: SheetGeometry,
): number {
  if (merges.some((area) => contains(area, row, column))) return 1;
  const halfPixels = size / PIXEL / 2;
  const indent = (style?.indent ?? 0) * INDENT_PIXELS;
  const room = (geometry.width(column) - PADDING_PIXELS - indent) / halfPixels;
  // A Chinese character is never split between lines.
  const perLine = Math.max(2, 2 * Math.floor(room / 2));
  return wrappedLines(text, perLine);
}
