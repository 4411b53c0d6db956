import { discoverForms } from "../../../src/form-discovery/discover";
import { makeTemplate } from "../../../src/form-discovery/make-template";
import { unitsNamed } from "../../../src/form-discovery/units-named";
import { codeText } from "../../../src/findings/finding-code";
import { readSubmissions } from "../../../src/intake/read-submissions";
import { sayInReport } from "../../../src/locales/report-words";
import type { Template } from "../../../src/template/template";
import { readTemplate } from "../../../src/template/workbook/read-template";
import { templatePlan } from "../../../src/template/workbook/template-plan";
import { parseA1 } from "../../../src/workbook/address";
import { workbookFromPlan } from "../../../src/workbook/from-plan";
import { withDrawnSheets, type SheetPlan, type WorkbookPlan } from "../../../src/workbook/plan";
import type { Workbook } from "../../../src/workbook/workbook";
import { blankSheet, blankWorkbook } from "../../fixtures/layouts/blank";
import { makeWorkbook, workbookLayout } from "../../fixtures/layouts/layout";
import fc from "../../tooling/properties";

function templateOf(workbook: Workbook): Template {
  const { forms } = discoverForms(workbook);
  const office = { bytes: new Uint8Array(), from: "xlsx" } as const;
  return makeTemplate({
    name: "农业统计",
    forms,
    units: unitsNamed(["头道镇", "榆林镇"]),
    period: null,
    office,
  });
}

function planOf(template: Template): WorkbookPlan {
  return withDrawnSheets(templatePlan(template, sayInReport("zh-CN")));
}

/** The template as it is read back after a person wrote into cells. */
function readBack(template: Template, written: Readonly<Record<string, string>> = {}) {
  const plan = planOf(template);
  const sheets = Object.entries(written).reduce<readonly SheetPlan[]>((all, [place, value]) => {
    const [sheet, address] = place.split("!") as [string, string];
    return all.map((each) => (each.name === sheet ? withCell(each, address, value) : each));
  }, plan.sheets);
  return readTemplate(workbookFromPlan({ ...plan, sheets }));
}

