/** 上年数据: last year's values of the units, and its totals. */
import type { Contribution, Total } from "../consolidation/consolidation";
import type { FormLine } from "../consolidation/contributions";
import { derivedTotals, isDerived } from "../consolidation/derived";
import { totalValue } from "../consolidation/total-value";
import type { LastYear } from "../validation/last-year";
import type { SheetPlan } from "../workbook/plan";
import type { CountyContext } from "./county-context";
import type { DataLayout } from "./data-layout";
import { dataSheet, type TotalCell } from "./data-sheet";
import type { FormPlaces } from "./form-places";
import { incomparableNote } from "./incomparable";
import { periodWords, type Say } from "./say";

/** Null where last year is not known. */
export function lastYearDataSheet(context: CountyContext, forms: FormPlaces): SheetPlan | null {
  const { consolidation, say, before } = context;
  const { template, lastYear } = consolidation;
  if (!before || !lastYear) return null;
  const types = new Map(template.units.map((unit) => [unit.name, unit.type]));
  const totals = new LastYearTotals(context, before, lastYear);
  return dataSheet(
    template,
    before,
    {
      title: say("report.lastYear.title", { period: periodWords(lastYear.period, say) }),
      note: say("report.lastYear.note") + incomparableNote(context),
      units: before.units.map((name) => ({
        name,
        type: types.get(name) ?? "",
        status: statusOf(name, types.has(name), lastYear, say),
      })),
      applies: () => true,
      valueOf: (unit, line) => contribution(lastYear, unit, line),
      totalOf: (line) => totals.cell(line),
      linkOf: ({ indicator }) => forms.linkTo(indicator.code),
    },
    say,
  );
}

/** A unit that was renamed or merged bears its former names. */
function statusOf(unit: string, isKnown: boolean, { former }: LastYear, say: Say): string {
  const names = former?.get(unit);
  if (names) return say("report.lastYear.formerNames", { names: names.join(say("report.enumerate")) });
  return say(isKnown ? "report.lastYear.known" : "report.lastYear.former");
}

const NOWHERE = { file: null, sheet: null, cell: null } as const;

function contribution(lastYear: LastYear, unit: string, { indicator }: FormLine): Contribution | undefined {
  const value = lastYear.units.get(unit)?.get(indicator.code);
  if (value === undefined) return undefined;
  const shown = indicator.kind === "yesNo" ? value === 1 : value;
  return { unit, value: shown, approximate: false, raw: "", place: NOWHERE };
}

/** Last year's totals: a live formula where it gives what that workbook says, else what it says, as it stands. */
class LastYearTotals {
  private readonly stored: ReadonlyMap<string, Total>;
  private readonly recomputed: ReadonlyMap<string, Total>;

  constructor(
    private readonly context: CountyContext,
    private readonly layout: DataLayout,
    lastYear: LastYear,
  ) {
    const totals = layout.lines.map((line): [string, Total] => {
      const { code } = line.indicator;
      const contributions = layout.units.flatMap((unit) => contribution(lastYear, unit, line) ?? []);
      const value = lastYear.totals.get(code) ?? null;
      return [code, { code, value, lastYear: null, units: contributions.length, expected: 0, contributions }];
    });
    this.stored = new Map(totals);
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
    });
    return formula === null ? { value } : { value, formula };
  }
}

/** Equal but for what arithmetic in binary adds. */
function close(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
