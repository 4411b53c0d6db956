/** 按时期累加: county workbooks of one office and several periods become one of a longer period. */
import { onLikeBasis } from "../consolidation/comparable-last-year";
import { consolidate } from "../consolidation/consolidate";
import type { Consolidation } from "../consolidation/consolidation";
import { sumPeriods, type SumRefusal } from "../consolidation/sum-periods";
import { unitCellsOf, type CountyWorkbookProblem } from "../county-workbook/read-county";
import { readCountyRecord } from "../county-workbook/read-record";
import { emptyTemplate } from "../template/empty-template";
import type { LastYear } from "../validation/last-year";
import { periodsOfCounties, type CountyFile, type PeriodOfCounty } from "./next-level";

export type { CountyFile } from "./next-level";

export interface SumOptions {
  /** The longer period; null where it is to be the shortest that holds all. */
  readonly period: string | null;
  readonly lastYear: LastYear | null;
  readonly lastPeriod: LastYear | null;
}

export type SummedCounties =
  | { readonly ok: true; readonly consolidation: Consolidation }
  | { readonly ok: false; readonly refusal: SumRefusal }
  /** A file that is no sound county workbook. */
  | { readonly ok: false; readonly file: string; readonly problem: CountyWorkbookProblem };

export function sumCounties(files: readonly CountyFile[], options: SumOptions): SummedCounties {
  const read = files.map(({ file, workbook }) => ({
    file,
    reading: readCountyRecord(workbook, emptyTemplate("")),
    cellOf: unitCellsOf(workbook),
  }));
  const parts = read.flatMap(({ file, reading, cellOf }) =>
    reading.ok ? [{ file, period: reading.record.period ?? "", record: reading.record, cellOf }] : [],
  );
  for (const { file, reading } of read) if (!reading.ok) return { ok: false, file, problem: reading.problem };
  const result = sumPeriods(parts, options.period);
  if (!result.ok) return result;
  const { sum } = result;
  const like = (known: LastYear | null): LastYear | null => known && onLikeBasis(known, sum.template);
  const consolidation = consolidate({
    ...sum,
    findings: [],
    lastYear: like(options.lastYear),
    lastPeriod: like(options.lastPeriod),
  });
  return { ok: true, consolidation: { ...consolidation, summed: sum.summed } };
}

/** The county workbooks, where all that was read are of one office and of several periods. */
export function severalPeriods(workbooks: readonly CountyFile[]): readonly PeriodOfCounty[] {
  const known = periodsOfCounties(workbooks).filter(({ period }) => period !== "");
  const isOneOffice =
    known.length === workbooks.length && new Set(known.map(({ office }) => office)).size === 1;
  const periods = new Set(known.map(({ period }) => period));
  return isOneOffice && periods.size > 1 ? known : [];
}
