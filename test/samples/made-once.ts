/** The sample county, made once in a run of the tests and not by each file that begins with it. */
import { sayInReport } from "../../src/locales/report-words";
import { sampleSubmissions } from "../../src/samples/sample-county";
import { countyOf2019 } from "../../src/samples/sample-files";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { onceARun } from "../tooling/once-a-run";

/** What the 22 units sent, by file name. */
export function submissionsOf(year: 2019 | 2020): ReturnType<typeof sampleSubmissions> {
  return onceARun(`submissions of ${year}`, () => sampleSubmissions(year));
}

/** The county workbook of the year before. */
export function countyWorkbookOf2019(): WorkbookPlan {
  return onceARun("county of 2019", () => countyOf2019(sayInReport("zh-CN")));
}
