/**
 * Copies of the sheets that are about to be overwritten, very hidden, so that all of it can be put back: contents,
 * formats and sizes are copied back into the very same sheets, since formulas elsewhere point at them.
 */
import { columnName, MAX_COLUMNS } from "../workbook/address";
import type { KeptSheet } from "./mark";

const ALL_COLUMNS = `A:${columnName(MAX_COLUMNS - 1)}`;

/** Queues copies of the sheets. */
export function backUp({ workbook }: Excel.RequestContext, sheets: readonly KeptSheet[]): void {
  for (const { name, copy } of sheets) {
    const sheet = workbook.worksheets.getItem(name).copy("End");
    sheet.name = copy;
    sheet.visibility = "VeryHidden";
  }
}

/** Queues taking sheets out of sight as they are, under names of their own: formulas elsewhere still find them. */
export function putAside({ workbook }: Excel.RequestContext, sheets: readonly KeptSheet[]): void {
  for (const { name, copy } of sheets) {
    const sheet = workbook.worksheets.getItem(name);
    sheet.name = copy;
    sheet.visibility = "VeryHidden";
  }
}

/** Queues putting the cells of a sheet back as its copy holds them. */
export function restore({ workbook }: Excel.RequestContext, { name, copy }: KeptSheet): void {
  const sheet = workbook.worksheets.getItem(name);
  emptySheet(sheet);
  sheet.getRange(ALL_COLUMNS).copyFrom(`'${copy}'!${ALL_COLUMNS}`, "All");
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

/** Queues emptying a sheet of everything but its charts. */
export function emptySheet(sheet: Excel.Worksheet): void {
  const all = sheet.getRange();
  all.clear("All");
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  sheet.freezePanes.unfreeze();
  sheet.autoFilter.remove();
}
