/** Other uses for columns of lists on an office's own sheet: added up, words, or left out as a person's. */
import { toA1 } from "../workbook/address";
import { ownListsOf } from "./own-lists";
import type { CellUse, OwnList } from "./own-sheet";
import type { DetailList, Form, ListColumn } from "./template";

/** Addresses of the cells for records, by the keys of their columns. */
function recordCells({ columns, rows }: OwnList): ReadonlyMap<string, readonly string[]> {
  const all = Array.from({ length: rows.last - rows.first + 1 }, (_, i) => rows.first + i);
  return new Map(columns.map(({ key, column }) => [key, all.map((row) => toA1(row, column))]));
}

export interface ListUses {
  readonly lists: readonly DetailList[];
  /** The cells that are no list's. */
  readonly others: ReadonlySet<string>;
}

/** A column of which any cell is among `cells` is that for all of its records. */
export function withListUses(
  form: Pick<Form, "own">,
  lists: readonly DetailList[],
  cells: ReadonlySet<string>,
  use: CellUse,
): ListUses {
  const others = new Set(cells);
  const changed = new Map<DetailList, ReadonlySet<string>>();
  for (const { list, detail } of ownListsOf(form, lists)) {
    const keys = new Set<string>();
    for (const [key, places] of recordCells(list)) {
      if (places.some((place) => cells.has(place))) keys.add(key);
      for (const place of places) others.delete(place);
    }
    changed.set(detail, keys);
  }
  return {
    others,
    lists: lists.map((detail) => ({
      ...detail,
      columns: detail.columns.map((column) =>
        changed.get(detail)?.has(column.name) ? usedAs(column, use) : column,
      ),
    })),
  };
}

function usedAs(column: ListColumn, use: CellUse): ListColumn {
  const { summed: _, ...rest } = column;
  if (use === "unused") return { ...rest, personal: true };
  const isNumber = ["decimal", "whole", "amount"].includes(column.kind);
  return use === "sum"
    ? { ...rest, kind: isNumber ? column.kind : "decimal", summed: true, personal: false }
    : { ...rest, kind: isNumber ? "text" : column.kind, personal: false };
}
