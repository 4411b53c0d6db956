/** What every sheet of the county workbook is made from. */
import type { Consolidation, Total } from "../consolidation/consolidation";
import { layoutsOf, type DataLayout } from "../county-layout/data-layout";
import type { FormPlaces } from "../county-layout/form-places";
import type { Say } from "../findings/say";
import { TotalFormulas } from "./total-formula";

export interface CountyContext {
  readonly consolidation: Consolidation;
  readonly say: Say;
  /** 单位数据: a row for every unit of the register. */
  readonly data: DataLayout;
  /** 上年数据: the same, and a row for each unit that is no longer in the register. Null where last year is not known. */
  readonly before: DataLayout | null;
  readonly formulas: TotalFormulas;
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
    formulas: new TotalFormulas(template),
    counted: new Set(submissions.flatMap((submission) => submission.unit?.name ?? [])).size,
    expected: template.units.length,
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
  return places.cell(code, "lastYear", from) ?? before?.compared(code) ?? null;
}

/** `已报 21/22（暂定）`, with `计入 8/22` where not all count that reported: stands under every title. */
export function reportedNote({ say, counted, expected, consolidation: { missing } }: CountyContext): string {
  const reported = expected - missing.length;
  return [
    say("report.unitsReported", { reported, expected }),
    ...(counted < reported ? [say("report.unitsCounted", { counted, expected })] : []),
    ...(counted < expected ? [say("report.provisional")] : []),
  ].join("");
}
