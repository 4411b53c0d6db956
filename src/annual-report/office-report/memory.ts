/**
 * The very hidden sheet by which a report that was filled can be filled again: where each placeholder was, and what was
 * written in its place. Where is a formula that refers to the cell, so that it follows when rows are put in, sheets are
 * renamed or cells are moved.
 */
import { cellAt } from "../../workbook/cells";
import { parseA1, quoteSheetName, toA1 } from "../../workbook/address";
import type { PlanCell, SheetPlan } from "../../workbook/plan";
import type { CellValue, Sheet, Workbook } from "../../workbook/workbook";

/** Belongs to the file format and never changes. */
const MARK = "township-report-consolidation/office-report";
const FORMAT = 1;
const SHEET = "_报表填数位置";
const FIRST_ROW = 1;
const COLUMNS = { kind: 0, text: 1, place: 2, written: 3, unit: 4 } as const;
const WIDTH = 5;

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** `cell`: one that had the text. `unit`: a unit's cell below a head or beside a label that had the text. */
export interface Remembered {
  readonly kind: "cell" | "unit";
  readonly text: string;
  /** Null where the cell was deleted. */
  readonly place: Place | null;
  readonly written: CellValue;
  /** Of `unit`; empty for the county's total. */
  readonly unit: string;
}

export interface Memory {
  readonly sheet: Sheet;
  readonly entries: readonly Remembered[];
}

export function isMemory(sheet: Sheet): boolean {
  return cellAt(sheet, 0, 0)?.value === MARK;
}

export function readMemory({ sheets }: Workbook): Memory | null {
  const sheet = sheets.find(isMemory);
  if (!sheet) return null;
  const entries: Remembered[] = [];
  for (let row = FIRST_ROW; ; row++) {
    const kind = cellAt(sheet, row, COLUMNS.kind)?.value;
    if (kind !== "cell" && kind !== "unit") return { sheet, entries };
    const value = (column: number): CellValue => cellAt(sheet, row, column)?.value ?? null;
    entries.push({
      kind,
      text: String(value(COLUMNS.text) ?? ""),
      place: placeIn(cellAt(sheet, row, COLUMNS.place)?.formula ?? ""),
      written: value(COLUMNS.written),
      unit: String(value(COLUMNS.unit) ?? ""),
    });
  }
}

/** `'某 表'!$B$4` → the cell; null for anything else, `#REF!` among it. */
export function placeIn(formula: string): Place | null {
  const [, quoted, plain, address] =
    /^=?(?:'((?:[^']|'')+)'|([^'!()\s]+))!(\$?[A-Za-z]{1,3}\$?\d{1,7})$/.exec(formula.trim()) ?? [];
  const cell = address === undefined ? null : parseA1(address.replaceAll("$", "").toUpperCase());
  return cell && { sheet: quoted?.replaceAll("''", "'") ?? plain!, ...cell };
}

/** The sheet as it is to be. */
export function memorySheet(entries: readonly Remembered[], taken: readonly string[]): SheetPlan {
  return { name: freeName(taken), visibility: "veryHidden", cells: cellsOfMemory(entries) };
}

function freeName(taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = SHEET;
  for (let i = 2; known.has(name); i++) name = `${SHEET}${i}`;
  return name;
}

/** What differs from the sheet that is there, emptied cells among it. */
export function memoryChanges({ sheet }: Memory, entries: readonly Remembered[]): readonly PlanCell[] {
  const wanted = cellsOfMemory(entries);
  const isWanted = new Set(wanted.map(({ row, column }) => `${row} ${column}`));
  const changed = wanted.filter(({ row, column, value, formula }) => {
    const now = cellAt(sheet, row, column);
    return formula === undefined ? (now?.value ?? null) !== value : now?.formula !== formula;
  });
  const gone: PlanCell[] = [];
  for (let row = FIRST_ROW; cellAt(sheet, row, COLUMNS.kind); row++)
    for (let column = 0; column < WIDTH; column++)
      if (cellAt(sheet, row, column) && !isWanted.has(`${row} ${column}`))
        gone.push({ row, column, value: null });
  return [...changed, ...gone];
}

function cellsOfMemory(entries: readonly Remembered[]): PlanCell[] {
  const rows = entries.flatMap(({ kind, text, place, written, unit }, i): PlanCell[] => {
    const row = FIRST_ROW + i;
    const reference =
      place && `${quoteSheetName(place.sheet)}!$${toA1(place.row, place.column).replace(/(?=\d)/, "$")}`;
    return [
      { row, column: COLUMNS.kind, value: kind, unguarded: true },
      { row, column: COLUMNS.text, value: text, unguarded: true },
      ...(reference === null ? [] : [{ row, column: COLUMNS.place, value: null, formula: reference }]),
      ...(written === null || written === ""
        ? []
        : [{ row, column: COLUMNS.written, value: written, unguarded: true }]),
      ...(unit === "" ? [] : [{ row, column: COLUMNS.unit, value: unit, unguarded: true }]),
    ];
  });
  return [{ row: 0, column: 0, value: MARK, unguarded: true }, { row: 0, column: 1, value: FORMAT }, ...rows];
}
