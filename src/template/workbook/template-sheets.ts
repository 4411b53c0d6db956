/** Which workbooks are template workbooks, and which of their sheets the program wrote. */
import type { Workbook } from "../../workbook/workbook";
import { layoutForm } from "../form-layout";
import { listSheetName } from "../list-sheet";
import type { Template } from "../template";
import { readOrigin } from "./origin-sheet";
import { ownSheetName, TEMPLATE_SHEETS } from "./sheet-names";

/** Was it written as a template workbook? One that was put together by hand has no signature of ours. */
export function isTemplateWorkbook(workbook: Workbook): boolean {
  return readOrigin(workbook) !== null;
}

/** The sheets that the program wrote and may write again; none where nothing marks the workbook as a template's. */
export function ownTemplateSheets(workbook: Workbook): readonly string[] {
  const origin = readOrigin(workbook);
  if (!origin) return [];
  const own = new Set([...Object.values<string>(TEMPLATE_SHEETS), ...formSheets(origin.template)]);
  return workbook.sheets.map(({ name }) => name).filter((name) => own.has(name));
}

/** Of these sheets, those that the template in use would not write again: a form or list that is gone has left its own. */
export function leftOverSheets(workbook: Workbook, inUse: Template): readonly string[] {
  const wanted = new Set([...Object.values<string>(TEMPLATE_SHEETS), ...formSheets(inUse)]);
  return ownTemplateSheets(workbook).filter((name) => !wanted.has(name));
}

/** What is left of the workbook without them: a template's forms are nobody's report. */
export function withoutTemplateSheets(workbook: Workbook): Workbook {
  const own = new Set(ownTemplateSheets(workbook));
  return own.size === 0
    ? workbook
    : { ...workbook, sheets: workbook.sheets.filter(({ name }) => !own.has(name)) };
}

/** The sheets of the workbook that are no sheets of the office's: ours to edit, our forms and lists. */
export function sheetsWrittenByUs(workbook: Workbook, template: Template): readonly string[] {
  const ids = template.forms.map(({ id }) => id);
  const own = new Set(
    template.forms.flatMap((form) => (form.own ? [ownSheetName(form.own.sheet, ids)] : [])),
  );
  const ours = new Set([...Object.values<string>(TEMPLATE_SHEETS), ...formSheets(template)]);
  return workbook.sheets.map(({ name }) => name).filter((name) => ours.has(name) && !own.has(name));
}

function formSheets(template: Template | null): string[] {
  if (!template) return [];
  const ids = template.forms.map(({ id }) => id);
  return [
    ...template.forms.map((form) =>
      form.own ? ownSheetName(form.own.sheet, ids) : layoutForm(template, form).sheet,
    ),
    ...template.lists.map(listSheetName),
  ];
}
