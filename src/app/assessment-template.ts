/** The built-in template of the yearly assessment, made from its blank as any office's is. */
import type { OfficePackager, WorkbookWriter } from "../ports/ports";
import { assessedUnits, assessmentBlank, withAssessmentRules } from "../template/builtin/assessment";
import type { Template } from "../template/template";
import { workbookFromPlan } from "../workbook/from-plan";
import { templateFromBlank } from "./template-from-blank";

export async function assessmentTemplate(tools: {
  readonly workbooks: WorkbookWriter;
  readonly packager: OfficePackager;
}): Promise<Template> {
  const plan = assessmentBlank();
  const blank = {
    name: `${plan.sheets[0]!.name}.xlsx`,
    bytes: async () => tools.workbooks.write(plan),
    workbook: workbookFromPlan(plan),
  };
  const options = { name: null, units: assessedUnits, period: null, fallbackName: plan.sheets[0]!.name };
  const made = await templateFromBlank([blank], options, tools.packager);
  if (!made.ok) throw new Error("the form of the assessment is not found in its own blank");
  return withAssessmentRules(made.template);
}
