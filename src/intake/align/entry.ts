/** One cell of a form or list as an entry, with what there is to say about it. */
import type { Cell } from "../../workbook/workbook";
import type { Finding } from "../../findings/finding";
import { cellFinding, type Subject } from "../findings";
import { at, mergeAt, place, type Grid } from "../grid";
import { normalise, type CellSpec, type Reading, type ReadSettings } from "../normalise";
import { logged, refused } from "../normalise/reading";
import { areaToA1, type Area } from "../../workbook/address";
import { CONFIRMED, repairKey } from "../../findings/repair";
import type { Entry } from "../submission";
import { isExternal, recompute } from "./formulas";
import { besides, unreadable } from "./seen";

export interface ReadCell {
  readonly entry: Entry;
  readonly findings: readonly Finding[];
}

export function readEntry(
  grid: Grid,
  row: number,
  column: number,
  spec: CellSpec,
  subject: Subject,
  settings: ReadSettings,
): ReadCell {
  const cell = at(grid, row, column);
  const where = place(grid, row, column);
  const seen = unreadable(grid, row, column) ?? asWritten(grid, cell, spec, settings);
  const merge = coveringMerge(grid, row, column);
  const visible = merge && seen.state !== "blank" ? underMerge(seen, merge) : seen;
  const reading = decided(visible, where, settings);
  const defects = [...(reading.defect ? [reading.defect] : []), ...besides(grid, row, column, reading)];
  const findings = defects.map((defect) => cellFinding(defect, where, subject));
  if (cell?.formula !== undefined && isExternal(cell.formula)) {
    const params = { raw: reading.raw, value: null, formula: `=${cell.formula}` };
    findings.push(cellFinding({ code: "D14", class: "explain", params }, where, subject));
  }
  return { entry: entryOf(reading, where, merge !== undefined, cell?.formula), findings };
}

function asWritten(grid: Grid, cell: Cell | undefined, spec: CellSpec, settings: ReadSettings): Reading {
  const reading = normalise(cell, spec, settings);
  const isUncalculated = cell?.kind === "empty" && cell.formula !== undefined;
  return isUncalculated ? calculated(grid, cell.formula, reading) : reading;
}

/** What the county said of the cell, as long as the same still is in it. */
function decided(reading: Reading, where: Entry["place"], { repairs, confirmed }: ReadSettings): Reading {
  const repair = repairs?.get(repairKey(where));
  const { raw, defect } = reading;
  if (repair !== undefined && repair.from === raw)
    return { raw, value: repair.to, state: "filled", approximate: false, steps: [repair.step] };
  const isConfirmed = defect?.class === "note" && confirmed.has(defect.code);
  return isConfirmed ? { ...reading, steps: [...reading.steps, CONFIRMED] } : reading;
}

/** D17: the formula has no value, but it is simple enough to be worked out here. */
function calculated(grid: Grid, formula: string, reading: Reading): Reading {
  const value = recompute(grid, formula);
  if (value === null) return reading;
  return logged("", value, {
    code: "D17",
    class: "note",
    variant: "recomputed",
    params: { formula: `=${formula}` },
  });
}

/** The merge that covers the cell, which then shows nothing; undefined for its first cell, which shows the value. */
function coveringMerge(grid: Grid, row: number, column: number): Area | undefined {
  const merge = mergeAt(grid, row, column);
  return merge !== undefined && (merge.top !== row || merge.left !== column) ? merge : undefined;
}

/** D23: a merge usually takes the values of the cells under it; one that is still there is seen by no person. */
function underMerge({ raw }: Reading, merge: Area): Reading {
  return refused(raw, {
    code: "D23",
    class: "explain",
    variant: "hidden",
    params: { area: areaToA1(merge) },
  });
}

function entryOf(
  reading: Reading,
  where: Entry["place"],
  merged: boolean,
  formula: string | undefined,
): Entry {
  const { raw, value, state, approximate, steps } = reading;
  return {
    raw,
    value,
    state,
    approximate,
    steps: merged ? [...steps, "D23"] : steps,
    place: where,
    ...(formula === undefined ? {} : { formula }),
  };
}
