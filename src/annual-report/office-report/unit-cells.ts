/** The cells that a placeholder of units fills: below it where units are named at the left, beside it where they are above. */
import type { Grid, Named } from "./grid";

export interface UnitCell {
  readonly row: number;
  readonly column: number;
  readonly named: Named;
  /** What names the row or column. */
  readonly label: { readonly row: number; readonly column: number; readonly text: string };
}

/** Every row or column between the first and the last unit, those among them that name nothing known. */
export function unitCells(grid: Grid, row: number, column: number): readonly UnitCell[] {
  const below = downwards(grid, row, column);
  return below.length > 0 ? below : beside(grid, row, column);
}

function downwards(grid: Grid, row: number, column: number): UnitCell[] {
  const names = nameColumn(grid, row, column);
  if (names === null) return [];
  const found: UnitCell[] = [];
  for (let r = row + 1; r <= grid.lastRow; r++) {
    const isEmpty = grid.row(r).every(({ value, formula }) => value === null && formula === undefined);
    if (isEmpty && found.length > 0) break;
    const text = grid.cell(r, names)?.value;
    if (typeof text !== "string" || text.trim() === "") continue;
    found.push({ row: r, column, named: grid.named(text), label: { row: r, column: names, text } });
  }
  return betweenUnits(found);
}

/** The column at the left, or else at the right, with the most units below the row. */
function nameColumn(grid: Grid, row: number, column: number): number | null {
  const counts = new Map<number, number>();
  for (let r = row + 1; r <= grid.lastRow; r++) {
    for (const cell of grid.row(r)) {
      const isCounted = cell.column !== column && grid.unitIn(r, cell.column) !== null;
      if (isCounted) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
    }
  }
  const left = [...counts].filter(([each]) => each < column);
  const best = (left.length > 0 ? left : [...counts]).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best?.[0] ?? null;
}

function beside(grid: Grid, row: number, column: number): UnitCell[] {
  for (let above = row - 1; above >= 0; above--) {
    const found = grid
      .row(above)
      .flatMap(({ column: c, value }): UnitCell[] =>
        c > column && typeof value === "string" && value.trim() !== ""
          ? [{ row, column: c, named: grid.named(value), label: { row: above, column: c, text: value } }]
          : [],
      );
    const units = betweenUnits(found);
    if (units.length > 0) return units;
  }
  return [];
}

/** Headings before the first unit and notes behind the last are none; a total may be first or last. */
function betweenUnits(cells: readonly UnitCell[]): UnitCell[] {
  if (!cells.some(({ named }) => named !== null && named !== "total")) return [];
  const first = cells.findIndex(({ named }) => named !== null);
  const last = cells.findLastIndex(({ named }) => named !== null);
  return cells.slice(first, last + 1);
}
