import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase, type Scratch } from "./host-case";

const COPY = "自检 copy";

/** Copies the sheet, and takes the copy away again whatever comes of it. */
async function withCopy(
  { context, sheet }: Scratch,
  look: (copy: Excel.Worksheet) => Promise<void>,
): Promise<void> {
  const copy = sheet.copy("End");
  copy.name = COPY;
  copy.visibility = "Visible";
  try {
    await look(copy);
  } finally {
    await Excel.run(async (again) => {
      again.workbook.worksheets.getItemOrNullObject(COPY).delete();
      await again.sync();
    });
    await context.sync();
  }
}

async function activeName(context: Excel.RequestContext): Promise<string> {
  const active = context.workbook.worksheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  return active.name;
}

/** What undo relies on: copies of sheets. */
export const copyCases: readonly HostCase[] = [
  hostCase("a copy of a sheet does not come to the front", null, async (scratch) => {
    const before = await activeName(scratch.context);
    await withCopy(scratch, async () => same(await activeName(scratch.context), before));
  }),
  hostCase("a sheet can be brought to the front again", PAGES.worksheets, async (scratch) => {
    await withCopy(scratch, async (copy) => {
      const before = await activeName(scratch.context);
      copy.activate();
      scratch.context.workbook.worksheets.getItem(before).activate();
      same(await activeName(scratch.context), before);
    });
  }),
  hostCase("a hidden sheet can be copied", null, async (scratch) => {
    scratch.sheet.visibility = "Hidden";
    await withCopy(scratch, async (copy) => {
      copy.load("name");
      await scratch.context.sync();
      same(copy.name, COPY);
    });
  }),
  hostCase("a very hidden sheet can be copied", null, async (scratch) => {
    scratch.sheet.visibility = "VeryHidden";
    try {
      await withCopy(scratch, () => scratch.context.sync().then(() => undefined));
    } finally {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem(scratch.sheetName).visibility = "Visible";
        await context.sync();
      });
    }
  }),
  hostCase("a very hidden sheet cannot be deleted", reference("worksheet", "delete"), async (scratch) => {
    const { context, sheet } = scratch;
    sheet.visibility = "VeryHidden";
    await context.sync();
    sheet.delete();
    await refused(() => context.sync(), "InvalidOperation", "GeneralException");
    sheet.visibility = "Visible";
    await context.sync();
  }),
  hostCase("a copy has names of its own for those that lead to the sheet", null, async (scratch) => {
    const { context, sheet, sheetName } = scratch;
    context.workbook.names.add("zijian_total", `='${sheetName}'!$A$1`);
    sheet.getRange("A1").values = [[1]];
    try {
      await withCopy(scratch, async (copy) => {
        copy.names.load("items/name");
        await context.sync();
        same(
          copy.names.items.map(({ name }) => name),
          ["zijian_total"],
        );
        copy.names.getItemOrNullObject("zijian_total").delete();
        copy.names.getItemOrNullObject("zijian_none").delete();
        copy.names.load("items/name");
        const kept = context.workbook.names.getItemOrNullObject("zijian_total");
        kept.load("formula");
        await context.sync();
        same([copy.names.items.length, kept.isNullObject], [0, false]);
      });
    } finally {
      await Excel.run(async (again) => {
        again.workbook.names.getItemOrNullObject("zijian_total").delete();
        await again.sync();
      });
    }
  }),
  hostCase(
    "cells that are copied back clear what was there, and bring formats and merged cells",
    PAGES.copyPaste,
    async (scratch) => {
      const { context, sheet } = scratch;
      sheet.getRange("A1:B2").values = [
        ["一", ""],
        ["", 2],
      ];
      sheet.getRange("A1").format.fill.color = "#FF0000";
      sheet.getRange("A1:B1").merge();
      await withCopy(scratch, async () => {
        sheet.getRange("A1:C3").clear("All");
        sheet.getRange("A1:C3").values = Array.from({ length: 3 }, () => [9, 9, 9]);
        sheet.getRange("A2:B2").merge();
        sheet.getRange("A1:C3").copyFrom(`'${COPY}'!A1:C3`, "All");
        const range = sheet.getRange("A1:C3");
        range.load("values");
        const fill = sheet.getRange("A1").format.fill;
        fill.load("color");
        const merged = range.getMergedAreasOrNullObject();
        merged.areas.load("items/address");
        await context.sync();
        same(range.values, [
          ["一", "", ""],
          ["", 2, ""],
          ["", "", ""],
        ]);
        same(fill.color, "#FF0000");
        same(
          merged.areas.items.map(({ address }) => address.slice(address.lastIndexOf("!") + 1)),
          ["A1:B1"],
        );
      });
    },
  ),
];
