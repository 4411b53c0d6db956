/** Which sheets of the open workbook this program wrote. */
import type { Edit } from "../consolidation/county-record";
import type { Submission } from "../intake/submission";
import { readCountyRecord } from "../county-workbook/read-record";
import { isCopied, ownSheetNames, readCountyWorkbook } from "../county-workbook/read-county";
import { VIEW_PREFIX } from "./source-view-plan";
import { isReturnSheet } from "../returns/return-form";
import type { Template } from "../template/template";
import type { Workbook } from "../workbook/workbook";

export interface OwnSheets {
  /** Sheets that may be written again. */
  readonly own: readonly string[];
  /** The period of another year's county workbook, whose sheets must stay as they are; else null. */
  readonly otherPeriod: string | null;
}

/** Each 退回单 has a signature of ours; of the county's sheets only a workbook with our signature has any. */
export function ownSheets(workbook: Workbook, period: string | null): OwnSheets {
  const returns = workbook.sheets.filter(isReturnSheet).map((sheet) => sheet.name);
  const ours = ownSheetNames(workbook);
  if (ours.length === 0) return { own: returns, otherPeriod: null };
  const county = readCountyWorkbook(workbook);
  if (county.ok && period !== null && county.period !== period) {
    return { own: returns, otherPeriod: county.period };
  }
  return { own: [...ours, ...returns], otherPeriod: null };
}

/** Values that somebody changed in 单位数据 of the open workbook and that the session does not know of. */
export function lostEdits(
  workbook: Workbook,
  template: Template,
  counted: readonly Submission[],
): readonly Edit[] {
  const read = readCountyRecord(workbook, template);
  if (!read.ok) return [];
  return read.record.edits.filter(({ unit, code, now }) => {
    const submission = counted.find((each) => each.unit?.name === unit);
    const lines = [...(submission?.forms.values() ?? [])].map((form) => form.lines.get(code));
    return lines.find((line) => line !== undefined)?.current.value !== now;
  });
}

/** What is left of the workbook without the sheets that we wrote: totals, 退回单 and copies to look at are no submission. */
export function withoutOwnSheets(workbook: Workbook): Workbook {
  const ours = new Set(ownSheetNames(workbook));
  if (ours.size === 0 && isCopied(workbook)) return { ...workbook, sheets: [] };
  const theirs = workbook.sheets.filter(
    (sheet) => !ours.has(sheet.name) && !isReturnSheet(sheet) && !sheet.name.startsWith(VIEW_PREFIX),
  );
  return theirs.length === workbook.sheets.length ? workbook : { ...workbook, sheets: theirs };
}
