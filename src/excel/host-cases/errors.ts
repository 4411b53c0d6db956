import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase } from "./host-case";

export const errorCases: readonly HostCase[] = [
  hostCase("a sheet that is not there is an error, or a null object", PAGES.batches, async ({ context }) => {
    const { worksheets } = context.workbook;
    const missing = worksheets.getItemOrNullObject("没有这张表");
    const below = missing.getRange("A1");
    for (const object of [missing, below]) object.load("isNullObject");
    await context.sync();
    same([missing.isNullObject, below.isNullObject], [true, true]);
    worksheets.getItem("没有这张表");
    await refused(() => context.sync(), "ItemNotFound");
  }),
  hostCase("what was not loaded cannot be read", PAGES.batches, async ({ context, sheet }) => {
    const range = sheet.getRange("A1");
    await context.sync();
    await refused(async () => range.values, "PropertyNotLoaded");
  }),
  hostCase("what ran before the failing action stays", null, async ({ context, sheet }) => {
    sheet.getRange("A1").values = [["留下"]];
    context.workbook.worksheets.getItem("没有这张表");
    sheet.getRange("A2").values = [["不会写"]];
    await refused(() => context.sync(), "ItemNotFound");
    const range = sheet.getRange("A1:A2");
    range.load("values");
    await context.sync();
    same(range.values, [["留下"], [""]]);
  }),
  hostCase("an error names the place where it happened", PAGES.errors, async ({ context }) => {
    context.workbook.worksheets.getItem("没有这张表");
    try {
      await context.sync();
    } catch (error) {
      const { debugInfo } = error as OfficeExtension.Error;
      return same(debugInfo.errorLocation, "WorksheetCollection.getItem");
    }
    throw new Error("Excel found a sheet that is not there.");
  }),
  hostCase("what is no address is refused", PAGES.errors, async ({ context, sheet }) => {
    sheet.getRange("第一格").load("address");
    await refused(() => context.sync(), "InvalidArgument");
  }),
  hostCase("a range outside of the sheet is refused", PAGES.errors, async ({ context, sheet }) => {
    sheet.getRange("A1").getOffsetRange(-1, 0).load("address");
    await refused(() => context.sync(), "InvalidArgument");
  }),
  hostCase("a sheet's name is unique, whatever its case", null, async ({ context, sheetName }) => {
    context.workbook.worksheets.add(sheetName.toUpperCase());
    await refused(() => context.sync(), "ItemAlreadyExists", "InvalidArgument");
  }),
  hostCase(
    "a sheet's name is at most 31 characters and has none of \\ / ? * : [ ]",
    null,
    async ({ context }) => {
      for (const name of ["关工02/03", "字".repeat(32), ""]) {
        context.workbook.worksheets.add(name);
        await refused(() => context.sync(), "InvalidArgument");
      }
    },
  ),
  hostCase(
    "a formula follows a renamed sheet",
    reference("worksheet", "name"),
    async ({ context, sheet, sheetName }) => {
      sheet.getRange("A1:A2").formulas = [[1], [`='${sheetName}'!A1`]];
      sheet.name = `${sheetName} 新`;
      const cell = sheet.getRange("A2");
      cell.load("formulas,values");
      sheet.name = sheetName;
      await context.sync();
      same([cell.formulas, cell.values], [[[`='${sheetName} 新'!A1`]], [[1]]]);
    },
  ),
  hostCase("an object outlives its batch", PAGES.batches, async ({ context, sheet }) => {
    const range = sheet.getRange("A1");
    await context.sync();
    range.values = [[1]];
    range.load("values");
    await context.sync();
    same(range.values, [[1]]);
  }),
  hostCase("a property that is none cannot be loaded", null, async ({ context, sheet }) => {
    sheet.getRange("A1").load("color");
    await refused(() => context.sync(), "InvalidArgument");
  }),
];
