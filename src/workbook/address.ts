/** Addresses of cells. Rows and columns count from 0 inside the program; A1 text is for people. */

/** A rectangle of cells, all four edges included, counted from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An inclusive run of rows or columns, counted from 0. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** ECMA-376 part 1, 18.3.1.73 and 18.3.1.13: the last row is 1048576, the last column XFD. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `0 → "A"`, `26 → "AA"`. */
export function columnName(column: number): string {
  return SHORT_NAMES[column] ?? longName(column);
}

/** The columns that forms have: asked for with every cell. */
const SHORT_NAMES: readonly string[] = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

function longName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** `(6, 4) → "E7"`. */
export function toA1(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** `"E7"` or `"$E$7"` → row 6, column 4; null where the text is no address inside the sheet. */
export function parseA1(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = parseColumn(match[1]!);
  const row = Number(match[2]) - 1;
  return column < MAX_COLUMNS && row < MAX_ROWS ? { row, column } : null;
}

/** `"A" → 0`, `"AA" → 26`. The text must be letters A to Z. */
export function parseColumn(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** One cell → `"B2"`, more → `"A1:C3"`. */
export function areaToA1(area: Area): string {
  const from = toA1(area.top, area.left);
  const to = toA1(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}

/** `"A1:C3"` or `"B2"` → area; null where the text is none. Corners may be in any order. */
export function parseArea(text: string): Area | null {
  const [a, b = a, ...rest] = text.split(":");
  const from = parseA1(a ?? "");
  const to = parseA1(b ?? "");
  if (!from || !to || rest.length > 0) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** A sheet's name as a formula writes it; quotes are always allowed (ECMA-376 part 1, 18.17.2.3). */
export function quoteSheetName(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** `("单位数据", C5:C26) → "'单位数据'!$C$5:$C$26"`. */
export function absoluteReference(sheet: string, area: Area): string {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  const from = corner(area.top, area.left);
  const to = corner(area.bottom, area.right);
  return `${quoteSheetName(sheet)}!${from === to ? from : `${from}:${to}`}`;
}
