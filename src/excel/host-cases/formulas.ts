import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase } from "./host-case";

export const formulaCases: readonly HostCase[] = [
  hostCase("a formula is computed when its batch is done", PAGES.concepts, async ({ context, sheet }) => {
    sheet.getRange("A1:A3").values = [[12], [30], ["=SUM(A1:A2)"]];
    const total = sheet.getRange("A3");
    total.load("values,formulas");
    await context.sync();
    same([total.values, total.formulas], [[[42]], [["=SUM(A1:A2)"]]]);
  }),
  hostCase("a changed cell changes what is computed from it", PAGES.concepts, async ({ context, sheet }) => {
    sheet.getRange("A1:A2").formulas = [[1], ["=A1*10"]];
    await context.sync();
    sheet.getRange("A1").values = [[7]];
    const result = sheet.getRange("A2");
    result.load("values");
    await context.sync();
    same(result.values, [[70]]);
  }),
  hostCase(
    "a formula reaches into a sheet with a Chinese name",
    null,
    async ({ context, sheet, sheetName }) => {
      sheet.getRange("A1:A2").values = [[5], [1]];
      sheet.getRange("B1").formulas = [[`=SUMIF('${sheetName}'!A1:A2,">1")`]];
      const result = sheet.getRange("B1");
      result.load("values");
      await context.sync();
      same(result.values, [[5]]);
    },
  ),
  hostCase(
    "an error is its text, and its type says so",
    reference("range", "values"),
    async ({ context, sheet }) => {
      const range = sheet.getRange("A1:B1");
      range.formulas = [["=1/0", "=NOSUCHFUNCTION(1)"]];
      range.load("values,valueTypes");
      await context.sync();
      same(range.values, [["#DIV/0!", "#NAME?"]]);
      same(range.valueTypes, [["Error", "Error"]]);
    },
  ),
  hostCase(
    "the text of a cell is its value in its format",
    reference("range", "text"),
    async ({ context, sheet }) => {
      const range = sheet.getRange("A1:C1");
      range.numberFormat = [["0.0%", "#,##0", "yyyy-mm-dd"]];
      range.values = [[0.8073, 356000, 44187]];
      range.load("text");
      await context.sync();
      same(range.text, [["80.7%", "356,000", "2020-12-22"]]);
    },
  ),
  hostCase("what cannot be read as a formula is refused", PAGES.errors, async ({ context, sheet }) => {
    sheet.getRange("A1").formulas = [["=SUM("]];
    await refused(() => context.sync(), "InvalidArgument");
  }),
  hostCase(
    "a copied formula moves its relative references",
    reference("range", "copyFrom"),
    async (scratch) => {
      const { context, sheet } = scratch;
      sheet.getRange("A1:B1").values = [[3, "=A1*$A$1"]];
      sheet.getRange("A2").values = [[5]];
      sheet.getRange("B2").copyFrom("B1");
      const copy = sheet.getRange("B2");
      copy.load("formulas,values");
      await context.sync();
      same([copy.formulas, copy.values], [[["=A2*$A$1"]], [[15]]]);
    },
  ),
  hostCase("suspended calculation goes on at the end of the batch", PAGES.performance, async (scratch) => {
    const { context, sheet } = scratch;
    sheet.getRange("A1:A2").formulas = [[1], ["=A1+1"]];
    await context.sync();
    context.application.suspendApiCalculationUntilNextSync();
    sheet.getRange("A1").values = [[10]];
    await context.sync();
    const result = sheet.getRange("A2");
    result.load("values");
    await context.sync();
    same(result.values, [[11]]);
  }),
];
