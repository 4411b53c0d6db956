/** 修改: a cell that the county reads otherwise than it is written. What the unit wrote is kept beside the value. */
import type { Place } from "./finding";

export interface Repair {
  readonly place: Place;
  /** The text that is in the cell, as the entry's `raw`; where it has another text by now, the repair does not apply. */
  readonly from: string;
  readonly to: number | string | boolean;
}

/** By sheet and cell of one file. */
export type Repairs = ReadonlyMap<string, Repair>;

/** A reading step: the county took a proposal for the cell. */
export const REPAIRED = "repaired";
/** A reading step: the county confirmed that the text was read rightly. */
export const CONFIRMED = "confirmed";

export function repairKey({ sheet, cell }: Pick<Place, "sheet" | "cell">): string {
  return `${sheet ?? ""}!${cell ?? ""}`;
}

/** Of two repairs of one cell the last counts. */
export function repairsByCell(repairs: readonly Repair[]): Repairs {
  return new Map(repairs.map((repair) => [repairKey(repair.place), repair]));
}
