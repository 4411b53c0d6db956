/** A sheet of a unit's file to be looked at: its values, the cells of its findings marked. Never a part of any workbook. */
import { halfWidths } from "../workbook/text-lines";
import { contains, toA1, type Area, type Span } from "../workbook/address";
import { cellsOf, cellsOfRow, lastRow } from "../workbook/cells";
import { fromSerial, isDateFormat, isoDay } from "../workbook/dates";
import type { SheetHighlights } from "../workbook/highlight";
import type { CellStyle, ColumnPlan, PlanCell, RowPlan, SheetPlan } from "../workbook/plan";
import type { Cell, Sheet, Workbook } from "../workbook/workbook";
import { withoutNumbers } from "../county-workbook/privacy";
import type { Say } from "../findings/say";

/** Begins the name of every such sheet; Chinese in every language, as it is how the sheet is known for what it is. */
export const VIEW_PREFIX = "【查看】";

export interface Viewed {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  /** Whose it is: the unit's name, or the file's where it is nobody's. */
  readonly owner: string;
  readonly marks: SheetHighlights | undefined;
  /** The cell that the person asked for. */
  readonly focus: { readonly row: number; readonly column: number };
}

const FOCUS: CellStyle = { fill: "FFE45C", border: "medium" };

/**
 * So many cells are written without keeping a person waiting. Of a longer sheet its head and the rows around the cell
 * are shown, each in its own place.
 */
const MOST_CELLS = 20_000;
const HEAD_ROWS = 12;
const ROWS_AROUND = 200;

export function sourceViewSheet(viewed: Viewed, say: Say): SheetPlan {
  const { workbook, sheet, owner, focus, marks } = viewed;
  const fills = new Map((marks?.cells ?? []).map(({ row, column, fill }) => [toA1(row, column), fill]));
  const shown = shownCells(sheet, focus.row);
  const cells = new Map<string, PlanCell>();
  for (const cell of shown) cells.set(toA1(cell.row, cell.column), planCell(cell, workbook.date1904, say));
  for (const { row, column } of [...(marks?.cells ?? []), focus]) {
    const address = toA1(row, column);
    const cell = cells.get(address) ?? { row, column, value: null };
    const mark = row === focus.row && column === focus.column ? FOCUS : { fill: fills.get(address)! };
    cells.set(address, { ...cell, style: { ...cell.style, ...mark } });
  }
  const ordered = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const widths = columnWidths(ordered, sheet.merges);
  return {
    name: viewName(owner, sheet.name),
    tabColor: "8A6D3B",
    cells: ordered.map((cell) =>
      inMerge(sheet.merges, cell) ? cell : wrapped(cell, widths.get(cell.column)),
    ),
    merges: sheet.merges.filter(({ top, bottom, right }) => bottom - top < ROWS_AROUND && right < 200),
    columns: columnPlans(widths, sheet.hiddenColumns, focus.column),
    rows: rowPlans(sheet, focus.row),
    protected: true,
  };
}

