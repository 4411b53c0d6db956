/** The head of a detail list: the row that names its columns. */
import { columnOfHeading } from "../columns";
import type { Grid } from "../grid";
import { rawText } from "../normalise/clean";
import type { ListTarget } from "../template-words";

export interface Head {
  readonly row: number;
  /** By column name. */
  readonly at: ReadonlyMap<string, number>;
  /** The column that counts the rows. */
  readonly ordinal: number | null;
}

/** The row that names most of the list's columns. */
export function findHead(grid: Grid, target: ListTarget): Head | null {
  let best: Head | null = null;
  for (const [row, cells] of grid.rows) {
    if (best?.at.size === target.list.columns.length) break;
    const at = new Map<string, number>();
    let ordinal: number | null = null;
    for (const cell of cells) {
      const name = target.labels.find(rawText(cell));
      if (name !== null && !at.has(name)) at.set(name, cell.column);
      else if (columnOfHeading(rawText(cell), null) === "ordinal") ordinal ??= cell.column;
    }
    if (at.size >= 2 && at.size > (best?.at.size ?? 0)) best = { row, at, ordinal };
  }
  return best;
}
