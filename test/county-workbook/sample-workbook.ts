/** The sample county's two years, from submissions to county workbooks, without the bytes in between. */
import type { Consolidation } from "../../src/consolidation/consolidation";
import { sayInReport } from "../../src/locales/report-words";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { readCountyRecord } from "../../src/county-workbook/read-record";
import type { CountyRecord } from "../../src/consolidation/county-record";
import { readCountyWorkbook, type CountyWorkbook } from "../../src/county-workbook/read-county";
import type { ReadResult } from "../../src/ports/ports";
import { SessionModel } from "../../src/app/session-model";
import { builtInTemplate } from "../../src/template/builtin";
import type { LastYear } from "../../src/validation/last-year";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { submissionsOf, workbookOf } from "../samples/made-once";

export const zh = sayInReport("zh-CN");

/** The units' workbooks as a reader would yield them. */
export function sampleWorkbooks(year: 2019 | 2020): readonly ReadResult[] {
  return submissionsOf(year).map(({ name, plan }) => ({
    file: name,
    ok: true,
    workbook: workbookOf(plan),
    notices: [],
  }));
}

/** The record that the county workbook of this plan holds. */
export function recordOf(plan: WorkbookPlan): CountyRecord {
  const read = readCountyRecord(workbookFromPlan(plan), builtInTemplate);
  if (!read.ok) throw new Error(`${read.problem.code} ${read.problem.what}`);
  return read.record;
}

/** A session over what was read already. */
export async function sessionOf(
  results: readonly ReadResult[],
  lastYear: LastYear | null = null,
): Promise<SessionModel> {
  const session = new SessionModel({ template: builtInTemplate, lastYear });
  session.take(results);
  return session;
}

export interface SampleYear {
  readonly consolidation: Consolidation;
  readonly plan: WorkbookPlan;
}

export async function sampleYear(year: 2019 | 2020, lastYear: LastYear | null): Promise<SampleYear> {
  const consolidation = (await sessionOf(sampleWorkbooks(year), lastYear)).consolidate();
  if (!consolidation) throw new Error("no period");
  return { consolidation, plan: countyWorkbookPlan(consolidation, zh) };
}

export type SampleCountyWorkbook = SampleYear & { readonly before: SampleYear };

let sample: Promise<SampleCountyWorkbook> | undefined;

/** The county of 2020, compared with 2019 as its own county workbook has it. Made once for all tests of a file. */
export function sampleCountyWorkbook(): Promise<SampleCountyWorkbook> {
  return (sample ??= makeSample());
}

async function makeSample(): Promise<SampleCountyWorkbook> {
  const before = await sampleYear(2019, null);
  const read = readCountyWorkbook(workbookFromPlan(before.plan));
  if (!read.ok) throw new Error(read.problem.code);
  return { ...(await sampleYear(2020, read.lastYear)), before };
}

export function readBack(plan: WorkbookPlan): CountyWorkbook {
  const read = readCountyWorkbook(workbookFromPlan(plan));
  if (!read.ok) throw new Error(`${read.problem.code} ${read.problem.what}`);
  return read;
}
