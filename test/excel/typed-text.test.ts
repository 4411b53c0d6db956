/** No text becomes a formula, a number, a date or a reference in Excel, wherever it is written. */
import { openWorkbook } from "../../src/excel/open-workbook";
import type { ChartPlan, SheetPlan } from "../../src/workbook/plan";
import { createSimulatedExcel } from "../excel-host";
import fc from "../tooling/properties";
import { anyFormat, hostileText } from "../workbook/hostile-texts";

const cellAt = { top: 0, left: 0, bottom: 0, right: 0 };

async function rendered(sheet: Partial<SheetPlan>) {
  const excel = createSimulatedExcel();
  const cells = [{ row: 0, column: 0, value: 1 }];
  await openWorkbook().render({ sheets: [{ name: "甲", cells, ...sheet }], names: [] }, { own: [] });
  return excel.workbook.sheet("甲");
}

/** A property of a sheet as an add-in reads it. */
const read = <T>(ask: (sheet: Excel.Worksheet) => T & { load(names: string): void }, names: string) =>
  Excel.run(async (context) => {
    const found = ask(context.workbook.worksheets.getItem("甲"));
    found.load(names);
    await context.sync();
    return found;
  });

const chart = (title: string): ChartPlan => ({
  name: "图",
  title,
  axisTitle: title,
  kind: "column",
  categories: { sheet: "甲", area: cellAt },
  series: [{ name: { sheet: "甲", area: cellAt }, values: { sheet: "甲", area: cellAt } }],
  anchor: { top: 2, left: 0, bottom: 9, right: 4 },
});

describe("text stays text in the open workbook", () => {
  it("in cells of any format", async () => {
    const cells = fc.array(fc.tuple(anyFormat, hostileText), { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(cells, async (pairs) => {
        const sheet = await rendered({
          cells: pairs.map(([format, value], row) => ({
            row,
            column: 0,
            value,
            style: format ? { format } : {},
          })),
        });
        const wrong = pairs.filter(([, text], row) => {
          const address = `A${row + 1}`;
          return sheet.value(address) !== text || sheet.formula(address) !== undefined;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("keeps a cell's format, so that a person who types a date over it gets one", async () => {
    const sheet = await rendered({
      cells: [{ row: 0, column: 0, value: "=1+1", style: { format: "yyyy-mm-dd" } }],
    });
    expect(sheet.format("A1", "numberFormat")).toBe("yyyy-mm-dd");
  });

  it.each(["=甲!A1", "=1+1", "＝1", "一句话"])("in a chart's titles: %s", async (title) => {
    const sheet = await rendered({ charts: [chart(title)] });
    expect(sheet.chart("图").title?.trim()).toBe(title);
  });

  it.each(["=甲!A1", "＝1"])("in a list that begins with %s", async (first) => {
    await rendered({ validations: [{ area: cellAt, type: "list", choices: [first, "否"], prompt: "=1" }] });
    const { rule } = await read((sheet) => sheet.getRange("A1").dataValidation, "rule");
    expect(String(rule.list?.source ?? "")).not.toMatch(/^\s*[=＝]/);
  });

  it("in hints, however long", async () => {
    const text = `=1+${"一".repeat(300)}`;
    await rendered({
      validations: [
        {
          area: cellAt,
          type: "whole",
          formula1: "0",
          promptTitle: text,
          prompt: text,
          errorTitle: text,
          error: text,
        },
      ],
    });
    const { prompt, errorAlert } = await read(
      (sheet) => sheet.getRange("A1").dataValidation,
      "prompt,errorAlert",
    );
    for (const shown of [prompt.title, prompt.message, errorAlert.title, errorAlert.message]) {
      expect(shown).toMatch(/^=1\+一+…$/);
    }
  });

  it("in comments", async () => {
    const sheet = await rendered({ comments: [{ row: 0, column: 0, text: "=1+1 @甲" }] });
    expect(sheet.comments).toEqual({ A1: "=1+1 @甲" });
  });
});
