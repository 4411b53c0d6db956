/** Divides a sheet into regions: tables of lines and columns, lists of records. */
import type { SheetGrid } from "./grid";
import { listAt, type ListArea } from "./lists";
import { tablesAt, type TableArea } from "./tables";

export interface Regions {
  /** From top to bottom, those beside each other from left to right. */
  readonly tables: readonly TableArea[];
  readonly lists: readonly ListArea[];
}

export function findRegions(grid: SheetGrid): Regions {
  const tables: TableArea[] = [];
  const lists: ListArea[] = [];
  let row = 0;
  while (row < grid.rows) {
    const list = listAt(grid, row);
    if (list) {
      lists.push(list);
      row = list.bottom + 1;
      continue;
    }
    const found = tablesAt(grid, row);
    tables.push(...found);
    row = found.length === 0 ? row + 1 : found[0]!.rows.at(-1)! + 1;
  }
  return { tables, lists };
}

/** Is the row part of a region? */
export function isInside({ tables, lists }: Regions, row: number): boolean {
  return (
    tables.some(({ head, rows }) => row >= head.top && row <= rows.at(-1)!) ||
    lists.some(({ head, bottom }) => row >= head.top && row <= bottom)
  );
}
