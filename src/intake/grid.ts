/** A sheet, laid open for looking things up: cells by place, merged areas, what is hidden. */
import { contains, toA1, type Area, type Span } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import { seenInFont } from "../workbook/symbol-fonts";
import type { Cell, Sheet, ShownCell, TextBox } from "../workbook/workbook";
import type { Place } from "../findings/finding";
import { rawText } from "./normalise/clean";

export interface Grid {
  readonly sheet: Sheet;
  /** Every row that holds something, from top to bottom; its cells from left to right. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  readonly file: string | null;
  /** The merged areas over a row, for rows that were asked about: every entry asks for its own. */
  readonly merges: Map<number, readonly Area[]>;
  /** By place: cells that are seen otherwise than they are stored, and the text boxes over the middle of cells. */
  readonly shown: ReadonlyMap<number, ShownCell>;
  readonly textBoxes: ReadonlyMap<number, TextBox>;
}

const ROW = 0x10000;

/** A text with parts struck out, raised or lowered is laid open as a person sees it. */
export function openGrid(sheet: Sheet, file: string | null): Grid {
  const shown = byPlace(sheet.shown ?? []);
  const rows = new Map<number, Cell[]>();
  for (const stored of cellsOf(sheet)) {
    const look = shown.size === 0 ? undefined : shown.get(stored.row * ROW + stored.column);
    const cell = look === undefined ? stored : asSeen(stored, look);
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return { sheet, rows, file, merges: new Map(), shown, textBoxes: byPlace(sheet.textBoxes ?? []) };
}

function asSeen(stored: Cell, { kind, text }: ShownCell): Cell {
  if (text !== undefined) return { ...stored, kind: "text", value: text };
  if (kind === "quoted") return { ...stored, quoted: true };
  const isSymbol = kind === "wingdings" || kind === "wingdings 2" || kind === "webdings";
  return isSymbol && typeof stored.value === "string"
    ? { ...stored, value: seenInFont(stored.value, kind) }
    : stored;
}

function byPlace<T extends { readonly row: number; readonly column: number }>(
  list: readonly T[],
): ReadonlyMap<number, T> {
  return new Map(list.map((each) => [each.row * ROW + each.column, each]));
}

export function shownAs(grid: Grid, row: number, column: number): ShownCell | undefined {
  return grid.shown.get(row * ROW + column);
}

export function textBoxAt(grid: Grid, row: number, column: number): TextBox | undefined {
  return grid.textBoxes.get(row * ROW + column);
}

export function at(grid: Grid, row: number, column: number): Cell | undefined {
  return grid.rows.get(row)?.find((cell) => cell.column === column);
}

/** The text of the cell, trimmed; empty where none stands. */
export function textAt(grid: Grid, row: number, column: number): string {
  const cell = at(grid, row, column);
  return cell ? rawText(cell).trim() : "";
}

export function mergeAt(grid: Grid, row: number, column: number): Area | undefined {
  return mergesOver(grid, row).find((area) => contains(area, row, column));
}

function mergesOver({ sheet, merges }: Grid, row: number): readonly Area[] {
  let over = merges.get(row);
  if (over === undefined) {
    over = sheet.merges.filter(({ top, bottom }) => top <= row && row <= bottom);
    merges.set(row, over);
  }
  return over;
}

/** The text that a reader sees at the place: a merged area shows its first cell's everywhere. */
export function shownAt(grid: Grid, row: number, column: number): string {
  const merge = mergeAt(grid, row, column);
  return merge ? textAt(grid, merge.top, merge.left) : textAt(grid, row, column);
}

/** Does the cell hold something a person can see? */
export function carries(cell: Cell): boolean {
  return cell.kind !== "empty" && rawText(cell).trim() !== "";
}

export function place(grid: Grid, row: number, column: number): Place {
  return { file: grid.file, sheet: grid.sheet.name, cell: toA1(row, column) };
}

export function sheetPlace(grid: Grid): Place {
  return { file: grid.file, sheet: grid.sheet.name, cell: null };
}

export function isHiddenRow(grid: Grid, row: number): boolean {
  return within(grid.sheet.hiddenRows, row);
}

export function isHiddenColumn(grid: Grid, column: number): boolean {
  return within(grid.sheet.hiddenColumns, column);
}

/** Is the row hidden by a filter that was left on? Such rows are read like any other (D26). */
export function isFilteredRow(grid: Grid, row: number): boolean {
  const filter = grid.sheet.autoFilter;
  return filter !== undefined && row > filter.top && row <= filter.bottom && isHiddenRow(grid, row);
}

/** Is the number in one of the runs? */
export function within(spans: readonly Span[], index: number): boolean {
  return spans.some((span) => index >= span.first && index <= span.last);
}
