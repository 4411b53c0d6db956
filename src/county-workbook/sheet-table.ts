/** A table on a sheet of the county workbook: its columns are named once, for writing it and for reading it again. */
import type { Say } from "../findings/say";
import { cellAt, cellsOfRow, lastRow } from "../workbook/cells";
import type { CellStyle, PlanCell } from "../workbook/plan";
import { planCell, type SheetBuilder } from "../workbook/sheet-builder";
import type { Cell, CellValue, Sheet } from "../workbook/workbook";

type Content = readonly [value: PlanCell["value"], style: CellStyle];

export class SheetTable<Key extends string> {
  /** Keys and widths in characters, from left to right. The head of a column is the message `report.head.<key>`. */
  constructor(readonly columns: readonly (readonly [key: Key, width: number])[]) {}

  /** The column of this key, counted from 0. */
  column(key: Key): number {
    return this.columns.findIndex(([each]) => each === key);
  }

  headOf(key: Key, say: Say): string {
    return say(`report.head.${key}`);
  }

  putHeads(sheet: SheetBuilder, row: number, say: Say, style: CellStyle): void {
    this.columns.forEach(([key], column) => sheet.put(row, column, this.headOf(key, say), style));
  }

  /** Null: no cell. */
  putRow(sheet: SheetBuilder, row: number, contents: Readonly<Record<Key, Content | null>>): void {
    for (const { column, value, style } of this.cellsOfRow(row, contents))
      sheet.put(row, column, value, style);
  }

  /** The cells that {@link putRow} puts. */
  cellsOfRow(row: number, contents: Readonly<Record<Key, Content | null>>): PlanCell[] {
    return this.columns.flatMap(([key], column) => {
      const content = contents[key];
      return content ? [planCell(row, column, content[0], content[1])] : [];
    });
  }

  /**
   * The rows below the heads, wherever people moved rows and columns. `labels`: keys by the heads with which the table was
   * written. Null where the sheet no longer has the heads of all `needed` columns.
   */
  read(
    sheet: Sheet,
    labels: ReadonlyMap<string, string>,
    needed: readonly Key[] = this.columns.map(([key]) => key),
  ): ReadRow<Key>[] | null {
    const keysOf = (cells: readonly Cell[]): [string, number][] =>
      cells.flatMap(({ column, value }): [string, number][] => {
        const key = labels.get(String(value));
        return key === undefined ? [] : [[key, column]];
      });
    return rowsBelowHeads<Key>(sheet, (cells) => new Map(keysOf(cells)), needed);
  }
}

/** A row of a table that was read. */
export interface ReadRow<Key extends string> {
  /** Of the sheet, counted from 0. */
  readonly row: number;
  /** Null where the cell is empty or its column is gone. */
  value(key: Key): CellValue;
  text(key: Key): string;
}

/**
 * The rows below the first row that has all `needed` columns; null where no row has. `columnsIn`: the columns by their
 * keys, as far as a row of cells has their heads.
 */
export function rowsBelowHeads<Key extends string>(
  sheet: Sheet,
  columnsIn: (cells: readonly Cell[]) => ReadonlyMap<string, number>,
  needed: readonly Key[],
): ReadRow<Key>[] | null {
  for (let head = 0; head <= lastRow(sheet); head++) {
    const columns = columnsIn(cellsOfRow(sheet, head));
    if (!needed.every((key) => columns.has(key))) continue;
    return Array.from({ length: lastRow(sheet) - head }, (_, i) => readRow(sheet, head + 1 + i, columns));
  }
  return null;
}

function readRow(sheet: Sheet, row: number, columns: ReadonlyMap<string, number>): ReadRow<string> {
  const value = (key: string): CellValue => cellAt(sheet, row, columns.get(key) ?? -1)?.value ?? null;
  return { row, value, text: (key) => String(value(key) ?? "") };
}
