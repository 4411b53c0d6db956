/** How large cells are on the screen, at 96 dots per inch, so that notes and charts can be sized to fit. */
import type { SheetPlan } from "../../workbook/plan";

/** The widest digit of 宋体 11, and the blank that Excel leaves in a cell beside its text. */
const DIGIT_PIXELS = 8;
const PADDING_PIXELS = 5;
export const DEFAULT_COLUMN_CHARACTERS = 8.38;
/** Points. */
export const DEFAULT_ROW_HEIGHT = 13.5;
const PIXELS_PER_POINT = 96 / 72;

/** A column's width as files hold it, blank included (ECMA-376 part 1, 18.3.1.13). */
export function fileWidth(characters: number): number {
  return Math.round((characters + PADDING_PIXELS / DIGIT_PIXELS) * 256) / 256;
}

/** The other way: a column's width in characters from what a file holds. */
export function planWidth(width: number): number {
  return Math.max(0, width - PADDING_PIXELS / DIGIT_PIXELS);
}

/** The part of a plan that says how large cells are. */
export type SheetSizes = Pick<SheetPlan, "columns" | "rows">;

/** Sizes in pixels of the columns and rows of one sheet. Hidden ones have none. */
export class SheetGeometry {
  private readonly widths: ReadonlyMap<number, number>;
  private readonly heights: ReadonlyMap<number, number>;

  constructor(sheet: SheetSizes) {
    this.widths = new Map(
      (sheet.columns ?? []).map(({ column, width, hidden }) => [column, hidden ? 0 : columnPixels(width)]),
    );
    this.heights = new Map(
      (sheet.rows ?? []).map(({ row, height, hidden }) => [row, hidden ? 0 : rowPixels(height)]),
    );
  }

  width(column: number): number {
    return this.widths.get(column) ?? columnPixels(undefined);
  }

  height(row: number): number {
    return this.heights.get(row) ?? rowPixels(undefined);
  }

  /** The width of the columns from `first` to `last`, both included. */
  widthOf(first: number, last: number): number {
    let sum = 0;
    for (let column = first; column <= last; column++) sum += this.width(column);
    return sum;
  }
}

function columnPixels(characters = DEFAULT_COLUMN_CHARACTERS): number {
  return Math.round(characters * DIGIT_PIXELS + PADDING_PIXELS);
}

function rowPixels(points = DEFAULT_ROW_HEIGHT): number {
  return Math.round(points * PIXELS_PER_POINT);
}

/** Where one arrives going `pixels` on from the start of `first`: in which row or column, and how far inside it. */
export function walk(
  size: (index: number) => number,
  first: number,
  pixels: number,
  end: number,
): { index: number; offset: number } {
  let index = first;
  let left = pixels;
  while (index < end && left >= size(index)) left -= size(index++);
  return { index, offset: left };
}
