/**
 * Copies of the sheets that are about to be overwritten, very hidden, so that all of it can be put back: contents,
 * formats and sizes are copied back into the very same sheets, since formulas elsewhere point at them.
 */
import { areaToA1, type Area } from "../workbook/address";
import type { SavedSheet } from "./write-journal";
import { inPieces } from "./sheet-area";

/** Queues copies of the sheets, without the names that a copy brings: `names` are the workbook's. */
export function backUp(
  { workbook }: Excel.RequestContext,
  sheets: readonly SavedSheet[],
  names: readonly { readonly name: string; readonly formula: string }[],
): void {
  for (const sheet of sheets) {
    const copy = copySheet(workbook.worksheets.getItem(sheet.name), sheet.visibility);
    copy.name = sheet.copy;
    copy.visibility = "VeryHidden";
    for (const { name, formula } of names) {
      // A copy has a name of its own for each of the workbook's that leads to the sheet; it would hide the workbook's.
      if (leadsTo(formula, sheet.name)) copy.names.getItemOrNullObject(name).delete();
    }
  }
}

/** Could the formula name the sheet? Once too often does no harm. */
function leadsTo(formula: string, sheet: string): boolean {
  const quoted = sheet.replace(/'/g, "''").toLowerCase();
  const text = formula.toLowerCase();
  return text.includes(`'${quoted}'!`) || text.includes(`${quoted}!`);
}

/** Queues a copy at the end. Excel copies no very hidden sheet, so it is no more than hidden meanwhile. */
export function copySheet(
  sheet: Excel.Worksheet,
  visibility: Excel.Worksheet["visibility"],
): Excel.Worksheet {
  if (visibility !== "VeryHidden") return sheet.copy("End");
  sheet.visibility = "Hidden";
  const copy = sheet.copy("End");
  sheet.visibility = "VeryHidden";
  return copy;
}

/** Queues taking sheets out of sight as they are, under names of their own: formulas elsewhere still find them. */
export function putAside({ workbook }: Excel.RequestContext, sheets: readonly SavedSheet[]): void {
  for (const { name, copy } of sheets) {
    const sheet = workbook.worksheets.getItem(name);
    sheet.name = copy;
    sheet.visibility = "VeryHidden";
  }
}

/**
 * Queues putting the cells of a sheet back as its copy holds them. Nothing is cleared before: where Excel refuses to
 * copy, the sheet is still as it was. Empty cells of the copy clear those of the sheet.
 */
export function restore({ workbook }: Excel.RequestContext, { name, copy }: SavedSheet, area: Area): void {
  const sheet = workbook.worksheets.getItem(name);
  // Excel pastes only the rows that a filter shows.
  sheet.autoFilter.remove();
  for (const piece of inPieces(area)) sheet.getRange(piece).copyFrom(`'${copy}'!${piece}`, "All");
}

/** Queues the removal of sheets that were kept. */
export function discard({ workbook }: Excel.RequestContext, copies: readonly string[]): void {
  for (const name of copies) {
    const sheet = workbook.worksheets.getItem(name);
    // Excel deletes no very hidden sheet: https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-delete-member(1)
    sheet.visibility = "Hidden";
    sheet.delete();
  }
}

/** Queues emptying the area of a sheet of everything except its charts. */
export function emptySheet(sheet: Excel.Worksheet, area: Area | null): void {
  if (area) {
    const range = sheet.getRange(areaToA1(area));
    range.clear("All");
    range.conditionalFormats.clearAll();
    range.dataValidation.clear();
  }
  sheet.freezePanes.unfreeze();
  sheet.autoFilter.remove();
}
