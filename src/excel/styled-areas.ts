/** Groups the cells of a plan by what is to be set on them, as few addresses as possible. */
import { areaToA1, type Area } from "../workbook/address";

export interface Located {
  readonly row: number;
  readonly column: number;
}

/** Excel takes at most 8,192 characters in one address argument; a margin is left. */
const ADDRESS_LIMIT = 8000;

/**
 * Rectangles that cover exactly the given cells: runs along the rows, joined downwards where they are equally wide.
 * The cells are in row-major order.
 */
export function coveringAreas(cells: readonly Located[]): Area[] {
  const done: Area[] = [];
  const open = new Map<string, Area>();
  for (const run of rowRuns(cells)) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above && above.bottom === run.top - 1) {
      open.set(key, { ...above, bottom: run.top });
    } else {
      if (above) done.push(above);
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}

function rowRuns(cells: readonly Located[]): Area[] {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  let run: (typeof runs)[number] | undefined;
  for (const { row, column } of cells) {
    if (run && run.top === row && run.right === column - 1) run.right = column;
    else runs.push((run = { top: row, bottom: row, left: column, right: column }));
  }
  return runs;
}

/** The areas as arguments for `Worksheet.getRanges`, each within Excel's limit. */
export function addressLists(areas: readonly Area[]): string[] {
  const lists: string[] = [];
  let current = "";
  for (const area of areas) {
    const address = areaToA1(area);
    if (current !== "" && current.length + address.length + 1 > ADDRESS_LIMIT) {
      lists.push(current);
      current = "";
    }
    current = current === "" ? address : `${current},${address}`;
  }
  if (current !== "") lists.push(current);
  return lists;
}

/** Cells by a key of theirs, in their order; cells whose key is null are left out. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
