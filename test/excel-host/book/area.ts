import { areaToA1, columnName, MAX_COLUMNS, MAX_ROWS, type Area } from "../../../src/workbook/address";

export function rowCount(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnCount(area: Area): number {
  return area.right - area.left + 1;
}

export function isWholeColumns(area: Area): boolean {
  return rowCount(area) === MAX_ROWS;
}

export function isWholeRows(area: Area): boolean {
  return columnCount(area) === MAX_COLUMNS;
}

/** `E7`, `E7:G9`, `A:C`, `2:5`. */
export function addressOf(area: Area): string {
  if (isWholeColumns(area) && isWholeRows(area)) return `1:${MAX_ROWS}`;
  if (isWholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  return areaToA1(area);
}
