/** The open workbook, as a session needs it. */
import type { OpenWorkbook } from "../ports/ports";
import { isJournalSheet } from "../workbook/write-journal-name";
import { readOpenWorkbook } from "./read-workbook";
import { renderPlan } from "./render";
import { runInExcel } from "./run";
import { askView, SourceView, viewedSheet } from "./source-view";
import { findUnfinished, refuseUnfinished } from "./undo";

export function openWorkbook(): OpenWorkbook {
  const source = new SourceView();
  return {
    read: (options = {}) => runInExcel(readOpenWorkbook, options),
    sheetNames: (options) => runInExcel(sheetNames, options),
    render: renderPlan,
    unfinished: findUnfinished,
    goTo: (sheet, cell, options) => runInExcel((context) => goTo(context, sheet, cell), options),
    view: (sheet, cell, options) => source.open(sheet, cell, options),
    closeView: (options) => source.close(options),
  };
}

async function sheetNames(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  const view = askView(context);
  await context.sync();
  const shown = viewedSheet(view);
  const names = worksheets.items.map((sheet) => sheet.name);
  refuseUnfinished(names);
  return names.filter((name) => name !== shown && !isJournalSheet(name));
}

/** A hidden sheet is shown first: a click must lead to the cell. Where the structure is protected Excel shows none. */
async function goTo(context: Excel.RequestContext, sheetName: string, cell: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  sheet.load("visibility");
  await context.sync();
  if (sheet.visibility !== "Visible") sheet.visibility = "Visible";
  sheet.activate();
  sheet.getRange(cell).select();
  await context.sync();
}
