/** What every sheet of the county workbook is made from. */
import type { Consolidation, Total } from "../consolidation/consolidation";
import { layoutsOf, type DataLayout } from "../county-layout/data-layout";
import type { FormPlaces } from "../county-layout/form-places";
import type { Say } from "../findings/say";
import { cumulativeItems } from "../template/own-columns";
import { SHEETS } from "../county-layout/sheet-names";
import type { Indicator } from "../template/template";
import { figureFormats } from "./figure-formats";
import { TotalFormulas } from "./total-formula";

export interface CountyContext {
  readonly consolidation: Consolidation;
  readonly say: Say;
  /** 单位数据: a row for every unit of the register. */
  readonly data: DataLayout;
  /** 上年数据: the same, and a row for each unit that is no longer in the register. Null where last year is not known. */
  readonly before: DataLayout | null;
  /** 上期数据, in the same way. */
  readonly lastPeriod: DataLayout | null;
  /** The sheet of the largest changes. */
  readonly changes: string;
  readonly formulas: TotalFormulas;
  /** The number format in which an item's totals are read. */
  formatOf(indicator: Indicator): string;
  /** Units of the register whose values are in the totals, and all. */
  readonly counted: number;
  readonly expected: number;
}

export function countyContext(consolidation: Consolidation, say: Say): CountyContext {
  const { template, submissions } = consolidation;
  return {
    consolidation,
    say,
    ...layoutsOf(consolidation),
    changes: SHEETS.changes,
    formulas: new TotalFormulas(template),
    formatOf: figureFormats(consolidation),
    counted: new Set(submissions.flatMap((submission) => submission.unit?.name ?? [])).size,
    expected: template.units.length,
  };
}

/** What the sheets of last year say in words of the period before. */
const OF_LAST_PERIOD: Readonly<Record<string, string>> = {
  "report.head.thisYear": "report.head.thisPeriod",
  "report.head.lastYear": "report.head.lastPeriod",
  "report.compared": "report.lastPeriod.compared",
  "report.compared.without": "report.lastPeriod.without",
  "report.compared.head": "report.lastPeriod.head",
  "report.lastYear.title": "report.lastPeriod.title",
  "report.lastYear.note": "report.lastPeriod.note",
  "report.lastYear.incomparable": "report.lastPeriod.incomparable",
  "report.changes.title": "report.lastPeriod.changes",
};

/**
 * The context of the same sheets for the period before in the place of last year; null where it is not known. Figures
 * from the first of the year on grow with every period: they are not compared.
 */
export function lastPeriodContext(context: CountyContext): CountyContext | null {
  const { consolidation, say, lastPeriod: before } = context;
  const { lastPeriod, template } = consolidation;
  if (!lastPeriod || !before) return null;
  const cumulative = cumulativeItems(template);
  const totals = new Map(
    [...consolidation.totals].map(([code, total]) => {
      const value = cumulative.has(code) ? null : (lastPeriod.totals.get(code) ?? null);
      return [code, { ...total, lastYear: value }] as const;
    }),
  );
  return {
    ...context,
    say: Object.assign((...[key, params]: Parameters<Say>) => say(OF_LAST_PERIOD[key] ?? key, params), {
      finding: say.finding,
      findingParts: say.findingParts,
    }),
    consolidation: { ...consolidation, lastYear: lastPeriod, totals },
    before,
    changes: SHEETS.periodChanges,
  };
}

/** Every line of a table has a total; a missing one is a fault of the program. */
export function totalOf({ consolidation }: CountyContext, code: string): Total {
  const total = consolidation.totals.get(code);
  if (!total) throw new RangeError(`no total for line ${code}`);
  return total;
}

/**
 * Where last year's total of a line is: beside this year's, else in 上年数据. Null where the form has no column for it and
 * nothing is known.
 */
export function lastYearCell(
  { before }: CountyContext,
  places: FormPlaces,
  code: string,
  from?: string,
): string | null {
  const beside = before?.sheet === SHEETS.lastPeriodData ? null : places.cell(code, "lastYear", from);
  return beside ?? before?.compared(code) ?? null;
}

/** `已报 21/22（暂定）`, with `计入 8/22` where not all count that reported; under every title. */
export function reportedNote({ say, counted, expected, consolidation: { missing } }: CountyContext): string {
  const reported = expected - missing.length;
  return [
    say("report.unitsReported", { reported, expected }),
    ...(counted < reported ? [say("report.unitsCounted", { counted, expected })] : []),
    ...(counted < expected ? [say("report.provisional")] : []),
  ].join("");
}
