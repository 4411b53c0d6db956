/** The clean county that slips are planted in: plans, last year's values, and what checking them needs. */
import { sampleCounty, sampleSubmissions } from "../../../src/samples/sample-county";
import { readSubmissions } from "../../../src/intake/read-submissions";
import type { Submission } from "../../../src/intake/submission";
import { builtInTemplate } from "../../../src/template/builtin";
import type { Unit } from "../../../src/template/template";
import type { LastYear } from "../../../src/validation/last-year";
import { marked } from "../../intake/conservation";
import { createValidator, type Checked, type Known } from "../../../src/validation/validator";
import type { WorkbookPlan } from "../../../src/workbook/plan";
import type { Workbook } from "../../../src/workbook/workbook";

export const TEMPLATE = builtInTemplate;
export const VALIDATOR = createValidator(TEMPLATE);

export interface CleanUnit {
  readonly unit: Unit;
  readonly fileName: string;
  readonly plan: WorkbookPlan;
  /** What it sent a year ago. */
  readonly lastYear: WorkbookPlan;
}

const county = sampleCounty();
const before = sampleSubmissions(2019);

export const UNITS: readonly CleanUnit[] = sampleSubmissions(2020).map(({ name, plan: sent }, i) => ({
  unit: county.units[i]!.unit,
  fileName: name,
  plan: marked(sent),
  lastYear: before[i]!.plan,
}));

const lastYear: LastYear = {
  period: "2019",
  units: new Map(county.units.map(({ unit, lastYear: values }) => [unit.name, values])),
  totals: new Map(),
};

export const KNOWN: Known = { lastYear, period: "2020" };

export interface Reading {
  readonly submissions: readonly Submission[];
  readonly checked: readonly Checked[];
}

/** Intake and checks, as a session runs them on one file. */
export function readAndCheck(workbook: Workbook, file: string): Reading {
  const submissions = readSubmissions(workbook, { file }, TEMPLATE);
  return { submissions, checked: submissions.map((submission) => VALIDATOR.check(submission, KNOWN)) };
}
