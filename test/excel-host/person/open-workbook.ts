import { cellsOf } from "../../../src/workbook/cells";
import type { Sheet as ReadSheet, Workbook } from "../../../src/workbook/workbook";
import type { Book } from "../book/book";
import { addName } from "../book/name-state";
import type { Sheet, SheetVisibility } from "../book/sheet";
import { withProperty } from "../book/style";
import type { SimulatedExcel } from "./simulated-excel";

const VISIBILITY: Readonly<Record<ReadSheet["visibility"], SheetVisibility>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

/** Opens a read workbook in the simulated Excel, in the place of the one that stood open. */
export function openWorkbook(excel: SimulatedExcel, workbook: Workbook): void {
  excel.replaceWorkbook((book) => fill(book, workbook));
}

function fill(book: Book, workbook: Workbook): void {
  for (const sheet of workbook.sheets) book.addSheet(sheet.name);
  for (const sheet of workbook.sheets) fillSheet(book.sheet(sheet.name)!, sheet);
  for (const { name, sheet, refersTo } of workbook.names) {
    addName(book, sheet === null ? null : (book.sheet(sheet) ?? null), name, `=${refersTo}`, "");
  }
  if (workbook.structureProtected) book.structureProtection = { password: null };
  book.touch();
}

/** Values are taken as they are in the file, never read as input: the text `001` stays a text. */
export function fillSheet(sheet: Sheet, read: ReadSheet): void {
  for (const { row, column, value, formula, format } of cellsOf(read)) {
    const cell = sheet.grid.touch(row, column);
    cell.value = value ?? "";
    if (formula !== undefined) cell.formula = `=${formula}`;
    if (format !== undefined)
      cell.style = withProperty(sheet.grid.style(row, column), "numberFormat", format);
  }
  sheet.merges.push(...read.merges);
  for (const { first, last } of read.hiddenRows) hide(sheet.grid.rowSizes, first, last);
  for (const { first, last } of read.hiddenColumns) hide(sheet.grid.columnSizes, first, last);
  for (const { row, column, text } of read.comments) {
    sheet.book.comments.push({ id: sheet.book.newId(), sheet, row, column, content: text, resolved: false });
  }
  if (read.autoFilter) sheet.autoFilter = { area: read.autoFilter, criteria: {} };
  if (read.protected) sheet.protection = { options: {}, password: null };
  sheet.visibility = VISIBILITY[read.visibility];
}

function hide(sizes: Sheet["grid"]["rowSizes"], first: number, last: number): void {
  for (let line = first; line <= last; line++) sizes.set(line, { hidden: true });
}
