import type { Book } from "../book/book";
import { insertPackage } from "../book/insert-package";
import type { Sheet } from "../book/sheet";
import { asJson, type Argument } from "../protocol/arguments";
import { invalidArgument, invalidOperation } from "../protocol/errors";
import { defineClass, ServerObject } from "../protocol/server-object";
import { application } from "./application";
import { comments } from "./comment";
import { documentProperties } from "./document-properties";
import { names } from "./named-item";
import { range } from "./range";
import { settings } from "./setting";
import { tables } from "./table";
import { workbookProtection } from "./protection";
import { worksheets } from "./worksheet-collection";

/** Where sheets are inserted; `relativeTo` is a worksheet, its name or its id. */
function positionOf(book: Book, type: Argument, relativeTo: Argument): number {
  if (type === "Beginning") return 0;
  if (type === "End") return book.sheets.length;
  const sheet =
    relativeTo instanceof ServerObject
      ? relativeTo.targetAs<Sheet>("Worksheet")
      : book.sheet(String(relativeTo));
  if (!sheet) throw invalidArgument("relativeTo");
  return book.sheets.indexOf(sheet) + (type === "After" ? 1 : 0);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
export const workbook = defineClass<Book>({
  className: "Workbook",
  scalars: {
    name: { get: (book) => book.name },
    readOnly: { get: (book) => book.readOnly },
    autoSave: { get: () => false },
  },
  navigation: {
    application: (book) => application(book),
    comments: (book) => comments({ book, sheet: null }),
    names: (book) => names({ book, sheet: null }),
    properties: (book) => documentProperties(book),
    protection: (book) => workbookProtection(book),
    settings: (book) => settings(book),
    tables: (book) => tables({ book, sheet: null }),
    worksheets: (book) => worksheets(book),
  },
  methods: {
    getSelectedRange: (book) => range(book.selection),
    getActiveCell: (book) => {
      const { sheet, area } = book.selection;
      return range({ sheet, area: { ...area, bottom: area.top, right: area.left } });
    },
    insertWorksheetsFromBase64: (book, args) => {
      book.assertStructure();
      const { sheetNamesToInsert = null, positionType = "End", relativeTo = null } = args.fields(1);
      const wanted = asJson(sheetNamesToInsert, "sheetNamesToInsert") as string[] | null;
      const sheets = insertPackage(book, args.text(0), wanted, positionOf(book, positionType, relativeTo));
      return sheets.map(({ id }) => id);
    },
    save: (book) => {
      if (book.readOnly) throw invalidOperation("the workbook is read-only");
    },
  },
});
