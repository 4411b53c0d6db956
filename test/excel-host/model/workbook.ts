import type { Book } from "../book/book";
import { invalidOperation } from "../protocol/errors";
import { defineClass } from "../protocol/server-object";
import { application } from "./application";
import { comments } from "./comment";
import { documentProperties } from "./document-properties";
import { names } from "./named-item";
import { range } from "./range";
import { settings } from "./setting";
import { tables } from "./table";
import { workbookProtection } from "./protection";
import { worksheets } from "./worksheet-collection";

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
    save: (book) => {
      if (book.readOnly) throw invalidOperation("the workbook is read-only");
    },
  },
});
