/** The template as a workbook that staff edit in Excel. */
import { fitPlan } from "../../workbook/fit-plan";
import type { SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { coverSheet } from "../cover-sheet";
import { formSheet } from "../form-sheet";
import type { FormFill } from "../form-fill";
import { listSheet } from "../list-sheet";
import type { Template } from "../template";
import { aboutSheet } from "./about-sheet";
import { chartsSheet } from "./charts-sheet";
import { indicatorsSheet } from "./indicators-sheet";
import { listsSheet } from "./lists-sheet";
import { originSheet } from "./origin-sheet";
import { reportSheet } from "./report-sheet";
import { rulesSheet } from "./rules-sheet";
import type { Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { unitsSheet } from "./units-sheet";

const TAB = "35597A";

/** The plan of the template workbook: seven sheets to edit, the forms and lists as they will be issued, to look at. */
export function templatePlan(template: Template, say: Say): WorkbookPlan {
  const editable = [
    aboutSheet(template, say),
    indicatorsSheet(template, say),
    listsSheet(template, say),
    unitsSheet(template, say),
    rulesSheet(template, say),
    chartsSheet(template, say),
    reportSheet(template, say),
  ].map((sheet): SheetPlan => ({ ...sheet, tabColor: TAB }));
  const plan: WorkbookPlan = {
    sheets: [...editable, ...forms(template, say), originSheet(template)],
    names: [],
    title: say("template.title", { name: template.name, version: template.version }),
    activeSheet: TEMPLATE_SHEETS.about,
  };
  return fitPlan(plan, {
    cut: (count) => say("report.fit.cut", { count }),
    formula: say("report.fit.formula"),
  });
}

/** Nobody's forms: without identity, so that no reader takes them for a submission. */
function forms(template: Template, say: Say): SheetPlan[] {
  const fill: FormFill = {
    reporter: say("template.sampleUnit"),
    period: template.period ?? say("template.samplePeriod"),
    identity: null,
    lines: new Map(),
    readOnly: false,
  };
  return [
    ...template.forms.map((form) =>
      form.layout === "cover" ? coverSheet(template, form, fill) : formSheet(template, form, fill),
    ),
    ...template.lists.map((list) => listSheet(template, list, { ...fill, records: [] })),
  ];
}
