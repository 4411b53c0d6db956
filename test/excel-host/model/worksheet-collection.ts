import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { itemNotFound } from "../protocol/errors";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { worksheet } from "./worksheet";

/** The target of events of the whole workbook, `OfficeExtension.Constants.eventWorkbookId`. */
export const WORKBOOK_TARGET = "Workbook";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
export const worksheets = defineClass<Book>({
  className: "WorksheetCollection",
  items: (book) => book.sheets.map(worksheet),
  methods: {
    add: (book, args) => {
      book.assertFocus();
      return worksheet(book.addSheet(args.optionalText(0) ?? book.freeSheetName()));
    },
    getActiveWorksheet: (book) => worksheet(book.activeWorksheet()),
    getCount: (book, args) => chosen(book, args.flag(0)).length,
    getFirst: (book, args) => worksheet(existing(chosen(book, args.flag(0))[0])),
    getLast: (book, args) => worksheet(existing(chosen(book, args.flag(0)).at(-1))),
    getItem: (book, args) => worksheet(existing(book.sheet(args.text(0)))),
    getItemOrNullObject: (book, args) => orNull(book.sheet(args.text(0))),
  },
  events: ["DataChanged", "Activated", "Deactivated", "Added", "Deleted"],
  eventTarget: () => WORKBOOK_TARGET,
});

function chosen(book: Book, visibleOnly: boolean): Sheet[] {
  return book.sheets.filter((sheet) => !visibleOnly || sheet.visibility === "Visible");
}

function existing(sheet: Sheet | undefined): Sheet {
  if (!sheet) throw itemNotFound();
  return sheet;
}

function orNull(sheet: Sheet | undefined): ServerObject | null {
  return sheet ? worksheet(sheet) : null;
}
