/** The sample county as 一键汇总 writes it: 22 submissions, last year's county workbook, consolidated. */
import { sayInReport } from "../../src/locales/report-words";
import type { Consolidation } from "../../src/consolidation/consolidation";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import type { ReadResult } from "../../src/ports/ports";
import { SessionModel } from "../../src/app/session-model";
import { builtInTemplate } from "../../src/template/builtin";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { countyWorkbookOf2019, submissionsOf, workbookOf } from "../samples/made-once";

export const say = sayInReport("zh-CN");

interface SampleCounty {
  readonly consolidation: Consolidation;
  readonly plan: WorkbookPlan;
}

const made = new Map<string, SampleCounty>();
let read: readonly ReadResult[] | undefined;

/** @param without Units that have not reported. */
export function sampleCounty(without: readonly string[] = []): SampleCounty {
  const county = made.get(without.join()) ?? consolidated(without);
  made.set(without.join(), county);
  return county;
}

export const sampleCountyPlan = (without?: readonly string[]): WorkbookPlan => sampleCounty(without).plan;

function consolidated(without: readonly string[]): SampleCounty {
  const lastYear = readCountyWorkbook(workbookOf(countyWorkbookOf2019()));
  if (!lastYear.ok) throw new Error("The sample county's last year cannot be read.");
  const session = new SessionModel({
    template: builtInTemplate,
    lastYear: lastYear.lastYear,
  });
  session.take(readSamples().filter(({ file }) => !without.some((unit) => file.startsWith(unit))));
  const consolidation = session.consolidate();
  if (!consolidation) throw new Error("The sample county names no period.");
  return { consolidation, plan: countyWorkbookPlan(consolidation, say) };
}

export function sheetNames(plan: WorkbookPlan): string[] {
  return plan.sheets.map((sheet) => sheet.name);
}

function readSamples(): readonly ReadResult[] {
  read ??= submissionsOf(2020).map(({ name, plan }) => ({
    file: name,
    ok: true,
    workbook: workbookOf(plan),
    notices: [],
  }));
  return read;
}
