import { refused, same } from "./expectations";
import { PAGES, reference, type HostCase, type Scratch } from "./host-case";

/** 6 MB in 300 cells: more than Excel on the web takes or sends at once. */
function sixMegabytes(): string[][] {
  return Array.from({ length: 300 }, () => ["x".repeat(20_000)]);
}

async function fillInParts({ context, sheet }: Scratch): Promise<void> {
  for (let part = 0; part < 3; part++) {
    sheet.getRangeByIndexes(part * 100, 0, 100, 1).values = sixMegabytes().slice(0, 100);
    await context.sync();
  }
}

/** Pairs of cells, one below the other. */
async function mergePairs({ context, sheet }: Scratch, count: number): Promise<void> {
  for (let pair = 0; pair < count; pair++) sheet.getRangeByIndexes(2 * pair, 0, 2, 1).merge();
  await context.sync();
}

/** What Excel does to add-ins in some situations. */
export const limitCases: readonly HostCase[] = [
  {
    title: "a request above 5 MB is refused",
    page: PAGES.limits,
    situation: "onTheWeb",
    run: async ({ context, sheet }) => {
      sheet.getRange("A1:A300").values = sixMegabytes();
      await refused(() => context.sync(), "RequestPayloadSizeLimitExceeded");
    },
  },
  {
    title: "a response above 5 MB is refused, its parts are not",
    page: PAGES.limits,
    situation: "onTheWeb",
    run: async (scratch) => {
      await fillInParts(scratch);
      scratch.sheet.getRange("A1:A300").load("values");
      await refused(() => scratch.context.sync(), "ResponsePayloadSizeLimitExceeded");
      const part = scratch.sheet.getRange("A1:A100");
      part.load("values");
      await scratch.context.sync();
      same(part.values.length, 100);
    },
  },
  {
    title: "on the desktop 6 MB go through",
    page: PAGES.limits,
    situation: "onTheDesktop",
    run: async ({ context, sheet }) => {
      const range = sheet.getRange("A1:A300");
      range.values = sixMegabytes();
      range.load("values");
      await context.sync();
      same(range.values.length, 300);
    },
  },
  {
    title: "more than 33,554,000 cells cannot be changed at once, whole rows of a sheet can",
    page: PAGES.errors,
    situation: "onTheWeb",
    run: async ({ context, sheet }) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("1:2000").copyFrom("3:2002", "All");
      await context.sync();
      sheet.getRange("A:XFD").copyFrom("A:XFD", "All");
      await refused(() => context.sync(), "OperationCellsExceedLimit");
    },
  },
  {
    title: "512 merged areas are told, each with its whole address",
    page: reference("range", "getMergedAreasOrNullObject"),
    situation: "anyExcel",
    run: async (scratch) => {
      await mergePairs(scratch, 512);
      const merged = scratch.sheet.getRange("A1:A1024").getMergedAreasOrNullObject();
      merged.areas.load("items/address");
      await scratch.context.sync();
      same(merged.areas.items.length, 512);
      same(merged.areas.items[511]!.address.endsWith("!A1023:A1024"), true);
    },
  },
  {
    title: "more than 512 merged areas are an error, not an empty answer",
    page: null,
    situation: "anyExcel",
    run: async (scratch) => {
      await mergePairs(scratch, 513);
      const merged = scratch.sheet.getRange("A1:A1026").getMergedAreasOrNullObject();
      merged.load("address");
      await refused(
        () => scratch.context.sync(),
        "GeneralException",
        "InvalidOperation",
        "InvalidArgument",
        "RangeExceedsLimit",
      );
    },
  },
  {
    title: "the address of merged areas names them whole",
    page: reference("rangeareas", "address"),
    situation: "anyExcel",
    run: async (scratch) => {
      await mergePairs(scratch, 1);
      const merged = scratch.sheet.getRange("A1:A4").getMergedAreasOrNullObject();
      merged.load("address");
      await scratch.context.sync();
      same(merged.address.endsWith("!A1:A2"), true);
    },
  },
  {
    title: "merged areas that begin outside of a range are not among its own",
    page: null,
    situation: "anyExcel",
    run: async (scratch) => {
      await mergePairs(scratch, 1);
      const merged = scratch.sheet.getRange("A2:A4").getMergedAreasOrNullObject();
      merged.load("address");
      await scratch.context.sync();
      same(merged.isNullObject, true);
    },
  },
  {
    title: "a formula of more than 8,192 characters is refused",
    page: PAGES.errors,
    situation: "anyExcel",
    run: async ({ context, sheet }) => {
      sheet.getRange("A1").formulas = [[`=${Array.from({ length: 3_000 }, () => "B1").join("+")}`]];
      await refused(() => context.sync(), "FormulaLengthExceedsLimit", "InvalidArgument");
    },
  },
  {
    title: "what a date cell shows is its day",
    page: null,
    situation: "anyExcel",
    run: async ({ context, sheet }) => {
      const cell = sheet.getRange("A1");
      cell.numberFormat = [["yyyy-mm-dd"]];
      cell.values = [[44_187]];
      cell.format.columnWidth = 120;
      cell.load("text");
      await context.sync();
      same(cell.text, [["2020-12-22"]]);
    },
  },
  {
    title: "while somebody types into a cell every request is refused",
    page: PAGES.errors,
    situation: "typingIntoACell",
    run: async ({ sheetName }) => {
      await refused(
        () => Excel.run((context) => write(context, sheetName)),
        "InvalidOperationInCellEditMode",
      );
    },
  },
  {
    title: "a request that may wait is done when the cell is finished",
    page: PAGES.concepts,
    situation: "typingForAMoment",
    run: async ({ sheetName }) => {
      await Excel.run({ delayForCellEdit: true }, (context) => write(context, sheetName));
    },
  },
  {
    title: "a member that is too new is refused, an older one is not",
    page: PAGES.errors,
    situation: "excelApi1.12",
    run: async ({ context, sheet }) => {
      same(Office.context.requirements.isSetSupported("ExcelApi", "1.12"), true);
      same(Office.context.requirements.isSetSupported("ExcelApi", "1.13"), false);
      await refused(async () => {
        sheet.getRange("A1").getMergedAreasOrNullObject();
        await context.sync();
      }, "ApiNotFound");
      sheet.customProperties.add("编号", "1");
      await context.sync();
    },
  },
];

async function write(context: Excel.RequestContext, sheetName: string): Promise<void> {
  context.workbook.worksheets.getItem(sheetName).getRange("A1").values = [[1]];
  await context.sync();
}
