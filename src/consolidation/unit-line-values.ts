/** What belongs into the lines of a table that has one for each unit: its own values, and what totals of lines come to. */
import type { Entry } from "../intake/submission";
import { totalLineOf, unitsOfLines } from "../template/unit-lines";
import type { OwnCell, OwnTable, UnitLine } from "../template/own-sheet";
import type { Form, Indicator, Unit } from "../template/template";
import type { Consolidation, Total } from "./consolidation";
import { consolidate } from "./consolidate";
import { entryOf, fillsLine } from "./contributions";

export interface LineValue {
  readonly cell: OwnCell;
  readonly indicator: Indicator;
  readonly value: number | string | null;
  /** How many units the value rests on. */
  readonly units: number;
  /** The unit whose line it is, and what it wrote; absent for a line that adds up others. */
  readonly own?: { readonly unit: Unit; readonly entry: Entry | undefined };
  /**
   * Of a line that adds up others: these units, or the whole county. `isMore`: the lines do not come to the county's
   * total, because of a unit without a line or an adjustment.
   */
  readonly sum?: { readonly units: readonly string[]; readonly isWhole: boolean; readonly isMore: boolean };
}

type Known = Pick<Consolidation, "template" | "totals" | "submissions">;

/** Every cell with an item, of units and totals; none for a table of another kind. */
export function valuesInLines(consolidation: Known, form: Form, { unitLines }: OwnTable): LineValue[] {
  if (!unitLines) return [];
  const { template, submissions, totals } = consolidation;
  const units = unitsOfLines(unitLines, template.units);
  const items = new Map(form.indicators.map((indicator) => [indicator.code, indicator]));
  const whole = totalLineOf(unitLines);
  const inLines = new Set([...units.values()].map(({ name }) => name));
  return unitLines.lines.flatMap((line): LineValue[] => {
    const unit = units.get(line.key);
    const submission = unit && submissions.find((each) => each.unit?.code === unit.code);
    const sums = line === whole ? totals : line.sums && totalsOf(consolidation, line, units);
    return unitLines.cells.flatMap((cell): LineValue[] => {
      const indicator = cell.line === line.key ? items.get(cell.item ?? "") : undefined;
      if (!indicator) return [];
      const base = { cell, indicator };
      if (!sums) {
        const mayFill = unit !== undefined && fillsLine({ form, indicator }, unit);
        const entry = submission && mayFill ? entryOf({ form, indicator }, submission) : undefined;
        const isFilled = entry?.state === "filled" && entry.value !== null;
        return [
          {
            ...base,
            value: isFilled ? shown(entry.value!) : null,
            units: isFilled ? 1 : 0,
            ...(unit === undefined ? {} : { own: { unit, entry } }),
          },
        ];
      }
      const total = sums.get(indicator.code);
      const sum = {
        units: (line.sums ?? []).flatMap((key) => units.get(key)?.name ?? []),
        isWhole: line === whole,
        isMore: line === whole && total !== undefined && holdsMore(total, inLines),
      };
      return [{ ...base, value: total?.value ?? null, units: total?.units ?? 0, sum }];
    });
  });
}

function shown(value: NonNullable<Entry["value"]>): number | string {
  return typeof value === "boolean" ? (value ? "是" : "否") : value;
}

function holdsMore({ adjustment, contributions }: Total, inLines: ReadonlySet<string>): boolean {
  return adjustment !== undefined || contributions.some(({ unit }) => !inLines.has(unit));
}

/** The totals of the units alone whose lines the line adds up. */
function totalsOf(
  { template, submissions }: Known,
  { sums = [] }: UnitLine,
  units: ReadonlyMap<string, Unit>,
): ReadonlyMap<string, Total> {
  const wanted = new Set(sums.map((key) => units.get(key)?.code));
  return consolidate({
    template,
    period: null,
    submissions: submissions.filter(({ unit }) => unit && wanted.has(unit.code)),
    reported: [],
    missing: [],
    findings: [],
    lastYear: null,
  }).totals;
}
