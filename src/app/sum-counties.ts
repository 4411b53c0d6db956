/** 按时期累加: county workbooks of one office and several periods become one of a longer period. */
import { onLikeBasis } from "../consolidation/comparable-last-year";
import { consolidate } from "../consolidation/consolidate";
import type { Consolidation } from "../consolidation/consolidation";
import { sumPeriods, type SumRefusal } from "../consolidation/sum-periods";
import { unitCellsOf, type CountyWorkbookProblem } from "../county-workbook/read-county";
import { readCountyRecord } from "../county-workbook/read-record";
import { emptyTemplate } from "../template/empty-template";
import type { LastYear } from "../validation/last-year";
import type { Workbook } from "../workbook/workbook";

export interface CountyFile {
  readonly file: string;
  readonly workbook: Workbook;
}

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

/** The county workbooks of one office among what was read, where that is all and they are of several periods. */
export function severalPeriods(
  workbooks: readonly CountyFile[],
): readonly { readonly file: string; readonly period: string }[] {
  const read = workbooks.map(({ file, workbook }) => ({
    file,
    reading: readCountyRecord(workbook, emptyTemplate("")),
  }));
  const known = read.flatMap(({ file, reading }) =>
    reading.ok && reading.record.period !== null
      ? [{ file, period: reading.record.period, id: reading.record.templateId }]
      : [],
  );
  const isOneOffice = known.length === workbooks.length && new Set(known.map(({ id }) => id)).size === 1;
  const periods = new Set(known.map(({ period }) => period));
  return isOneOffice && periods.size > 1 ? known : [];
}
