/**
 * Copies of the sheets that are about to be overwritten, very hidden, so that all of it can be put back: contents,
 * formats and sizes are copied back into the very same sheets, since formulas elsewhere point at them.
 */
import { columnName, MAX_COLUMNS } from "../workbook/address";

/** Begins the name of every backup sheet; a person never sees it. */
export const BACKUP_PREFIX = "~undo~";

/** Two panes may write into one workbook: neither must take the other's copies for its own. */
const newRendering = (): string => Math.random().toString(36).slice(2, 10);

const ALL_COLUMNS = `A:${columnName(MAX_COLUMNS - 1)}`;

/** Queues copies of the sheets; the names of the copies, in the same order. No other rendering's bear them. */
export function backUp(context: Excel.RequestContext, sheets: readonly string[]): string[] {
  const rendering = newRendering();
  return sheets.map((name, i) => {
    const copy = context.workbook.worksheets.getItem(name).copy("End");
    const copyName = `${BACKUP_PREFIX}${rendering} ${i + 1}`;
    copy.name = copyName;
    copy.visibility = "VeryHidden";
    return copyName;
  });
}

/** Queues taking sheets out of sight as they are, under names of their own: formulas elsewhere still find them. */
export function putAside(context: Excel.RequestContext, sheets: readonly string[]): string[] {
  const rendering = newRendering();
  return sheets.map((name, i) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const asideName = `${BACKUP_PREFIX}${rendering} removed ${i + 1}`;
    sheet.name = asideName;
    sheet.visibility = "VeryHidden";
    return asideName;
  });
}

/** Queues putting the cells of a sheet back as its copy holds them. */
export function restore(context: Excel.RequestContext, name: string, copy: string): void {
  const sheet = context.workbook.worksheets.getItem(name);
  emptySheet(sheet);
  sheet.getRange(ALL_COLUMNS).copyFrom(`'${copy}'!${ALL_COLUMNS}`, "All");
}

/** Queues the removal of the copies. */
export function discard(context: Excel.RequestContext, copies: readonly string[]): void {
  for (const name of copies) {
    const sheet = context.workbook.worksheets.getItem(name);
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
