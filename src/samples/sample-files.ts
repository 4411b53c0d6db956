/** Everything that the sample county consists of, as files: what the command line writes and the pane offers. */
import { countyWorkbookPlan } from "../county-workbook/county-workbook";
import type { Say } from "../findings/say";
import { SessionModel } from "../app/session-model";
import { builtInTemplate } from "../template/builtin";
import { templatePlan } from "../template/workbook/template-plan";
import { workbookFromPlan } from "../workbook/from-plan";
import type { WorkbookPlan } from "../workbook/plan";
import { sampleAssessments } from "./assessment";
import { sampleSubmissions } from "./sample-county";

/** A workbook to be written, or the bytes of what is none. */
export type SampleContent = { readonly plan: WorkbookPlan } | { readonly bytes: Uint8Array };

export type SampleFile = {
  /** `2020/台上镇.xlsx`, with `/`. */
  readonly path: string;
} & SampleContent;

/** The 22 submissions of 2020, and the county workbook of the year before: what a first try needs. */
export function cleanFiles(say: Say): readonly (SampleFile & { readonly plan: WorkbookPlan })[] {
  return [
    ...sampleSubmissions(2020).map(({ name, plan }) => ({ path: `2020/${name}`, plan })),
    { path: "2019-county.xlsx", plan: countyOf2019(say) },
  ];
}

/** Those, the template, and the units' assessments of that year. */
export function sampleFiles(say: Say): readonly SampleFile[] {
  return [
    ...cleanFiles(say),
    { path: "template.xlsx", plan: templatePlan(builtInTemplate, say) },
    ...sampleAssessments().map(({ name, plan }) => ({ path: `assessment/${name}`, plan })),
  ];
}

/** The county workbook of 2019, made from its submissions as any other is. */
export function countyOf2019(say: Say): WorkbookPlan {
  const session = new SessionModel({ template: builtInTemplate });
  session.take(
    sampleSubmissions(2019).map(({ name, plan }) => ({
      file: name,
      ok: true,
      workbook: workbookFromPlan(plan),
      notices: [],
    })),
  );
  const consolidation = session.consolidate();
  if (consolidation === null) throw new Error("the sample submissions of 2019 name no period");
  return countyWorkbookPlan(consolidation, say);
}
