import type { Book } from "../book/book";
import type { Sheet } from "../book/sheet";
import { asJson } from "../protocol/arguments";
import { HostError, invalidOperation } from "../protocol/errors";
import type { JsonObject } from "../protocol/messages";
import { defineClass } from "../protocol/server-object";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotectionoptions , with their defaults. */
const OPTIONS: JsonObject = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export const sheetProtection = defineClass<Sheet>({
  className: "WorksheetProtection",
  scalars: {
    protected: { get: (sheet) => sheet.protection !== null },
    options: { get: (sheet) => sheet.protection?.options ?? OPTIONS },
  },
  methods: {
    protect: (sheet, args) => {
      const chosen = asJson(args.fields(0), "options") as JsonObject;
      sheet.protect({ ...OPTIONS, ...chosen }, args.optionalText(1) ?? null);
    },
    unprotect: (sheet, args) => {
      assertPassword(sheet.protection?.password ?? null, args.optionalText(0) ?? null);
      sheet.protection = null;
      sheet.book.clearUndo();
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.workbookprotection */
export const workbookProtection = defineClass<Book>({
  className: "WorkbookProtection",
  scalars: { protected: { get: (book) => book.structureProtection !== null } },
  methods: {
    protect: (book, args) => {
      if (book.structureProtection) throw invalidOperation("the workbook is already protected");
      book.structureProtection = { password: args.optionalText(0) ?? null };
    },
    unprotect: (book, args) => {
      assertPassword(book.structureProtection?.password ?? null, args.optionalText(0) ?? null);
      book.structureProtection = null;
    },
  },
});

function assertPassword(wanted: string | null, given: string | null): void {
  if (wanted !== null && wanted !== given) {
    throw new HostError("BadPassword", "The password you supplied is incorrect.");
  }
}
