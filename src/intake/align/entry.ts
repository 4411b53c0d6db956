/** One cell of a form or list as an entry, with what there is to say about it. */
import type { Finding } from "../finding";
import { cellFinding, type Subject } from "../findings";
import { at, mergeAt, place, type Grid } from "../grid";
import { normalise, type CellSpec, type Reading, type ReadSettings } from "../normalise";
import { logged } from "../normalise/reading";
import { CONFIRMED, repairKey, REPAIRED } from "../repair";
import type { Entry } from "../submission";
import { isExternal, recompute } from "./formulas";

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
  const asWritten =
    cell?.kind === "empty" && cell.formula !== undefined
      ? calculated(grid, cell.formula, normalise(cell, spec, settings))
      : normalise(cell, spec, settings);
  const reading = decided(asWritten, where, settings);
  const findings = reading.defect ? [cellFinding(reading.defect, where, subject)] : [];
  if (cell?.formula !== undefined && isExternal(cell.formula)) {
    const params = { raw: reading.raw, value: null, formula: `=${cell.formula}` };
    findings.push(cellFinding({ code: "D14", class: "explain", params }, where, subject));
  }
  return { entry: entryOf(reading, where, covered(grid, row, column), cell?.formula), findings };
}

/** What the county said of the cell, as long as the same still stands in it. */
function decided(reading: Reading, where: Entry["place"], { repairs, confirmed }: ReadSettings): Reading {
  const repair = repairs?.get(repairKey(where));
  const { raw, defect } = reading;
  if (repair !== undefined && repair.from === raw)
    return { raw, value: repair.to, state: "filled", approximate: false, steps: [REPAIRED] };
  const isConfirmed = defect?.class === "note" && confirmed.has(defect.code);
  return isConfirmed ? { ...reading, steps: [...reading.steps, CONFIRMED] } : reading;
}

/** D17: the formula has no value, but it is simple enough to be worked out here. */
function calculated(grid: Grid, formula: string, reading: Reading): Reading {
  const value = recompute(grid, formula);
  if (value === null) return reading;
  return logged("", value, {
    code: "D17",
    class: "explain",
    variant: "recomputed",
    params: { formula: `=${formula}` },
  });
}

/** D23: a cell under a merge is empty because the merge took its value. */
function covered(grid: Grid, row: number, column: number): boolean {
  const merge = mergeAt(grid, row, column);
  return merge !== undefined && (merge.top !== row || merge.left !== column);
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