/** `【查看】台上镇 关工02`, within Excel's 31 characters. */
export function viewName(owner: string, sheet: string): string {
  const name = `${VIEW_PREFIX}${owner} ${sheet}`.replace(/[\\/?*[\]:]/g, " ");
  return name.slice(0, 31).replace(/['\s]+$/, "");
}

function shownCells(sheet: Sheet, row: number): Cell[] {
  const all = [...cellsOf(sheet)].filter((cell) => cell.kind !== "empty");
  if (all.length <= MOST_CELLS) return all;
  return all
    .filter((cell) => cell.row < HEAD_ROWS || Math.abs(cell.row - row) <= ROWS_AROUND)
    .slice(0, MOST_CELLS);
}

/** Values only. A text keeps no number format, or Excel would read a number into it. */
function planCell({ row, column, kind, value, format }: Cell, date1904: boolean, say: Say): PlanCell {
  const text = String(value ?? "");
  // Excel makes a number of a telephone number that is typed into a cell without a format.
  const maybeTyped = kind !== "number" || format === undefined || format === "0" || format === "@";
  const clean = maybeTyped ? withoutNumbers(text, say) : text;
  if (clean !== text || kind === "text" || kind === "error") return { row, column, value: clean };
  if (kind !== "number") return { row, column, value };
  const shown = date1904 && isDateFormat(format) ? Number(value) + 1462 : Number(value);
  const usable = format !== undefined && format !== "@" && format.length <= 255;
  return { row, column, value: shown, ...(usable ? { style: { format } } : {}) };
}

const NARROWEST = 6;
const WIDEST = 32;

/** The grid knows no widths: each column is as wide as what is in it, within reason. */
function columnWidths(cells: readonly PlanCell[], merges: readonly Area[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { row, column, value } of cells) {
    const wanted = value === null || inMerge(merges, { row, column }) ? 0 : halfWidths(String(value)) + 2;
    widths.set(column, Math.max(widths.get(column) ?? NARROWEST, Math.min(WIDEST, wanted)));
  }
  return widths;
}

/** A title over many columns makes none of them wide. */
function inMerge(merges: readonly Area[], { row, column }: Pick<PlanCell, "row" | "column">): boolean {
  return merges.some((area) => area.left !== area.right && contains(area, row, column));
}

function wrapped(cell: PlanCell, width = WIDEST): PlanCell {
  const isLong = typeof cell.value === "string" && halfWidths(cell.value) > width;
  return isLong ? { ...cell, style: { ...cell.style, wrap: true } } : cell;
}

/** What the unit hid stays hidden, except for what the person wants to see. */
function columnPlans(
  widths: ReadonlyMap<number, number>,
  hidden: readonly Span[],
  focus: number,
): ColumnPlan[] {
  return [...widths]
    .sort(([a], [b]) => a - b)
    .map(([column, width]) => {
      const isHidden = column !== focus && within(hidden, column);
      return { column, width, ...(isHidden ? { hidden: true } : {}) };
    });
}

function rowPlans(sheet: Sheet, focus: number): RowPlan[] {
  const last = Math.min(lastRow(sheet), MOST_CELLS);
  const rows = Array.from({ length: last + 1 }, (_, row) => row);
  return rows
    .filter((row) => row !== focus && within(sheet.hiddenRows, row))
    .map((row) => ({ row, hidden: true }));
}

function within(spans: readonly Span[], index: number): boolean {
  return spans.some(({ first, last }) => first <= index && index <= last);
}

/** A cell of the row in which a finding is. */
export interface RowCell {
  /** `E7`. */
  readonly cell: string;
  /** What the column is called on the sheet; empty where no row above names the columns. */
  readonly heading: string;
  readonly text: string;
  /** The cell that the person asked for. */
  readonly here: boolean;
}

const MOST_SHOWN = 40;

/** Where there is no Excel to show the sheet: what is beside the cell, from left to right. */
export function rowAround(sheet: Sheet, focus: Viewed["focus"], date1904: boolean): RowCell[] {
  const cells = cellsOfRow(sheet, focus.row).filter(({ kind }) => kind !== "empty");
  const row = cells.map((cell) => ({ column: cell.column, text: textOf(cell, date1904) }));
  if (!row.some(({ column }) => column === focus.column)) row.push({ column: focus.column, text: "" });
  const headings = headingsAbove(sheet, focus.row);
  return row
    .sort((a, b) => a.column - b.column)
    .slice(0, MOST_SHOWN)
    .map(({ column, text }) => ({
      cell: toA1(focus.row, column),
      heading: headings(column),
      text,
      here: column === focus.column,
    }));
}

/** How a sheet begins, a row a line: what there is to see of a sheet about which something is said as a whole. */
export function sheetBeginning(sheet: Sheet, date1904: boolean): RowCell[] {
  const lines: RowCell[] = [];
  for (let row = 0; row <= lastRow(sheet) && lines.length < HEAD_ROWS; row++) {
    const texts = cellsOfRow(sheet, row)
      .filter(({ kind }) => kind !== "empty")
      .map((cell) => textOf(cell, date1904));
    if (texts.length === 0) continue;
    const text = texts.slice(0, MOST_SHOWN).join("  ");
    lines.push({ cell: toA1(row, 0), heading: "", text, here: false });
  }
  return lines;
}

const LIKE_A_NUMBER = /^[-\d.,，%\s]*$/;

/** The nearest row above that has words only, two or more: the names of the columns, also where cells are merged. */
function headingsAbove(sheet: Sheet, below: number): (column: number) => string {
  for (let row = below - 1; row >= 0; row--) {
    const cells = cellsOfRow(sheet, row).filter(({ kind }) => kind !== "empty");
    const isWords = cells.every(({ kind, value }) => kind === "text" && !LIKE_A_NUMBER.test(String(value)));
    if (cells.length < 2 || !isWords) continue;
    return (column) => {
      const merge = sheet.merges.find((area) => contains(area, row, column));
      const own = cells.find((cell) => cell.column === (merge?.left ?? column));
      return own === undefined ? "" : String(own.value).replace(/\s+/g, "").slice(0, 30);
    };
  }
  return () => "";
}

/** As a person would read it: a day, a per cent, at most two decimals. */
function textOf({ kind, value, format }: Cell, date1904: boolean): string {
  if (kind !== "number") return String(value);
  const day = isDateFormat(format) ? fromSerial(Number(value), date1904) : null;
  if (day) return isoDay(day);
  const share = format?.includes("%") === true;
  const rounded = Number((Number(value) * (share ? 100 : 1)).toFixed(2));
  return share ? `${rounded}%` : String(rounded);
}
