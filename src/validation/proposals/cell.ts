/** The cell that a finding is at, for proposing what it should say. */
import type { Place } from "../../findings/finding";
import { repairKey } from "../../findings/repair";
import type { Entry } from "../../intake/submission";
import type { DetailList, Indicator } from "../../template/template";
import type { CheckContext } from "../check";

export interface CellAt {
  readonly entry: Entry;
  /** Null in a list. */
  readonly indicator: Indicator | null;
  /** How the template computes it, in words; null where it does not. */
  formula(): string | null;
  /** It is in the column 上年. */
  readonly lastYear: boolean;
}

/** Cells of forms and lists by sheet and cell; lists with personal columns, and the cover, are left alone. */
export function cellsOf(context: CheckContext): ReadonlyMap<string, CellAt> {
  const cells = new Map<string, CellAt>();
  const add = (cell: CellAt): void => void cells.set(repairKey(cell.entry.place), cell);
  for (const { indicator, line } of context.lines()) {
    const compiled = context.words.formulas.get(indicator.code);
    const formula = (): string | null => (compiled === undefined ? null : context.formulaText(compiled));
    add({ entry: line.current, indicator, formula, lastYear: false });
    if (line.lastYear) add({ entry: line.lastYear, indicator, formula, lastYear: true });
  }
  for (const list of context.template.lists.filter(isOpen)) {
    for (const { cells: row } of context.submission.lists.get(list.id)?.rows ?? []) {
      for (const entry of row.values()) add({ entry, indicator: null, formula: () => null, lastYear: false });
    }
  }
  return cells;
}

function isOpen({ personal, columns }: DetailList): boolean {
  return !personal && columns.every((column) => !column.personal);
}

export function cellAt(cells: ReadonlyMap<string, CellAt>, place: Place): CellAt | null {
  return place.cell === null ? null : (cells.get(repairKey(place)) ?? null);
}
