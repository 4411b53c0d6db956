/** Whose the lines of a table are in which each unit fills its own, and how units are named otherwise. */
import type { OwnTable } from "../../template/own-sheet";
import type { Unit } from "../../template/template";
import { unitsOfLines } from "../../template/unit-lines";

export interface LineOwners {
  /** By the keys of lines; absent for totals and for names that no unit bears. */
  readonly byLine: ReadonlyMap<string, Unit>;
  unitNamed(text: string): Unit | null;
}

/** Undefined for a table of another kind. */
export function ownersOf(
  { unitLines }: OwnTable,
  units: readonly Unit[],
  unitNamed: LineOwners["unitNamed"],
): LineOwners | undefined {
  return unitLines && { byLine: unitsOfLines(unitLines, units), unitNamed };
}
