import { refused, same } from "./expectations";
import { PAGES, type HostCase, type Scratch } from "./host-case";

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
