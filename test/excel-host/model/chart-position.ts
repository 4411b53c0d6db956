import type { LineSize } from "../book/grid";
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from "./line-sizes";
import type { Place } from "./place";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the cells of the place lie on the sheet, in points. */
export function boxOf({ sheet: { grid }, area }: Place): Box {
  const left = extent(grid.columnSizes, 0, area.left, DEFAULT_COLUMN_WIDTH);
  const top = extent(grid.rowSizes, 0, area.top, DEFAULT_ROW_HEIGHT);
  return {
    left,
    top,
    width: extent(grid.columnSizes, area.left, area.right + 1, DEFAULT_COLUMN_WIDTH),
    height: extent(grid.rowSizes, area.top, area.bottom + 1, DEFAULT_ROW_HEIGHT),
  };
}

function extent(sizes: ReadonlyMap<number, LineSize>, from: number, to: number, normal: number): number {
  let sum = (to - from) * normal;
  for (const [line, { size = normal, hidden = false }] of sizes) {
    if (line >= from && line < to) sum += (hidden ? 0 : size) - normal;
  }
  return sum;
}
