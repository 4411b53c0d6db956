import { same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase } from "./host-case";

export const formatCases: readonly HostCase[] = [
  hostCase("a property that differs over the range is null", PAGES.concepts, async ({ context, sheet }) => {
    sheet.getRange("A1").format.fill.color = "#FFFF00";
    sheet.getRange("A2").format.fill.color = "#FF0000";
    const [both, one] = [sheet.getRange("A1:A2"), sheet.getRange("A1")];
    for (const range of [both, one]) range.load("format/fill/color");
    await context.sync();
    same([both.format.fill.color, one.format.fill.color], [null, "#FFFF00"]);
  }),
  hostCase("a colour's name is read back as its number", null, async ({ context, sheet }) => {
    const range = sheet.getRange("A1");
    range.format.font.color = "red";
    range.load("format/font/color");
    await context.sync();
    same(range.format.font.color, "#FF0000");
  }),
  hostCase(
    "number formats are read back cell by cell",
    reference("range", "numberFormat"),
    async (scratch) => {
      const range = scratch.sheet.getRange("A1:C1");
      range.numberFormat = [["0.00%", "General", "@"]];
      range.load("numberFormat");
      await scratch.context.sync();
      same(range.numberFormat, [["0.00%", "General", "@"]]);
    },
  ),
  hostCase(
    "null in an array of formats leaves its cell alone",
    PAGES.concepts,
    async ({ context, sheet }) => {
      const range = sheet.getRange("A1:B1");
      range.numberFormat = [["0.0", "0.0"]];
      range.numberFormat = [[null, "0.00"]];
      range.load("numberFormat");
      await context.sync();
      same(range.numberFormat, [["0.0", "0.00"]]);
    },
  ),
  hostCase(
    "a merge keeps the upper left value only",
    reference("range", "merge"),
    async ({ context, sheet }) => {
      const range = sheet.getRange("A1:C1");
      range.values = [["标题", 1, 2]];
      range.merge();
      range.load("values");
      await context.sync();
      same(range.values, [["标题", "", ""]]);
    },
  ),
  hostCase(
    "hidden rows stay and can be read",
    reference("range", "rowHidden"),
    async ({ context, sheet }) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      sheet.getRange("2:2").rowHidden = true;
      const range = sheet.getRange("A1:A3");
      range.load("values,rowHidden");
      await context.sync();
      same([range.values, range.rowHidden], [[[1], [2], [3]], null]);
    },
  ),
  hostCase("clearing contents leaves the format", reference("range", "clear"), async ({ context, sheet }) => {
    const range = sheet.getRange("A1");
    range.values = [[1]];
    range.format.font.bold = true;
    range.clear("Contents");
    range.load("values,format/font/bold");
    await context.sync();
    same([range.values, range.format.font.bold], [[[""]], true]);
  }),
];
