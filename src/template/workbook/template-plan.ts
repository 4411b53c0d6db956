/** The template as a workbook that staff edit in Excel. */
import { fitPlan } from "../../workbook/fit-plan";
import type { OfficePlan, SheetPlan, WorkbookPlan } from "../../workbook/plan";
import { coverSheet } from "../cover-sheet";
import { formSheet } from "../form-sheet";
import type { FormFill } from "../form-fill";
import { listSheet } from "../list-sheet";
import type { OfficePackage } from "../own-sheet";
import type { Template } from "../template";
import { aboutSheet } from "./about-sheet";
import { chartsSheet } from "./charts-sheet";
import { columnsSheet } from "./columns-sheet";
import { drawnOwnSheet } from "./drawn-own-sheet";
import { indicatorsSheet } from "./indicators-sheet";
import { listsSheet } from "./lists-sheet";
import { originSheet } from "./origin-sheet";
import { reportSheet } from "./report-sheet";
import { rulesSheet } from "./rules-sheet";
import type { Say } from "./say";
import { scoringSheet } from "./scoring-sheet";
import { ownSheetName, TEMPLATE_SHEETS } from "./sheet-names";
import { signCells } from "./signs";
import { unitsSheet } from "./units-sheet";

const TAB = "35597A";

/** The plan of the template workbook: the sheets to edit, the forms and lists as they will be issued, to look at. */
export function templatePlan(template: Template, say: Say): WorkbookPlan {
  const editable = [
    aboutSheet(template, say),
    ...columnsSheet(template, say),
    indicatorsSheet(template, say),
    listsSheet(template, say),
    unitsSheet(template, say),
    rulesSheet(template, say),
    ...scoringSheet(template, say),
    chartsSheet(template, say),
    reportSheet(template, say),
  ].map((sheet): SheetPlan => ({ ...sheet, tabColor: TAB }));
  const plan: WorkbookPlan = {
    sheets: [...editable, ...forms(template, say), originSheet(template)],
    names: [],
    title: say("template.title", { name: template.name, version: template.version }),
    activeSheet: TEMPLATE_SHEETS.about,
    ...(template.office === undefined ? {} : { office: officePlan(template, template.office) }),
  };
  return fitPlan(plan, {
    cut: (count) => say("report.fit.cut", { count }),
    formula: say("report.fit.formula"),
  });
}

/** The office's own sheets, with a sign in every cell of use. */
function officePlan({ forms }: Template, { bytes }: OfficePackage): OfficePlan {
  const own = forms.flatMap((form) => (form.own ? [form.own] : []));
  const ids = forms.map(({ id }) => id);
  return {
    bytes,
    after: TEMPLATE_SHEETS.about,
    sheets: own.map((sheet) => {
      const name = ownSheetName(sheet.sheet, ids);
      return { source: sheet.sheet, name, cells: signCells(sheet), drawn: drawnOwnSheet(sheet, name) };
    }),
  };
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
    ...template.forms
      .filter(({ layout }) => layout !== "own")
      .map((form) =>
        form.layout === "cover" ? coverSheet(template, form, fill) : formSheet(template, form, fill),
      ),
    ...template.lists.map((list) => listSheet(template, list, { ...fill, records: [] })),
  ];
}
