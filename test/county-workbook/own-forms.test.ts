import { writeXlsx } from "../../src/files/write/write-xlsx";
import { readCountyRecord } from "../../src/county-workbook/read-record";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { toA1 } from "../../src/workbook/address";
import { cellAt } from "../../src/workbook/cells";
import type { Submission } from "../../src/intake/submission";
import { withDrawnSheets, type OfficeCell, type WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { readBytes } from "../files/package";
import { county, elm, stone, submission } from "../consolidation/small-county";
import { blank, ELM, ownCounty, ownForm, ownTemplate, SHEET, STONE } from "./own-form";
import { differences } from "./recomputed";
import { zh } from "./sample-workbook";

async function written(): Promise<{ plan: WorkbookPlan; workbook: Workbook }> {
  const plan = countyWorkbookPlan(ownCounty(await ownTemplate()), zh);
  return { plan, workbook: readBytes(writeXlsx(plan)) };
}

const valueAt = (workbook: Workbook, sheet: string, address: string) => {
  const found = workbook.sheets.find(({ name }) => name === sheet)!;
  for (let row = 0; row < 40; row++)
    for (let column = 0; column < 20; column++)
      if (toA1(row, column) === address) return cellAt(found, row, column);
  return undefined;
};

describe("the county workbook of an office's own form", () => {
  it("has the totals in the cells of the blank, as formulas over 单位数据", async () => {
    const { workbook } = await written();
    const total = valueAt(workbook, SHEET, "C6")!;
    expect(total.value).toBe(110);
    expect(total.formula).toMatch(/^SUM\('单位数据'!/);
    expect(valueAt(workbook, SHEET, "D7")!.value).toBe(20.25);
  });

  it("keeps the blank's own formulas, with the county's results", async () => {
    const { workbook } = await written();
    expect(valueAt(workbook, SHEET, "C5")).toMatchObject({ value: 160.5, formula: "C6+C7" });
    expect(valueAt(workbook, SHEET, "F6")).toMatchObject({ formula: 'IF(C6=0,"",D6/C6)' });
  });

  it("recalculates to the same values", async () => {
    const { plan } = await written();
    expect(differences(withDrawnSheets(plan))).toEqual([]);
  });

  it("comes back as its record, with the template and the office's workbook", async () => {
    const { workbook } = await written();
    const read = readCountyRecord(workbook, null as never);
    if (!read.ok) throw new Error(read.problem.code);
    const template = await ownTemplate();
    expect(read.record.template!.forms).toEqual([ownForm]);
    expect(read.record.template!.office).toEqual(template.office);
    expect(read.record.submissions).toHaveLength(2);
    const last = readCountyWorkbook(workbook);
    if (!last.ok) throw new Error(last.problem.code);
    expect(last.lastYear.totals.get("02[完成]")).toBe(92.5);
  });
});

describe("an office's form whose sheet is called as one of ours", () => {
  it.each(["单位数据", "汇总说明", "机读信息"])("gets a number behind its name: %s", async (name) => {
    const renamed = await ownTemplate([{ ...ownForm, id: name, own: { ...ownForm.own!, sheet: name } }], {
      ...blank,
      sheets: blank.sheets.map((sheet) => ({ ...sheet, name })),
      names: [],
    });
    const plan = countyWorkbookPlan(ownCounty(renamed), zh);
    const workbook = readBytes(writeXlsx(plan));
    // Totals come from our sheet, whatever the office's was called.
    expect(valueAt(workbook, `${name}（2）`, "C6")).toMatchObject({
      value: 110,
      formula: expect.stringMatching(/^SUM\('单位数据'!/) as string,
    });
    expect(valueAt(workbook, "汇总说明", "A9")?.value).toBe(`${name}（2）`);
    expect(differences(withDrawnSheets(plan))).toEqual([]);
  });
});

it("renames an office's sheet in the formulas of its own that name it", async () => {
  const name = "单位数据";
  const tables = ownForm.own!.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) =>
      cell.formula === "C6+C7" ? { ...cell, formula: `${name}!C6+${name}!C7` } : cell,
    ),
  }));
  const template = await ownTemplate(
    [{ ...ownForm, id: name, own: { ...ownForm.own!, sheet: name, tables } }],
    { ...blank, sheets: blank.sheets.map((sheet) => ({ ...sheet, name })), names: [] },
  );
  const workbook = readBytes(writeXlsx(countyWorkbookPlan(ownCounty(template), zh)));
  expect(valueAt(workbook, `${name}（2）`, "C5")?.formula).toBe("'单位数据（2）'!C6+'单位数据（2）'!C7");
});

