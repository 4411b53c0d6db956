import { openWorkbook } from "../../src/excel/open-workbook";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { sayInReport } from "../../src/locales/report-words";
import type { RenderOptions } from "../../src/ports/ports";
import { issueBlank } from "../../src/template/issue";
import type { Template } from "../../src/template/template";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { ownCounty, ownTemplate, SHEET } from "../county-workbook/own-form";
import { createSimulatedExcel } from "../excel-host";

jest.setTimeout(30_000);

const render = (plan: WorkbookPlan, options: Partial<RenderOptions> = {}) =>
  openWorkbook().render(plan, { own: [], ...options });

let template: Template;
let plan: WorkbookPlan;

beforeAll(async () => {
  template = await ownTemplate();
  plan = countyWorkbookPlan(ownCounty(template), sayInReport("zh-CN"));
});

const ours = (): string[] => [SHEET, ...plan.sheets.map(({ name }) => name)];

describe("an office's own sheets in Excel", () => {
  it("are inserted as they are, right after the cover, with live totals in their cells", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    const outcome = await render(plan);
    expect(outcome).toMatchObject({ wrongCells: [], wrongCharts: [] });
    expect(outcome.drawn).toBeUndefined();
    const names = excel.workbook.sheetNames;
    expect(names.indexOf(SHEET)).toBe(names.indexOf("汇总说明") + 1);
    const sheet = excel.workbook.sheet(SHEET);
    expect([sheet.value("A1"), sheet.format("A1", "font.size"), sheet.format("C4", "fill.color")]).toEqual([
      "经费情况表",
      16,
      "#DDEEFF",
    ]);
    expect(sheet.merges).toContain("A1:G1");
    expect([sheet.value("C6"), sheet.value("C5"), sheet.formula("C5")]).toEqual([110, 160.5, "=C6+C7"]);
    expect(sheet.formula("C6")).toMatch(/单位数据/);
    expect([...excel.host.unimplemented]).toEqual([]);
  });

  it("stay when they are written again, with what people changed in their looks", async () => {
    const excel = createSimulatedExcel();
    await (await render(plan)).keep();
    const before = excel.workbook.sheetNames;
    const shown = (): string[] => excel.workbook.sheetNames.filter((name) => !name.startsWith("~"));
    excel.workbook.sheet(SHEET).unprotect();
    excel.workbook.sheet(SHEET).type("A1", "集安市经费情况表");
    excel.workbook.sheet(SHEET).type("C6", 1);
    const again = await render(plan, { own: ours() });
    expect(again.drawn).toBeUndefined();
    expect(shown()).toEqual(before);
    expect(excel.workbook.sheet(SHEET).value("A1")).toBe("集安市经费情况表");
    expect(excel.workbook.sheet(SHEET).value("C6")).toBe(110);
    await again.undo();
    expect(excel.workbook.sheet(SHEET).value("C6")).toBe(1);
  });

  it("go again with undo", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    const outcome = await render(plan);
    await outcome.undo();
    expect(excel.workbook.sheetNames).toEqual(["工作安排"]);
  });

  it.each([
    ["an older Excel", { apiLevel: "1.12" }, null],
    ["an Excel that refuses", {}, "insertWorksheetsFromBase64"],
  ] as const)("are drawn in %s, which is said", async (_, options, refused) => {
    const excel = createSimulatedExcel(options);
    if (refused) excel.switches.refuseCalls(refused, "InvalidArgument");
    const outcome = await render(plan);
    expect(outcome.drawn).toEqual([SHEET]);
    expect(excel.workbook.sheet(SHEET).value("C6")).toBe(110);
    expect(excel.workbook.sheet(SHEET).value("A4")).toBe("项目");
  });

  it("are one unit's blank form where it is issued as sheets", async () => {
    const excel = createSimulatedExcel({ sheets: ["Sheet1"] });
    const outcome = await render(issueBlank(template, template.units[0]!, "2026", null));
    expect(outcome.added).toEqual([SHEET]);
    expect(excel.workbook.sheet(SHEET).value("A2")).toBe(`填报单位：${template.units[0]!.name}`);
  });

  it("are never drawn where they are issued: no unit is sent another form than the office's", async () => {
    createSimulatedExcel({ apiLevel: "1.12" });
    const issued = render(issueBlank(template, template.units[0]!, "2026", null));
    await expect(issued).rejects.toMatchObject({ error: { code: "H05" } });
  });
});
