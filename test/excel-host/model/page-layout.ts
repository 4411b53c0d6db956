import { areaToA1, parseArea } from "../../../src/workbook/address";
import type { Sheet } from "../book/sheet";
import { invalidArgument } from "../protocol/errors";
import { defineBag, defineClass, type ServerObject } from "../protocol/server-object";
import { addressOf, isWholeColumns, isWholeRows, placeArgument, placeAt, type Place } from "./place";
import { range } from "./range";
import { rangeAreas } from "./range-areas";

/** Header and footer are texts with codes such as `&P`: empty on a new sheet. */
defineBag("HeaderFooter", {
  defaults: {
    leftHeader: "",
    centerHeader: "",
    rightHeader: "",
    leftFooter: "",
    centerFooter: "",
    rightFooter: "",
  },
});

defineBag("HeaderFooterGroup", {
  defaults: { state: "Default", useSheetMargins: true, useSheetScale: true },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout . Margins are those of Excel's "normal", in points. */
export const pageLayout: (sheet: Sheet) => ServerObject = defineClass<Sheet>({
  className: "PageLayout",
  bag: (sheet) => sheet.page,
  defaults: {
    orientation: "Portrait",
    blackAndWhite: false,
    centerHorizontally: false,
    centerVertically: false,
    draftMode: false,
    firstPageNumber: "",
    printGridlines: false,
    printHeadings: false,
    printOrder: "DownThenOver",
    printComments: "NoComments",
    printErrors: "AsDisplayed",
    leftMargin: 50.4,
    rightMargin: 50.4,
    topMargin: 54,
    bottomMargin: 54,
    headerMargin: 21.6,
    footerMargin: 21.6,
    zoom: { scale: 100 },
  },
  methods: {
    // Where the areas are kept, the bag's names begin with `_`: they are no members of the API.
    setPrintArea: (sheet, args) => {
      const { area } = placeArgument(args, 0, sheet);
      sheet.page.values.set("_printArea", areaToA1(area));
    },
    getPrintArea: (sheet) => rangeAreas({ sheet, areas: [kept(sheet, "_printArea").area] }),
    getPrintAreaOrNullObject: (sheet) => {
      const place = find(sheet, "_printArea");
      return place ? rangeAreas({ sheet, areas: [place.area] }) : null;
    },
    setPrintTitleRows: (sheet, args) => {
      const { area } = placeArgument(args, 0, sheet);
      if (!isWholeRows(area)) throw invalidArgument("title rows must be whole rows");
      sheet.page.values.set("_titleRows", addressOf(area));
    },
    getPrintTitleRowsOrNullObject: (sheet) => orNull(find(sheet, "_titleRows")),
    setPrintTitleColumns: (sheet, args) => {
      const { area } = placeArgument(args, 0, sheet);
      if (!isWholeColumns(area)) throw invalidArgument("title columns must be whole columns");
      sheet.page.values.set("_titleColumns", addressOf(area));
    },
    getPrintTitleColumnsOrNullObject: (sheet) => orNull(find(sheet, "_titleColumns")),
    setPrintMargins: (sheet, args) => {
      const factor = POINTS[args.text(0)];
      if (factor === undefined) throw invalidArgument("unit");
      for (const [side, size] of Object.entries(args.fields(1))) {
        if (typeof size !== "number") throw invalidArgument(`margin ${side}`);
        sheet.page.values.set(`${side}Margin`, size * factor);
      }
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.printmarginunit */
const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function find(sheet: Sheet, key: string): Place | undefined {
  const address = sheet.page.values.get(key);
  return typeof address === "string" ? placeAt(sheet, address) : undefined;
}

function kept(sheet: Sheet, key: string): Place {
  const place = find(sheet, key);
  // Without a print area Excel prints what is used.
  return place ?? { sheet, area: sheet.grid.usedArea(false) ?? parseArea("A1")! };
}

function orNull(place: Place | undefined): ServerObject | null {
  return place ? range(place) : null;
}
