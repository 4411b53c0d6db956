/** The sample county, made once for all tests that begin with it; none of them changes it. */
import { sayInReport } from "../../src/locales/report-words";
import { readSubmissions } from "../../src/intake/read-submissions";
import type { Submission } from "../../src/intake/submission";
import { sampleSubmissions } from "../../src/samples/sample-county";
import { countyOf2019 } from "../../src/samples/sample-files";
import { builtInTemplate } from "../../src/template/builtin";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { onceARun } from "../tooling/once-a-run";

type Submissions = ReturnType<typeof sampleSubmissions>;

const submissions = new Map<number, Submissions>();
const readings = new Map<number, readonly (readonly Submission[])[]>();
const workbooks = new WeakMap<WorkbookPlan, Workbook>();
let county2019: WorkbookPlan | undefined;

/** What the 22 units sent, by file name. */
export function submissionsOf(year: 2019 | 2020): Submissions {
  const made = submissions.get(year) ?? sampleSubmissions(year);
  submissions.set(year, made);
  return made;
}

/** What one unit sent: `submissionOf("台上镇")`. */
export function submissionOf(unit: string, year: 2019 | 2020 = 2020): WorkbookPlan {
  const found = submissionsOf(year).find(({ name }) => name === `${unit}.xlsx`);
  if (!found) throw new Error(`no sample unit ${unit}`);
  return found.plan;
}

/** What intake reads in each of these workbooks, in their order. */
export function readingsOf(year: 2019 | 2020): readonly (readonly Submission[])[] {
  const read =
    readings.get(year) ??
    submissionsOf(year).map(({ name, plan }) =>
      readSubmissions(workbookOf(plan), { file: name }, builtInTemplate),
    );
  readings.set(year, read);
  return read;
}

/** The county workbook of the year before: seconds of work, so that the workers of a run share it. */
export function countyWorkbookOf2019(): WorkbookPlan {
  return (county2019 ??= onceARun("county of 2019", () => countyOf2019(sayInReport("zh-CN"))));
}

/** The workbook of a plan, the same each time that it is asked for. */
export function workbookOf(plan: WorkbookPlan): Workbook {
  const made = workbooks.get(plan) ?? workbookFromPlan(plan);
  workbooks.set(plan, made);
  return made;
}
