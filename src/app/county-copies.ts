/** Sheets of a county workbook that somebody copied into a unit's report. */
import { readSubmissions } from "../intake/read-submissions";
import { ownSheetNames } from "../county-workbook/read-county";
import { formSheetName, listSheetName, SHEETS } from "../county-layout/sheet-names";
import type { Template } from "../template/template";
import type { Sheet, Workbook } from "../workbook/workbook";
import type { ReadResult } from "../ports/ports";

/** Names that no report's sheet has: one of them shows that something was copied. */
const TELLING: ReadonlySet<string> = new Set([SHEETS.cover, SHEETS.unitData]);

/** What was read, without such sheets. */
export function withoutCopies(result: ReadResult, template: Template): ReadResult {
  const report = result.ok ? reportAmongCopies(result.workbook, result.file, template) : null;
  return result.ok && report ? { ...result, workbook: report } : result;
}

/**
 * A unit's report into whose workbook somebody copied the county's sheets: the workbook without these, known by their
 * names as nothing marks them; null where there is no report, or nothing was copied.
 */
export function reportAmongCopies(
  workbook: Workbook,
  file: string | null,
  template: Template,
): Workbook | null {
  // An office's own form may be called as one of our sheets.
  const own = new Set(template.forms.flatMap((form) => (form.own ? [form.own.sheet] : [])));
  const tells = ({ name }: Sheet): boolean => TELLING.has(name) && !own.has(name);
  if (ownSheetNames(workbook).length > 0 || !workbook.sheets.some(tells)) return null;
  const copies = new Set<string>([
    ...Object.values(SHEETS),
    ...template.forms.map(formSheetName),
    ...template.lists.map(listSheetName),
  ]);
  const rest = {
    ...workbook,
    sheets: workbook.sheets.filter(({ name }) => own.has(name) || !copies.has(name)),
  };
  const isReport = readSubmissions(rest, { file }, template).some(({ unit }) => unit !== null);
  return isReport ? rest : null;
}
