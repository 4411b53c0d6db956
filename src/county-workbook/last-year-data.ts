/** 上年数据: last year's values of the units, and its totals. */
import type { Consolidation, Total } from "../consolidation/consolidation";
import type { FormLine } from "../consolidation/contributions";
import { derivedTotals, isDerived } from "../consolidation/derived";
import { knownContributions } from "../consolidation/known-totals";
import { totalValue } from "../consolidation/total-value";
import type { LastYear } from "../validation/last-year";
import type { SheetPlan } from "../workbook/plan";
import type { CountyContext } from "./county-context";
import type { DataLayout } from "../county-layout/data-layout";
import { writeDataSheet, type TotalCell } from "./data-sheet";
import type { FormPlaces } from "../county-layout/form-places";
import { comparedNote, incomparableNote } from "./compared";
import { periodText, type Say } from "../findings/say";

/** Null where last year is not known. */
export function lastYearDataSheet(context: CountyContext, forms: FormPlaces): SheetPlan | null {
  const { consolidation, say, before } = context;
  const { template, lastYear } = consolidation;
  if (!before || !lastYear) return null;
  const types = new Map(template.units.map((unit) => [unit.name, unit.type]));
  const totals = new LastYearTotals(context, before, lastYear);
  return writeDataSheet(
    template,
    before,
    {
      title: say("report.lastYear.title", { period: periodText(lastYear.period, say) }),
      note: say("report.lastYear.note") + comparedNote(context) + incomparableNote(context),
      units: before.units.map((name) => ({
        name,
        type: types.get(name) ?? "",
        status: statusOf(name, types.has(name), consolidation, say),
      })),
      applies: () => true,
      valueOf: (unit, line) => {
        const values = lastYear.units.get(unit);
        return values && knownContributions(line, new Map([[unit, values]]))[0];
      },
      totalOf: (line) => totals.cell(line),
      comparedOf: (line) => totals.comparedCell(line),
      linkOf: ({ indicator }) => forms.total(indicator.code),
    },
    say,
  );
}

/** A unit that was renamed or merged bears its former names; one that is missing this year is not compared. */
function statusOf(
  unit: string,
  isKnown: boolean,
  { lastYear, submissions }: Consolidation,
  say: Say,
): string {
  if (!isKnown) return say("report.lastYear.former");
  const names = lastYear?.former?.get(unit)?.join(say("report.enumerate"));
  const isMissing = lastYear?.whole !== undefined && !submissions.some((each) => each.unit?.name === unit);
  const words = [
    ...(names === undefined ? [] : [say("report.lastYear.formerNames", { names })]),
    ...(isMissing ? [say("report.compared.not")] : []),
  ];
  return words.length > 0 ? words.join(say("report.comma")) : say("report.lastYear.known");
}

/** Last year's totals: a live formula where it gives what that workbook says, else what it says, as it is. */
class LastYearTotals {
  private readonly stored: ReadonlyMap<string, Total>;
  private readonly recomputed: ReadonlyMap<string, Total>;

  constructor(
    private readonly context: CountyContext,
    private readonly layout: DataLayout,
    private readonly lastYear: LastYear,
  ) {
    const { units, totals, whole = totals } = lastYear;
    const stored = layout.lines.map((line): [string, Total] => {
      const { code } = line.indicator;
      const contributions = knownContributions(line, units);
      const value = whole.get(code) ?? null;
      return [code, { code, value, lastYear: null, units: contributions.length, expected: 0, contributions }];
    });
    this.stored = new Map(stored);
    // The year before last is not known.
    this.recomputed = derivedTotals(context.consolidation.template, this.stored, null);
  }

  cell(line: FormLine): TotalCell | null {
    const { code } = line.indicator;
    const total = this.stored.get(code);
    if (typeof total?.value !== "number") return null;
    const again = isDerived(line.indicator)
      ? this.recomputed.get(code)?.value
      : totalValue(line.indicator, total.contributions);
    const { value } = total;
    if (typeof again !== "number" || !close(again, value)) return { value };
    const formula = this.context.formulas.formula(line, total, {
      range: (each) => this.layout.range(each),
      summed: (each) => this.layout.summed(each),
      total: (ref) => this.layout.ownTotal(ref.code),
      known: (ref) => this.stored.get(ref.code)?.value != null,
      // Last year's records are in last year's workbook.
      records: { column: () => null, count: () => null },
    });
    return formula === null ? { value } : { value, formula };
  }

  /** Of the units alone with which this year is compared. */
  comparedCell({ indicator }: FormLine): TotalCell | null {
    const { code, aggregation } = indicator;
    const { totals } = this.lastYear;
    const value = totals.get(code);
    if (value === undefined) return null;
    if (aggregation === "max") return { value };
    const formula = isDerived(indicator)
      ? this.context.formulas.derivedFormula(indicator, {
          total: (ref) => this.layout.ownCompared(ref.code),
          known: (ref) => totals.has(ref.code),
        })
      : this.layout.sum(this.compared, code);
    return formula === null ? { value } : { value, formula };
  }

  private get compared(): string[] {
    return this.context.consolidation.submissions.map(({ unit }) => unit!.name);
  }
}

/** Equal except for what arithmetic in binary adds. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
