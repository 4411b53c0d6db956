/** Which sheets of the open workbook this program wrote. */
import { readCountyWorkbook } from "../../report/read-county";
import { MARKER } from "../../report/machine-sheet";
import { VIEW_PREFIX } from "../../report/source-view";
import { isReturnSheet } from "../../report/returns/return-form";
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

/** 退回单 bear a mark each; of the county's sheets only a workbook that bears our mark has any. */
export function ownSheets(workbook: Workbook, template: Template, period: string | null): OwnSheets {
  const returns = workbook.sheets.filter(isReturnSheet).map((sheet) => sheet.name);
  if (!bearsMark(workbook)) return { own: returns, otherPeriod: null };
  const county = readCountyWorkbook(workbook);
  if (county.ok && period !== null && county.period !== period) {
    return { own: returns, otherPeriod: county.period };
  }
  const ours = countySheetNames(template);
  const names = workbook.sheets.map((sheet) => sheet.name);
  return { own: [...names.filter((name) => ours.has(name)), ...returns], otherPeriod: null };
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

/** What is left of the workbook without the sheets that we wrote: totals, 退回单 and copies to look at are no submission. */
export function withoutOwnSheets(workbook: Workbook, template: Template): Workbook {
  const ours = bearsMark(workbook) ? countySheetNames(template) : new Set<string>();
  const theirs = workbook.sheets.filter(
    (sheet) => !ours.has(sheet.name) && !isReturnSheet(sheet) && !sheet.name.startsWith(VIEW_PREFIX),
  );
  return theirs.length === workbook.sheets.length ? workbook : { ...workbook, sheets: theirs };
}
