import type { Area } from "../../../src/workbook/address";
import { isWholeColumns, isWholeRows, type Place } from "./place";

/** Formats and sizes of whole rows and columns go along when these are copied as such. */
export function copyLines(source: Place, target: Place): void {
  const [from, to] = [source.sheet.grid, target.sheet.grid];
  const wholeColumns = isWholeColumns(source.area);
  const wholeRows = isWholeRows(source.area);
  if (wholeColumns && wholeRows) to.sheetStyle = from.sheetStyle;
  if (wholeColumns) {
    const [sourceLines, targetLines] = [columnsOf(source.area), columnsOf(target.area)];
    copyMap(from.columnStyles, to.columnStyles, sourceLines, targetLines, (style) => style);
    copyMap(from.columnSizes, to.columnSizes, sourceLines, targetLines, (size) => ({ ...size }));
  }
  if (wholeRows) {
    const [sourceLines, targetLines] = [rowsOf(source.area), rowsOf(target.area)];
    copyMap(from.rowStyles, to.rowStyles, sourceLines, targetLines, (style) => style);
    copyMap(from.rowSizes, to.rowSizes, sourceLines, targetLines, (size) => ({ ...size }));
  }
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

function columnsOf({ left, right }: Area): Lines {
  return { first: left, last: right };
}

function rowsOf({ top, bottom }: Area): Lines {
  return { first: top, last: bottom };
}

function copyMap<T>(
  from: ReadonlyMap<number, T>,
  to: Map<number, T>,
  source: Lines,
  target: Lines,
  copy: (value: T) => T,
): void {
  const entries = [...from].filter(([line]) => line >= source.first && line <= source.last);
  for (const line of [...to.keys()]) if (line >= target.first && line <= target.last) to.delete(line);
  for (const [line, value] of entries) to.set(line - source.first + target.first, copy(value));
}
