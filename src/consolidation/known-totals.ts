/** County totals of units of which no more is known than their numbers, as a county workbook has them. */
import type { Template } from "../template/template";
import { adjustmentOf, type Adjustment } from "./adjustments";
import type { Contribution, Total } from "./consolidation";
import { countyLines, type FormLine } from "./contributions";
import { derivedTotals, isDerived } from "./derived";
import { exactSum } from "../workbook/exact-sum";
import { totalValue } from "./total-value";

/** By code; 是 and 否 are 1 and 0. */
export type Values = ReadonlyMap<string, number>;

const NOWHERE = { file: null, sheet: null, cell: null } as const;

/** One contribution per unit that has a value in the line, in the order of the units. */
export function knownContributions(
  { indicator: { code, kind } }: FormLine,
  units: ReadonlyMap<string, Values>,
): Contribution[] {
  return [...units].flatMap(([unit, values]): Contribution[] => {
    const value = values.get(code);
    if (value === undefined) return [];
    const shown = kind === "yesNo" ? value === 1 : value;
    return [{ unit, value: shown, approximate: false, raw: "", place: NOWHERE }];
  });
}

/**
 * The totals by the template's aggregations, those that are numbers. `before`: the totals of the year before, on which
 * some rest; null where they are not known.
 */
export function knownTotals(
  units: ReadonlyMap<string, Values>,
  template: Template,
  adjustments: readonly Adjustment[] = [],
  before: Values | null = null,
): Values {
  const added = new Map(
    countyLines(template).map((line): [string, Total] => {
      const { indicator } = line;
      const { code } = indicator;
      const contributions = knownContributions(line, units);
      const sum = isDerived(indicator) ? null : totalValue(indicator, contributions);
      const adjustment = adjustmentOf(indicator, adjustments);
      const value = typeof sum === "number" && adjustment !== 0 ? exactSum([sum, adjustment]) : sum;
      return [code, { code, value, lastYear: null, units: contributions.length, expected: 0, contributions }];
    }),
  );
  const derived = derivedTotals(template, added, before);
  return new Map(
    [...added].flatMap(([code, total]): [string, number][] => {
      const { value } = derived.get(code) ?? total;
      return typeof value === "number" ? [[code, value]] : [];
    }),
  );
}
