/** The office's package out of a template workbook: its own sheets without our signs, and none of our sheets. */
import type { OfficeOutcome, OfficePackager } from "../ports/ports";
import type { Template } from "../template/template";
import { blankCells } from "../template/workbook/signs";
import { ownSheetName } from "../template/workbook/sheet-names";
import { sheetsWrittenByUs } from "../template/workbook/template-sheets";
import type { Workbook } from "../workbook/workbook";

export type OwnSheetsTaken =
  { readonly ok: true; readonly template: Template } | Extract<OfficeOutcome, { ok: false }>;

/** The template with its package, or why the workbook's own parts cannot be taken over. */
export async function takeOwnSheets(
  template: Template,
  { bytes, workbook }: { readonly bytes: Uint8Array; readonly workbook: Workbook },
  packager: OfficePackager,
): Promise<OwnSheetsTaken> {
  const ids = template.forms.map(({ id }) => id);
  const own = template.forms.flatMap((form) => form.own ?? []);
  const cells = own.map((form) => ({ sheet: ownSheetName(form.sheet, ids), cells: blankCells(form) }));
  const outcome = await packager.take({
    bytes,
    workbook,
    remove: sheetsWrittenByUs(workbook, template),
    // Those that gave way to sheets of ours get their names back.
    rename: new Map(own.map(({ sheet }) => [ownSheetName(sheet, ids), sheet])),
    cells,
  });
  if (!outcome.ok) return outcome;
  return { ok: true, template: { ...template, office: { bytes: outcome.bytes, from: outcome.from } } };
}
