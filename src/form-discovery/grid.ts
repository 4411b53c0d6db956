/** A sheet as a person sees it: every cell under a merge shows what its first cell holds. */
import { contains, type Area } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import { fold } from "../workbook/fold";
import type { Cell, Sheet } from "../workbook/workbook";
import { hasReference } from "./formula-text";

/** Larger sheets are no form that units fill. */
const MAX_ROWS = 5000;
const MAX_COLUMNS = 400;

export type Shows = "empty" | "text" | "number" | "formula" | "error";

export interface GridCell {
  /** A formula without any reference counts as the number that somebody typed, one with a text as that text. */
  readonly shows: Shows;
  /** Folded to NFKC and trimmed; empty where the cell holds no text. */
  readonly text: string;
  /** As it is written. */
  readonly written: string;
  readonly number: number | null;
  readonly formula?: string;
  readonly format?: string;
  /** The cell itself, or the merge that it belongs to. */
  readonly area: Area;
}

export class SheetGrid {
  readonly rows: number;
  readonly columns: number;
  /** The sheet goes on beyond what is looked at. */
  readonly tooLarge: boolean;
  private readonly cells = new Map<number, GridCell>();
  private readonly merges = new Map<number, Area>();

  constructor(readonly sheet: Sheet) {
    let [rows, columns] = [0, 0];
    const found: Cell[] = [];
    this.tooLarge = false;
    for (const cell of cellsOf(sheet)) {
      if (cell.row >= MAX_ROWS || cell.column >= MAX_COLUMNS) this.tooLarge = true;
      else found.push(cell);
    }
    for (const { row, column } of found)
      [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
    for (const merge of sheet.merges)
      if (merge.top < rows) rows = Math.max(rows, Math.min(merge.bottom + 1, MAX_ROWS));
    this.rows = rows;
    this.columns = columns;
    for (const area of sheet.merges) this.cover(area);
    for (const cell of found) this.put(cell);
  }

  /** What is seen at the place. */
  at(row: number, column: number): GridCell {
    const merge = this.merges.get(key(row, column));
    const [r, c] = merge ? [merge.top, merge.left] : [row, column];
    return (
      this.cells.get(key(r, c)) ?? empty(merge ?? { top: row, left: column, bottom: row, right: column })
    );
  }

  /** Does what is seen here begin here? */
  begins(row: number, column: number): boolean {
    const { top, left } = this.at(row, column).area;
    return top === row && left === column;
  }

  /** The cells that begin in the row and show something, from left to right. */
  filled(row: number, left = 0, right = this.columns - 1): { column: number; cell: GridCell }[] {
    const found: { column: number; cell: GridCell }[] = [];
    for (let column = left; column <= right; column++) {
      const cell = this.at(row, column);
      if (cell.shows !== "empty" && cell.area.top === row && cell.area.left === column)
        found.push({ column, cell });
    }
    return found;
  }

  private cover(area: Area): void {
    const bottom = Math.min(area.bottom, this.rows - 1);
    const right = Math.min(area.right, this.columns - 1);
    for (let row = area.top; row <= bottom; row++)
      for (let column = area.left; column <= right; column++) {
        if (!this.merges.has(key(row, column))) this.merges.set(key(row, column), area);
      }
  }

  private put(cell: Cell): void {
    const merge = this.merges.get(key(cell.row, cell.column));
    if (merge && !(merge.top === cell.row && merge.left === cell.column)) return;
    const area = merge ?? { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    const seen = shown(cell);
    if (seen.shows !== "empty" && contains(area, cell.row, cell.column))
      this.cells.set(key(cell.row, cell.column), { ...seen, area });
  }
}

function shown({ kind, value, formula, format }: Cell): Omit<GridCell, "area"> {
  const rest = { ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }) };
  const text = kind === "text" ? tidy(String(value)) : "";
  const number = kind === "number" ? Number(value) : null;
  const words = { text, written: kind === "text" ? String(value) : "", number, ...rest };
  if (kind === "error" && (formula === undefined || formula.startsWith("#")))
    return { ...words, shows: "error" };
  if (formula !== undefined && hasReference(formula))
    return { ...words, shows: text === "" ? "formula" : "text" };
  if (kind === "error") return { ...words, shows: "error" };
  if (kind === "text") return { ...words, shows: text === "" ? "empty" : "text" };
  return { ...words, shows: kind === "empty" && formula === undefined ? "empty" : "number" };
}

/** Folded, white space as single blanks, none at the ends. */
export function tidy(text: string): string {
  return fold(text).replace(/\s+/g, " ").trim();
}

function empty(area: Area): GridCell {
  return { shows: "empty", text: "", written: "", number: null, area };
}

function key(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}
