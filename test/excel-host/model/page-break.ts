import { parseArea, toA1 } from "../../../src/workbook/address";
import type { Sheet } from "../book/sheet";
import { defineClass } from "../protocol/server-object";
import { placeArgument, placeAt } from "./place";
import { range } from "./range";

const KEY = "_pageBreaks";

interface PageBreak {
  readonly sheet: Sheet;
  readonly row: number;
}

const pageBreak = defineClass<PageBreak>({
  className: "PageBreak",
  hiddenId: ({ row }) => String(row),
  scalars: {
    columnIndex: { get: () => 0 },
    rowIndex: { get: ({ row }) => row },
  },
  methods: {
    delete: ({ sheet, row }) =>
      keep(
        sheet,
        rowsOf(sheet).filter((each) => each !== row),
      ),
    getCellAfterBreak: ({ sheet, row }) => range(placeAt(sheet, toA1(row, 0))),
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection , those between rows. */
export const horizontalPageBreaks = defineClass<Sheet>({
  className: "PageBreakCollection",
  items: (sheet) => rowsOf(sheet).map((row) => pageBreak({ sheet, row })),
  methods: {
    add: (sheet, args) => {
      const row = placeArgument(args, 0, sheet).area.top;
      keep(
        sheet,
        [...new Set([...rowsOf(sheet), row])].sort((a, b) => a - b),
      );
      return pageBreak({ sheet, row });
    },
    getCount: (sheet) => rowsOf(sheet).length,
    removePageBreaks: (sheet) => keep(sheet, []),
  },
});

/** Beside the page set-up, under a name that is no member of the API: a copy of the sheet has them too. */
function rowsOf(sheet: Sheet): number[] {
  const cells = sheet.page.values.get(KEY);
  return typeof cells === "string" && cells !== ""
    ? cells.split(",").map((cell) => parseArea(cell)!.top)
    : [];
}

function keep(sheet: Sheet, rows: readonly number[]): void {
  if (rows.length === 0) sheet.page.values.delete(KEY);
  else sheet.page.values.set(KEY, rows.map((row) => toA1(row, 0)).join(","));
}
