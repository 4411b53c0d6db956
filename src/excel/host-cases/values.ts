import { refused, same } from "./expectations";
import { hostCase, PAGES, reference, type HostCase, type Scratch } from "./host-case";

/** Writes into the range at A1 and reads it back. */
async function written({ context, sheet }: Scratch, values: unknown[][]): Promise<Excel.Range> {
  const range = sheet.getRangeByIndexes(0, 0, values.length, values[0]!.length);
  range.values = values;
  range.load("values,formulas,text,valueTypes,numberFormat");
  await context.sync();
  return range;
}

/** More cells than the client library sends at once: it splits what has over 1500. */
const MANY = Array.from({ length: 400 }, (_, row) => [row, `第${row}行`, row % 2 === 0, "", row / 8]);

export const valueCases: readonly HostCase[] = [
  hostCase(
    "numbers, texts and truth values come back as they were written",
    PAGES.concepts,
    async (scratch) => {
      const range = await written(scratch, [[12, "台上镇", true, 0.5, ""]]);
      same(range.values, [[12, "台上镇", true, 0.5, ""]]);
      same(range.valueTypes, [["Double", "String", "Boolean", "Double", "Empty"]]);
    },
  ),
  hostCase("a text that looks like a number becomes one", null, async (scratch) => {
    const range = await written(scratch, [["001", "1,234", "80.7%"]]);
    same(range.values, [[1, 1234, 0.807]]);
  }),
  hostCase("a leading apostrophe keeps a text a text and is not part of it", null, async (scratch) => {
    const range = await written(scratch, [["'001", "'=1+1"]]);
    same(range.values, [["001", "=1+1"]]);
    same(range.valueTypes, [["String", "String"]]);
  }),
  hostCase(
    "a leading apostrophe keeps a text a text in a cell of any format",
    null,
    async ({ context, sheet }) => {
      const range = sheet.getRange("A1:C1");
      range.numberFormat = [["yyyy-mm-dd", "0.00", "0%"]];
      range.formulas = [["'=1+1", "'00123", "'1-2"]];
      range.load("values,formulas");
      await context.sync();
      same(range.values, [["=1+1", "00123", "1-2"]]);
    },
  ),
  hostCase(
    "a plus or minus before a cell begins a formula",
    reference("range", "values"),
    async (scratch) => {
      same((await written(scratch, [[2, "+A1", "-A1"]])).values, [[2, 2, -2]]);
    },
  ),
  hostCase("days without a year, times, money and brackets become numbers", null, async (scratch) => {
    const range = await written(scratch, [["1-2", "9:30", "$5", "(8)", "1 1/2", "1月2日"]]);
    same(range.valueTypes, [["Double", "Double", "Double", "Double", "Double", "Double"]]);
  }),
  hostCase("full-width signs are read as plain ones", null, async (scratch) => {
    same((await written(scratch, [["＝1+1", "１２"]])).values, [[2, 12]]);
  }),
  hostCase("in a cell formatted as text everything stays text", null, async ({ context, sheet }) => {
    const range = sheet.getRange("A1:C1");
    range.numberFormat = [["@", "@", "@"]];
    range.values = [["0102", "=1+1", "130702199001011234"]];
    range.load("values,formulas");
    await context.sync();
    same(range.values, [["0102", "=1+1", "130702199001011234"]]);
  }),
  hostCase(
    "a format that is set in the same batch counts if it comes before the values",
    null,
    async (scratch) => {
      const { context, sheet } = scratch;
      const [before, after] = [sheet.getRange("A1"), sheet.getRange("A2")];
      before.numberFormat = [["@"]];
      before.values = [["007"]];
      after.values = [["007"]];
      after.numberFormat = [["@"]];
      for (const range of [before, after]) range.load("values");
      await context.sync();
      same([before.values, after.values], [[["007"]], [[7]]]);
    },
  ),
  hostCase("an ISO date becomes its serial", reference("range", "values"), async (scratch) => {
    same((await written(scratch, [["2020-12-22"]])).values, [[44187]]);
  }),
  hostCase("null in the array leaves its cell alone", PAGES.concepts, async ({ context, sheet }) => {
    const range = sheet.getRange("A1:B1");
    range.values = [[1, 2]];
    range.values = [[null, 3]];
    range.load("values");
    await context.sync();
    same(range.values, [[1, 3]]);
  }),
  hostCase("one value for a range fills every cell of it", reference("range", "values"), async (scratch) => {
    const range = scratch.sheet.getRange("A1:B2");
    range.values = 7 as unknown as number[][];
    range.load("values");
    await scratch.context.sync();
    same(range.values, [
      [7, 7],
      [7, 7],
    ]);
  }),
  hostCase(
    "an array of another shape than the range is refused",
    PAGES.errors,
    async ({ context, sheet }) => {
      sheet.getRange("A1:B2").values = [[1, 2]];
      await refused(() => context.sync(), "InvalidArgument");
    },
  ),
  hostCase("two thousand cells arrive whole and in their places", PAGES.performance, async (scratch) => {
    same((await written(scratch, MANY)).values, MANY);
  }),
  hostCase("whole columns have no values to read", PAGES.unbounded, async ({ context, sheet }) => {
    const columns = sheet.getRange("A:B");
    columns.load("values,formulas,text,numberFormat,address");
    await context.sync();
    same([columns.values, columns.formulas, columns.text, columns.numberFormat], [null, null, null, null]);
    same(columns.address.endsWith("!A:B"), true);
  }),
  hostCase("whole columns cannot be given values", PAGES.unbounded, async ({ context, sheet }) => {
    sheet.getRange("A:B").values = "合计" as unknown as string[][];
    await refused(() => context.sync(), "InvalidOperation", "InvalidArgument");
  }),
  hostCase("more than five million cells are not read at once", PAGES.limits, async ({ context, sheet }) => {
    const range = sheet.getRange("A1:Z200000");
    range.load("values");
    await refused(() => context.sync(), "RangeExceedsLimit", "ResponsePayloadSizeLimitExceeded");
  }),
  hostCase(
    "the used range of values leaves formatted cells out",
    reference("range", "getUsedRange"),
    async (scratch) => {
      const { context, sheet } = scratch;
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("F9").format.fill.color = "#FFFF00";
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      await context.sync();
      same(used.address.endsWith("!B2"), true);
    },
  ),
];
