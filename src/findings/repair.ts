/** 修改: a cell that the county reads otherwise than it is written. What the unit wrote is kept beside the value. */
import type { Place, Proposal } from "./finding";

export interface Repair {
  readonly place: Place;
  /** The text that is in the cell, as the entry's `raw`; where it has another text by now, the repair does not apply. */
  readonly from: string;
  readonly to: number | string | boolean;
  /** How the value was read: {@link REPAIRED}, or {@link TELEPHONED}. */
  readonly step: string;
}

/** By sheet and cell of one file. */
export type Repairs = ReadonlyMap<string, Repair>;

/** A reading step: the county took a proposal for the cell. */
export const REPAIRED = "repaired";
/** A reading step: the unit gave the county the figure by telephone. */
export const TELEPHONED = "telephoned";
/** Is it the county's figure that counts? */
export const isRepaired = ({ steps }: { readonly steps: readonly string[] }): boolean =>
  steps.includes(REPAIRED) || steps.includes(TELEPHONED);

export function stepOf({ because }: Pick<Proposal, "because">): string {
  return because.code === "telephone" ? TELEPHONED : REPAIRED;
}

/** A reading step: the county confirmed that the text was read rightly. */
export const CONFIRMED = "confirmed";

export function repairKey({ sheet, cell }: Pick<Place, "sheet" | "cell">): string {
  return `${sheet ?? ""}!${cell ?? ""}`;
}

/** Of two repairs of one cell the last counts. */
export function repairsByCell(repairs: readonly Repair[]): Repairs {
  return new Map(repairs.map((repair) => [repairKey(repair.place), repair]));
}
