import { openWorkbook } from "../../src/excel/open-workbook";
import { cellAt, cellsOf } from "../../src/workbook/cells";
import { parseA1 } from "../../src/workbook/address";
import type { Cell, Sheet, Workbook } from "../../src/workbook/workbook";
import { createSimulatedExcel } from "../excel-host";
import { sampleCountyPlan } from "./sample-county-plan";

const read = (): Promise<Workbook> => openWorkbook().read();

function at(sheet: Sheet, address: string): Cell | undefined {
  const { row, column } = parseA1(address)!;
  return cellAt(sheet, row, column);
}

describe("reading the open workbook", () => {
  it("takes values, formulas, formats and errors as they stand", async () => {
    const excel = createSimulatedExcel({ sheets: ["关工02"] });
    const view = excel.workbook.sheet("关工02");
    view.type("B2", 12);
    view.type("B3", "'007");
    view.type("B4", "=B2*2");
    view.type("B5", "=1/0");
    view.type("B6", '=""');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("关工02").getRange("B2").numberFormat = [["0.0"]];
      await context.sync();
    });
    const [sheet] = (await read()).sheets;
    expect(at(sheet!, "B2")).toMatchObject({ kind: "number", value: 12, format: "0.0" });
    expect(at(sheet!, "B3")).toMatchObject({ kind: "text", value: "007" });
    expect(at(sheet!, "B4")).toMatchObject({ kind: "number", value: 24, formula: "B2*2" });
    expect(at(sheet!, "B5")).toMatchObject({ kind: "error", value: "#DIV/0!" });
    // Excel has calculated it: no formula without its result.
    expect(at(sheet!, "B6")).toMatchObject({ kind: "text", value: "", formula: '""' });
  });

  it("knows hidden rows, columns and sheets, merged cells and a filter left on", async () => {
    const excel = createSimulatedExcel({ sheets: ["关工02", "备用"] });
    const view = excel.workbook.sheet("关工02");
    for (const address of ["A1", "B2", "C9", "F4"]) view.type(address, 1);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("关工02");
      sheet.getRange("3:5").rowHidden = true;
      sheet.getRange("B:B").columnHidden = true;
      sheet.getRange("E:F").columnHidden = true;
      sheet.getRange("A1:B1").merge();
      sheet.autoFilter.apply(sheet.getRange("A2:C9"));
      context.workbook.worksheets.getItem("备用").visibility = "VeryHidden";
      await context.sync();
    });
    const [sheet, spare] = (await read()).sheets;
    expect(sheet!.hiddenRows).toEqual([{ first: 2, last: 4 }]);
    expect(sheet!.hiddenColumns).toEqual([
      { first: 1, last: 1 },
      { first: 4, last: 5 },
    ]);
    expect(sheet!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(sheet!.autoFilter).toEqual({ top: 1, left: 0, bottom: 8, right: 2 });
    expect(spare!.visibility).toBe("veryHidden");
  });

  it("takes long texts in Excel on the web, which gives 5 MB at once", async () => {
    const excel = createSimulatedExcel({ platform: "web" });
    const text = "长".repeat(5_000);
    const cells = Array.from({ length: 500 }, (_, row) => ({ row, column: 0, value: text }));
    const rows = [
      { row: 3, hidden: true },
      { row: 498, hidden: true },
    ];
    await openWorkbook().render({ sheets: [{ name: "甲", cells, rows }], names: [] }, { own: [] });
    const sheet = (await read()).sheets.find(({ name }) => name === "甲")!;
    expect([...cellsOf(sheet)].filter(({ value }) => value === text)).toHaveLength(500);
    expect(sheet.hiddenRows).toEqual([3, 498].map((row) => ({ first: row, last: row })));
    expect(excel.workbook.sheet("甲").valueAt(499, 0)).toBe(text);
  });

  it("reads back every value of the county workbook that it wrote", async () => {
    createSimulatedExcel();
    const plan = sampleCountyPlan();
    await (await openWorkbook().render(plan, { own: [] })).keep();
    const { sheets } = await read();
    for (const planned of plan.sheets) {
      const sheet = sheets.find(({ name }) => name === planned.name)!;
      const wanted = planned.cells.filter(({ value }) => value !== null && value !== "");
      const shown = new Map([...cellsOf(sheet)].map((cell) => [`${cell.row},${cell.column}`, cell.value]));
      const wrong = wanted.filter(({ row, column, value }) => !isSame(value, shown.get(`${row},${column}`)));
      expect(wrong).toEqual([]);
    }
  });
});

function isSame(planned: unknown, found: unknown): boolean {
  if (typeof planned !== "number" || typeof found !== "number") return planned === found;
  return Math.abs(planned - found) <= 1e-9 * Math.max(1, Math.abs(planned));
}
