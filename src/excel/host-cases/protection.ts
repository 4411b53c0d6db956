import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase, type Scratch } from "./host-case";

/** A form: A1 may be filled in, all else is locked. */
async function protectForm({ context, sheet }: Scratch, options: Excel.WorksheetProtectionOptions = {}) {
  sheet.getRange("A1:A2").values = [[1], [2]];
  sheet.getRange("A1").format.protection.locked = false;
  sheet.protection.protect(options);
  await context.sync();
}

export const protectionCases: readonly HostCase[] = [
  hostCase("a locked cell cannot be written", null, async (scratch) => {
    await protectForm(scratch);
    scratch.sheet.getRange("A2").values = [[3]];
    await refused(() => scratch.context.sync(), "AccessDenied");
  }),
  hostCase("an unlocked cell can be written, and all can be read", null, async (scratch) => {
    await protectForm(scratch);
    scratch.sheet.getRange("A1").values = [[9]];
    const both = scratch.sheet.getRange("A1:A2");
    both.load("values");
    await scratch.context.sync();
    same(both.values, [[9], [2]]);
  }),
  hostCase("a block with one locked cell is refused as a whole", null, async (scratch) => {
    await protectForm(scratch);
    scratch.sheet.getRange("A1:A2").values = [[9], [9]];
    await refused(() => scratch.context.sync(), "AccessDenied");
    const both = scratch.sheet.getRange("A1:A2");
    both.load("values");
    await scratch.context.sync();
    same(both.values, [[1], [2]]);
  }),
  hostCase(
    "formats are refused unless they were allowed",
    reference("worksheetprotectionoptions", "allowFormatCells"),
    async (scratch) => {
      await protectForm(scratch);
      scratch.sheet.getRange("A1").format.fill.color = "#FFFF00";
      await refused(() => scratch.context.sync(), "AccessDenied");
      scratch.sheet.protection.unprotect();
      scratch.sheet.protection.protect({ allowFormatCells: true });
      scratch.sheet.getRange("A1").format.fill.color = "#FFFF00";
      await scratch.context.sync();
    },
  ),
  hostCase("charts and rows are refused", null, async (scratch) => {
    await protectForm(scratch);
    scratch.sheet.charts.add("ColumnClustered", scratch.sheet.getRange("A1:A2"), "Columns");
    await refused(() => scratch.context.sync(), "AccessDenied");
    scratch.sheet.getRange("1:1").insert("Down");
    await refused(() => scratch.context.sync(), "AccessDenied");
  }),
  hostCase("a wrong password is refused", PAGES.errors, async ({ context, sheet }) => {
    sheet.protection.protect({}, "2020");
    await context.sync();
    sheet.protection.unprotect("2021");
    await refused(() => context.sync(), "BadPassword", "AccessDenied", "InvalidArgument");
    sheet.protection.unprotect("2020");
    sheet.protection.load("protected");
    await context.sync();
    same(sheet.protection.protected, false);
  }),
  hostCase("a protected sheet cannot be protected again", null, async (scratch) => {
    await protectForm(scratch);
    scratch.sheet.protection.protect();
    await refused(() => scratch.context.sync(), "InvalidOperation", "AccessDenied");
  }),
];