function withCell(sheet: SheetPlan, address: string, value: string): SheetPlan {
  const { row, column } = parseA1(address)!;
  const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
  const cells = value === "" ? others : [...others, { row, column, value }];
  return { ...sheet, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

const BLANK = blankWorkbook(
  blankSheet("农情", [
    ["农业情况统计表"],
    ["项目", "行次", "本期", "累计", "备注"],
    ["水稻", "01", null, null, null],
    ["玉米", "02", null, null, null],
    ["合计", "03", "=C3+C4", "=D3+D4", null],
  ]),
);

describe("a template of an office's own forms", () => {
  it("is the same after it was written and read, whatever the layout", () => {
    fc.assert(
      fc.property(workbookLayout, (layouts) => {
        const { office, ...template } = templateOf(makeWorkbook(layouts).workbook);
        const reading = readBack({ ...template, office: office! });
        expect(reading).toEqual({ ok: true, template });
      }),
      { numRuns: 15 },
    );
  });

  it("shows a sign in every cell of use", () => {
    const sheet = planOf(templateOf(BLANK)).sheets.find(({ name }) => name === "农情")!;
    const signs = sheet.cells.filter(({ row }) => row > 1).map(({ value }) => value);
    expect(signs).toEqual([
      ...["水稻", "01", "∑", "∑", "文"],
      ...["玉米", "02", "∑", "∑", "文"],
      ...["合计", "03", "＝", "＝", "文"],
    ]);
  });

  it("follows a sign that was changed in a cell", () => {
    const reading = readBack(templateOf(BLANK), {
      ...{ "农情!D3": "文", "农情!D5": "∑" },
      ...{ "农情!E4": "－", "农情!E3": "" },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const [form] = reading.template.forms;
    expect(form!.indicators.find(({ code }) => code === "01[累计]")).toMatchObject({ aggregation: "text" });
    const codes = form!.indicators.map(({ code }) => code);
    expect(codes).toEqual(["01", "01[累计]", "02", "02[累计]", "03", "03[累计]", "03[备注]"]);
    expect(reading.template.version).toBe(2);
  });

  it("refuses to keep per unit what a formula of the sheet adds up", () => {
    const errors = [
      { code: "signInFormula", sheet: "农情", cell: "D3", params: { found: "文", cells: "D5" } },
    ];
    expect(readBack(templateOf(BLANK), { "农情!D3": "文" })).toMatchObject({ ok: false, errors });
    // A formula that is not used stays on the county's sheet and would show a part of the sum.
    const unused = { "农情!D3": "文", "农情!D5": "－" };
    expect(readBack(templateOf(BLANK), unused)).toMatchObject({ ok: false, errors });
  });

  it("gives a cell that was not used an item when it gets a sign", () => {
    const template = templateOf(BLANK);
    const without = readBack(template, { "农情!D3": "－", "农情!D5": "－" });
    if (!without.ok) throw new Error(JSON.stringify(without.errors));
    const again = readBack({ ...without.template, office: template.office! }, { "农情!D3": "∑" });
    if (!again.ok) throw new Error(JSON.stringify(again.errors));
    expect(again.template.forms[0]!.indicators.find(({ code }) => code === "01[累计]")).toMatchObject({
      name: "水稻 · 累计",
      aggregation: "sum",
    });
  });

  it("follows a column's use that was changed in 栏目", () => {
    const template = templateOf(BLANK);
    const columns = planOf(template).sheets.find(({ name }) => name === "栏目")!;
    const row = columns.cells.find(({ value }) => value === "累计")!.row + 1;
    const reading = readBack(template, { [`栏目!E${row}`]: "上年数" });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const cells = reading.template.forms[0]!.own!.tables[0]!.cells.filter((cell) => cell.in === "累计");
    expect(cells.map(({ use }) => use)).toEqual(["lastYear", "lastYear", "lastYear"]);
  });

  it("drops proposed charts and sentences with the items that they show, and its history says so", () => {
    const template = templateOf(BLANK);
    const ids = template.charts.map(({ id }) => id);
    const reading = readBack(template, { "农情!D3": "－", "农情!D5": "－" });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const { charts, report, history } = reading.template;
    const gone = ids.filter((id) => !charts.some((chart) => chart.id === id));
    expect(gone.length).toBeGreaterThan(0);
    expect(charts.length).toBeGreaterThan(0);
    expect(report.length).toBeGreaterThan(0);
    const removed = history.flatMap(({ changes }) => changes).filter(({ of }) => of === "chart");
    expect(removed.map(({ what, code }) => [what, code])).toEqual(gone.map((id) => ["removed", id]));
  });

  it.each([
    ["a sign that is none", { "农情!C3": "加" }, "unknownSign", "C3"],
    ["a sign outside of the tables", { "农情!H9": "∑" }, "signOutside", "H9"],
    ["a cell that a formula needs is not to be used", { "农情!C3": "－" }, "signInFormula", "C3"],
    ["a computed cell without a formula", { "农情!C3": "＝" }, "signWithoutFormula", "C3"],
  ])("says at the cell: %s", (_, written, code, cell) => {
    const reading = readBack(templateOf(BLANK), written as Record<string, string>);
    expect(reading.ok ? [] : reading.errors).toEqual([
      expect.objectContaining({ code, cell, sheet: "农情" }),
    ]);
  });

  it("knows the sheets of the office that are no forms", () => {
    const codes = {
      ...blankSheet("字典", [
        ["代码", "名称"],
        [1, "镇"],
      ]),
      visibility: "hidden" as const,
    };
    const blank = blankWorkbook(...BLANK.sheets, codes);
    const { forms, others } = discoverForms(blank);
    const office = { bytes: new Uint8Array(), from: "xlsx" } as const;
    const template = makeTemplate({ name: "农业统计", forms, others, units: [], period: null, office });
    const reading = readBack({ ...template, units: unitsNamed(["头道镇"]) });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const copy = { ...blank, sheets: blank.sheets.map((each) => ({ ...each })) };
    const findings = (of: Workbook): readonly string[] =>
      readSubmissions(of, { file: "头道镇.xlsx" }, reading.template)[0]!.findings.map(({ code }) =>
        codeText(code),
      );
    expect(findings(copy)).not.toContain("D25");
    const changed = {
      ...blankSheet("字典", [
        ["代码", "名称"],
        [1, "镇"],
        [2, "乡"],
      ]),
      visibility: "hidden" as const,
    };
    expect(findings(blankWorkbook(...BLANK.sheets, changed))).toContain("D25");
  });

  it("says once that rows were inserted", () => {
    const moved = {
      "农情!A3": "谷子",
      "农情!A4": "水稻",
      "农情!A5": "玉米",
      "农情!B4": "01",
      "农情!B5": "02",
    };
    const reading = readBack(templateOf(BLANK), moved);
    expect(reading.ok ? [] : reading.errors).toEqual([
      expect.objectContaining({ code: "ownSheetMoved", params: { found: "水稻", was: "A3" } }),
    ]);
  });

  it("has no limits for lines that only the built-in forms have", () => {
    const about = planOf(templateOf(BLANK)).sheets.find(({ name }) => name === "说明")!;
    expect(about.cells.filter(({ value }) => String(value).includes("五好"))).toEqual([]);
  });

  it("says that a form's own sheet is gone", () => {
    const plan = planOf(templateOf(BLANK));
    const sheets = plan.sheets.filter(({ name }) => name !== "农情");
    const reading = readTemplate(workbookFromPlan({ ...plan, sheets }));
    expect(reading.ok ? [] : reading.errors).toEqual([
      expect.objectContaining({ code: "ownSheetGone", params: { found: "农情" } }),
    ]);
  });
});