it("counts what no unit filled as 0 beside what some did, in 单位数据 as in the office's own formulas", async () => {
  const template = await ownTemplate();
  const consolidation = county([submission(elm, ELM, {}, template)], { template });
  expect(consolidation.totals.get("01")?.value).toBe(10);
  expect(differences(withDrawnSheets(countyWorkbookPlan(consolidation, zh)))).toEqual([]);
  const nothing = county([submission(elm, {}, {}, template)], { template });
  expect(differences(withDrawnSheets(countyWorkbookPlan(nothing, zh)))).toEqual([]);
});

describe("a cell of an office's form", () => {
  const cellsOf = async (submissions: readonly Submission[]): Promise<Map<string, OfficeCell>> => {
    const template = await ownTemplate();
    const plan = countyWorkbookPlan(county(submissions, { template }), zh);
    return new Map(plan.office!.sheets[0]!.cells.map((cell) => [toA1(cell.row, cell.column), cell]));
  };

  it("that no unit filled is empty where a formula of the blank reckons with it", async () => {
    const template = await ownTemplate();
    const cells = await cellsOf([submission(elm, ELM, {}, template)]);
    expect(cells.get("C7")).toEqual({ row: 6, column: 2, value: null });
  });

  it("for words of the units stays empty: they are in 单位数据", async () => {
    const template = await ownTemplate();
    const cells = await cellsOf([submission(stone, STONE, {}, template)]);
    expect(cells.get("G6")).toEqual({ row: 5, column: 6, value: null });
  });

  it("says in a note that a unit gave a round number", async () => {
    const template = await ownTemplate();
    const round = submission(stone, STONE, {}, template);
    const form = round.forms.get(SHEET)!;
    const line = form.lines.get("02")!;
    const lines = new Map(form.lines).set("02", { ...line, current: { ...line.current, approximate: true } });
    const cells = await cellsOf([{ ...round, forms: new Map([[SHEET, { ...form, lines }]]) }]);
    expect(cells.get("C6")?.comment).toContain("含约数 1 个");
    expect(cells.get("D6")?.comment).toBeUndefined();
  });

  it("for last year has last year's total", async () => {
    const template = await ownTemplate();
    const lastYear = {
      period: "2019",
      units: new Map([[stone.name, new Map([["02[完成]", 70]])]]),
      totals: new Map([["02[完成]", 70]]),
    };
    const plan = countyWorkbookPlan(ownCounty(template, { lastYear }), zh);
    const cell = plan.office!.sheets[0]!.cells.find(({ row, column }) => row === 5 && column === 4);
    expect(cell).toMatchObject({ value: 70 });
    expect(cell?.formula).toContain("上年数据");
  });
});

it("adjusts a line by the code that a person typed as a number", async () => {
  const template = await ownTemplate();
  const adjustments = [{ code: "02", amount: -5, reason: "重复", about: "青石镇" }];
  const plan = countyWorkbookPlan(ownCounty(template, { adjustments }), zh);
  const typed = {
    ...plan,
    sheets: plan.sheets.map((sheet) =>
      sheet.name !== "调整"
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((cell) => (cell.value === "02" ? { ...cell, value: 2 } : cell)),
          },
    ),
  };
  expect(differences(withDrawnSheets(plan))).toEqual([]);
  const read = readCountyRecord(readBytes(writeXlsx(typed)), template);
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.record.adjustments).toMatchObject([{ code: "02", amount: -5 }]);
});

it("is drawn in Excel: every figure in its own cell, and a note that says so", async () => {
  const plan = withDrawnSheets(countyWorkbookPlan(ownCounty(await ownTemplate()), zh));
  const sheet = plan.sheets.find(({ name }) => name === SHEET)!;
  expect(sheet.cells.find(({ row, column }) => row === 5 && column === 2)).toMatchObject({ value: 110 });
  expect(sheet.comments?.[0]?.text).toContain("没有原表的字体");
});
