/** The county's totals, made again from the units' values each time: nothing is carried over from the totals of before. */
import type { Finding } from "../findings/finding";
import type { Submission } from "../intake/submission";
import type { Template, Unit } from "../template/template";
import { factsOf } from "../validation/facts";
import type { Evidence } from "../validation/evidence";
import type { LastYear } from "../validation/last-year";
import type { Consolidation, Reported, Total } from "./consolidation";
import { type FormLine, contributionsTo, countyLines, fillsLine } from "./contributions";
import { adjustmentOf, type Adjustment } from "./adjustments";
import { derivedTotals, isDerived, type CountyLists } from "./derived";
import { exactSum } from "../workbook/exact-sum";
import { ofSameUnits } from "./comparable-last-year";
import { rankingOf } from "./ranking";
import { totalValue } from "./total-value";

export interface ConsolidationInput {
  readonly template: Template;
  /** `2020`; null where there is none. */
  readonly period: string | null;
  /** What is counted, one per unit of the register; in any order. */
  readonly submissions: readonly Submission[];
  readonly reported: readonly Reported[];
  readonly missing: readonly Unit[];
  readonly findings: readonly Finding[];
  readonly lastYear: LastYear | null;
  /** The period before; not known if absent. */
  readonly lastPeriod?: LastYear | null;
  /** None if absent. */
  readonly adjustments?: readonly Adjustment[];
  /** None if absent. */
  readonly evidence?: Evidence | null;
}

/** Adds up the submissions by the template's aggregations. The order of the submissions does not matter. */
export function consolidate(input: ConsolidationInput): Consolidation {
  const { template, adjustments = [] } = input;
  const submissions = inRegisterOrder(input.submissions, template);
  const counted = new Set(submissions.map(({ unit }) => unit!.name));
  const lastYear = input.lastYear && ofSameUnits(input.lastYear, counted, template);
  const lastPeriod = input.lastPeriod && ofSameUnits(input.lastPeriod, counted, template);
  const lines = countyLines(template);
  const added = new Map(
    lines.map((line) => [
      line.indicator.code,
      addedUp(line, submissions, { ...input, lastYear, adjustments }),
    ]),
  );
  const lists = listsOf(submissions, template);
  const derived = derivedTotals(template, added, lastYear?.totals ?? null, lists);
  const totals = new Map([...added].map(([code, total]) => [code, derived.get(code) ?? total]));
  const ranking = rankingOf({ ...input, submissions });
  return {
    ...input,
    lastYear,
    ...(lastPeriod ? { lastPeriod } : {}),
    ...(ranking ? { ranking } : {}),
    adjustments,
    submissions,
    totals,
  };
}

function listsOf(submissions: readonly Submission[], template: Template): CountyLists {
  const facts = submissions.map((submission) => factsOf(submission, new Map(), null));
  const rowsOf = (list: string) => facts.flatMap((each) => each.rows(list) ?? []);
  const senders = (list: string): number => facts.filter((each) => each.rows(list) !== null).length;
  return {
    rows: (list) => (senders(list) === 0 ? null : rowsOf(list)),
    reportedBy: (list) => {
      const kinds = template.lists.find(({ id }) => id === list)?.fills ?? [];
      return {
        units: senders(list),
        expected: template.units.filter(({ kind }) => kinds.includes(kind)).length,
      };
    },
  };
}

/** The total as far as it follows from the line itself; a derived line's value comes later, from these. */
function addedUp(
  line: FormLine,
  submissions: readonly Submission[],
  { template, lastYear, adjustments = [] }: ConsolidationInput,
): Total {
  const { indicator } = line;
  const adjustment = adjustmentOf(indicator, adjustments);
  const contributions = contributionsTo(line, submissions);
  return {
    code: indicator.code,
    value: isDerived(indicator) ? null : adjusted(totalValue(indicator, contributions), adjustment),
    lastYear: lastYear?.totals.get(indicator.code) ?? null,
    units: contributions.length,
    expected: template.units.filter((unit) => fillsLine(line, unit)).length,
    contributions,
    ...(adjustment === 0 ? {} : { adjustment }),
  };
}

/** Where nobody reported there is nothing to adjust. */
function adjusted(value: Total["value"], adjustment: number): Total["value"] {
  return typeof value === "number" && adjustment !== 0 ? exactSum([value, adjustment]) : value;
}

function inRegisterOrder(submissions: readonly Submission[], template: Template): Submission[] {
  const ranks = new Map(template.units.map((unit, rank) => [unit.name, rank]));
  const known = submissions.filter((submission) => submission.unit && ranks.has(submission.unit.name));
  return known.sort((a, b) => ranks.get(a.unit!.name)! - ranks.get(b.unit!.name)!);
}
