/** Which sheets of the open workbook this program wrote. */
import { readCountyWorkbook } from "../../report/read-county";
import { MARKER } from "../../report/machine-sheet";
import { formSheetName, listSheetName, SHEETS } from "../../report/sheet-names";
import type { Template } from "../../template/template";
import { cellAt } from "../../workbook/cells";
import type { Workbook } from "../../workbook/workbook";

export interface OwnSheets {
  /** Sheets that may be written anew. */
  readonly own: readonly string[];
  /** The period of another year's county workbook, whose sheets must stay as they are; else null. */
  readonly otherPeriod: string | null;
}

/** Only a workbook that bears our mark has sheets of ours. */
export function ownSheets(workbook: Workbook, template: Template, period: string | null): OwnSheets {
  if (!bearsMark(workbook)) return { own: [], otherPeriod: null };
  const county = readCountyWorkbook(workbook);
  if (county.ok && period !== null && county.period !== period) {
    return { own: [], otherPeriod: county.period };
  }
  const ours = countySheetNames(template);
  const names = workbook.sheets.map((sheet) => sheet.name);
  return { own: names.filter((name) => ours.has(name)), otherPeriod: null };
}

/** Every name that a sheet of the county workbook may have. */
function countySheetNames({ forms, lists }: Template): ReadonlySet<string> {
  return new Set([
    ...Object.values<string>(SHEETS),
    ...forms.map(formSheetName),
    ...lists.map(listSheetName),
  ]);
}

function bearsMark(workbook: Workbook): boolean {
  return workbook.sheets.some((sheet) => cellAt(sheet, 0, 0)?.value === MARKER);
}

/** What is left of the workbook without the sheets that we wrote: totals are no submission. */
export function withoutOwnSheets(workbook: Workbook, template: Template): Workbook {
  if (!bearsMark(workbook)) return workbook;
  const ours = countySheetNames(template);
  return { ...workbook, sheets: workbook.sheets.filter(({ name }) => !ours.has(name)) };
}
