import type { Area } from "../../../src/workbook/address";
import { copySheet } from "../book/copy-sheet";
import type { Sheet, SheetVisibility } from "../book/sheet";
import type { Arguments } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { autoFilter } from "./auto-filter";
import { charts } from "./chart-collection";
import { readColor } from "./color";
import { comments } from "./comment";
import { customProperties } from "./custom-property";
import { freezePanes } from "./freeze-panes";
import { names } from "./named-item";
import { horizontalPageBreaks } from "./page-break";
import { pageLayout } from "./page-layout";
import { areaAt, assertSheetAlive, placeAt } from "./place";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { sheetProtection } from "./protection";
import { tables } from "./table";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export const worksheet: (sheet: Sheet) => ServerObject = defineClass<Sheet>({
  className: "Worksheet",
  assertAlive: (sheet) => assertSheetAlive({ sheet }),
  scalars: {
    id: { get: (sheet) => sheet.id },
    name: { get: (sheet) => sheet.name, set: (sheet, value) => sheet.book.renameSheet(sheet, String(value)) },
    position: { get: positionOf, set: (sheet, value) => sheet.book.moveSheet(sheet, Number(value)) },
    visibility: {
      get: (sheet) => sheet.visibility,
      set: (sheet, value) => sheet.setVisibility(value as SheetVisibility),
    },
    tabColor: { get: (sheet) => sheet.tabColor, set: setTabColor },
    tabId: { get: (sheet) => positionOf(sheet) + 1 },
  },
  bag: (sheet) => sheet.view,
  defaults: {
    showGridlines: true,
    showHeadings: true,
    enableCalculation: true,
    standardHeight: 15,
    standardWidth: 8.43,
  },
  navigation: {
    autoFilter: (sheet) => autoFilter(sheet),
    charts: (sheet) => charts(sheet),
    comments: (sheet) => comments({ book: sheet.book, sheet }),
    customProperties: (sheet) => customProperties(sheet),
    freezePanes: (sheet) => freezePanes(sheet),
    horizontalPageBreaks: (sheet) => horizontalPageBreaks(sheet),
    names: (sheet) => names({ book: sheet.book, sheet }),
    pageLayout: (sheet) => pageLayout(sheet),
    protection: (sheet) => sheetProtection(sheet),
    tables: (sheet) => tables({ book: sheet.book, sheet }),
  },
  methods: {
    activate: (sheet) => sheet.book.activate(sheet),
    calculate: (sheet) => sheet.book.calculate(true),
    delete: (sheet) => {
      sheet.book.assertFocus();
      sheet.book.deleteSheet(sheet);
    },
    copy: (sheet, args) => worksheet(copySheet(sheet, positionFor(sheet, args))),
    getRange: (sheet, args) => range(placeAt(sheet, args.optionalText(0))),
    getCell: (sheet, args) => range({ sheet, area: block(args.whole(0), args.whole(1), 1, 1) }),
    getRangeByIndexes: (sheet, args) =>
      range({ sheet, area: block(args.whole(0), args.whole(1), args.whole(2), args.whole(3)) }),
    getRanges: (sheet, args) => {
      const addresses = args.optionalText(0) ?? "";
      if (addresses.length > 8_192) throw invalidArgument("an address has at most 8192 characters");
      return rangeAreas({
        sheet,
        areas: addresses.split(",").map((part) => placeAt(sheet, part.trim()).area),
      });
    },
    getUsedRange: (sheet, args) => {
      const area = sheet.usedArea(args.flag(0)) ?? { top: 0, left: 0, bottom: 0, right: 0 };
      return range({ sheet, area });
    },
    getUsedRangeOrNullObject: (sheet, args) => {
      const area = sheet.usedArea(args.flag(0));
      return area ? range({ sheet, area }) : null;
    },
    getNext: (sheet, args) => worksheet(found(neighbour(sheet, 1, args.flag(0)))),
    getNextOrNullObject: (sheet, args) => orNull(neighbour(sheet, 1, args.flag(0))),
    getPrevious: (sheet, args) => worksheet(found(neighbour(sheet, -1, args.flag(0)))),
    getPreviousOrNullObject: (sheet, args) => orNull(neighbour(sheet, -1, args.flag(0))),
  },
  events: ["DataChanged", "Activated", "Deactivated"],
  eventTarget: (sheet) => sheet.id,
});

function orNull(sheet: Sheet | undefined): ServerObject | null {
  return sheet ? worksheet(sheet) : null;
}

function found(sheet: Sheet | undefined): Sheet {
  if (!sheet) throw itemNotFound();
  return sheet;
}

function positionOf(sheet: Sheet): number {
  return sheet.book.sheets.indexOf(sheet);
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean): Sheet | undefined {
  const { sheets } = sheet.book;
  for (let i = positionOf(sheet) + step; i >= 0 && i < sheets.length; i += step) {
    if (!visibleOnly || sheets[i]!.visibility === "Visible") return sheets[i];
  }
}

function setTabColor(sheet: Sheet, value: Json): void {
  sheet.book.assertStructure();
  sheet.tabColor = value === "" ? "" : readColor(value);
}

function block(top: number, left: number, rows: number, columns: number): Area {
  return areaAt(top, left, top + rows - 1, left + columns - 1);
}

/** Where `copy` puts the new sheet: https://learn.microsoft.com/javascript/api/excel/excel.worksheetpositiontype */
function positionFor(sheet: Sheet, args: Arguments): number {
  const { sheets } = sheet.book;
  const relative = args.objectOf<Sheet>(1, "Worksheet");
  switch (args.optionalText(0) ?? "None") {
    case "Beginning":
      return 0;
    case "Before":
      return sheets.indexOf(found(relative));
    case "After":
      return sheets.indexOf(found(relative)) + 1;
    default:
      return sheets.length;
  }
}
