import fc from "../tooling/properties";
import { ruleCode } from "../../src/findings/finding-code";
import { builtInTemplate } from "../../src/template/builtin";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { countyLines } from "../../src/consolidation/contributions";
import type { Finding } from "../../src/findings/finding";
import type { SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { county } from "../consolidation/small-county";
import reference from "../samples/reference-year-2020.json";
import { en, submissions, template, zh } from "./full-county";
import { sampleCountyWorkbook, sampleWorkbooks, sessionOf } from "./sample-workbook";
import { cellOf, figure, sheetOf, valuesOf } from "./seen";

interface Fact {
  readonly code: string;
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
}

describe("the county workbook of the sample county", () => {
  it("begins with the figures that the county published", async () => {
    const { plan } = await sampleCountyWorkbook();
    const seen = (label: string) =>
      ["本年", "上年", "增减"].map((head) => figure(plan, "汇总说明", label, head));
    expect(seen("已建关工委组织总数")).toEqual([218, 216, 2]);
    expect(seen("达到“五好”的组织数")).toEqual([176, 157, 19]);
    expect(seen("五老志愿者总数")).toEqual([2503, 2368, 135]);
    expect(seen("五老骨干")[0]).toBe(802);
    expect(seen("捐款捐物总额")[0]).toBe(356_000);
    expect(seen("上报稿件")[0]).toBe(171);
    const [rate, before, up] = seen("五好率").map((value) => Number(value).toFixed(1));
    expect([rate, before, up]).toEqual(["80.7", "72.7", "8.0"]);
    expect(Number(seen("骨干占比")[0]).toFixed(1)).toBe("32.0");
  });

  it("says of a rate's change that it is in percentage points", async () => {
    const { plan } = await sampleCountyWorkbook();
    const sheet = sheetOf(plan, "汇总说明");
    const change = (label: string) => {
      const row = sheet.cells.find(({ value }) => value === label)!.row;
      return cellOf(sheet, row, 3)?.style?.format;
    };
    expect(change("五好率")).toBe('+0.0"个百分点";-0.0"个百分点";0');
    expect(change("五老志愿者总数")).toBe("+#,##0;-#,##0;0");
  });

  it("shows as change the difference of the two shares that it shows", async () => {
    const { plan } = await sampleCountyWorkbook();
    const shares = plan.sheets
      .filter(({ name }) => name.startsWith("汇总"))
      .flatMap((sheet) =>
        sheet.cells
          .filter(({ column, style, formula }) => column === 6 && style?.format === "0.0" && formula)
          .map(({ row, value }) => [cellOf(sheet, row, 4)?.value, cellOf(sheet, row, 5)?.value, value]),
      )
      .filter((figures) => figures.every((figure) => typeof figure === "number"));
    expect(shares.length).toBeGreaterThan(3);
    const tenths = (value: unknown): number => Math.round(Number(value) * 10);
    for (const [now, before, change] of shares)
      expect(Number(change) * 10).toBeCloseTo(tenths(now) - tenths(before), 9);
  });

  it("has every published total in its form, at the line's code", async () => {
    const { plan } = await sampleCountyWorkbook();
    const forms = plan.sheets.filter(({ name }) => name.startsWith("汇总"));
    const facts: readonly Fact[] = reference.countyTotals;
    for (const fact of facts) {
      const places = forms.flatMap((sheet) =>
        sheet.cells
          .filter(({ value, column }) => value === fact.code && column === 2)
          .map(({ row }) => cellOf(sheet, row, 4)?.value),
      );
      expect(places).toHaveLength(1);
      const value = Number(places[0]);
      if (fact.value !== undefined)
        expect([fact.code, Number(value.toFixed(1))]).toEqual([fact.code, fact.value]);
      else expect(value >= fact.min! && value <= fact.max!).toBe(true);
    }
  });

  it("leads from a total to the units and from a unit to file, sheet, cell and text", async () => {
    const { plan, consolidation } = await sampleCountyWorkbook();
    const data = sheetOf(plan, "单位数据");
    const sources = sheetOf(plan, "数据来源");
    const rowOf = (unit: string): number => data.cells.find((cell) => cell.value === unit)!.row;
    const columnOf = (code: string): number => data.cells.find((cell) => cell.value === code)!.column;
    const stood = new Map(
      sources.cells
        .filter(({ column, row }) => column === 0 && row > 2)
        .map(({ row, value }) => {
          const at = (column: number) => cellOf(sources, row, column)?.value;
          return [`${value} ${at(1)}`, [at(3), at(5), at(6), at(7), at(8)]];
        }),
    );
    for (const code of ["0102", "0201", "0702", "0909"]) {
      const total = consolidation.totals.get(code)!;
      expect(total.contributions.length).toBeGreaterThan(0);
      for (const { unit, value, place, raw } of total.contributions) {
        expect(cellOf(data, rowOf(unit), columnOf(code))?.value).toBe(value);
        expect(stood.get(`${unit} ${code}`)).toEqual([value, place.file, place.sheet, place.cell, raw]);
      }
    }
  });

  it("has no link that leads nowhere", async () => {
    const { plan } = await sampleCountyWorkbook();
    const cells = valuesOf(plan);
    const links = plan.sheets.flatMap((sheet) => sheet.cells.flatMap(({ link }) => link ?? []));
    expect(links.length).toBeGreaterThan(300);
    expect(links.filter((link) => !link.endsWith("!A1") && cells.get(link) == null)).toEqual([]);
    const sheets = new Set(plan.sheets.map(({ name }) => `'${name}'!A1`));
    expect(links.filter((link) => link.endsWith("!A1") && !sheets.has(link))).toEqual([]);
  });

  it("prints on A4 with names of sheets and pages below, heads repeated on long lists", async () => {
    const { plan } = await sampleCountyWorkbook();
    const visible = plan.sheets.filter(({ visibility }) => visibility !== "veryHidden");
    for (const { print } of visible) expect(print?.footer).toMatch(/第 &P 页，共 &N 页/);
    for (const name of ["单位数据", "数据来源", "审核结果", "明细L1 活动"]) {
      expect(sheetOf(plan, name).print?.titleRows).toBeDefined();
    }
  });

  it("is the same whatever the order of the files", async () => {
    const { plan, before, consolidation } = await sampleCountyWorkbook();
    expect(before.plan.sheets.length).toBeGreaterThan(0);
    const files = sampleWorkbooks(2020);
    const mixed = (await sessionOf([...files].reverse(), consolidation.lastYear)).consolidate()!;
    expect(countyWorkbookPlan(mixed, zh)).toEqual(plan);
  });
});

describe("the laws of the county workbook", () => {
  it("a total is the sum of the units' cells above it, whoever reported", () => {
    const sums = countyLines(template).filter(({ indicator }) =>
      ["sum", "stock"].includes(indicator.aggregation),
    );
    fc.assert(
      fc.property(fc.subarray([...template.units], { minLength: 1 }), (units) => {
        const data = sheetOf(countyWorkbookPlan(county(submissions(units), { template }), zh), "单位数据");
        const [adjustments, total] = ["调整", "合计"].map(
          (label) => data.cells.find(({ value }) => value === label)!.row,
        );
        for (const { indicator } of sums) {
          const { row: head, column } = data.cells.find((cell) => cell.value === indicator.code)!;
          const own = data.cells.filter(
            (cell) => cell.column === column && cell.row > head && cell.row < adjustments!,
          );
          const values = own.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
          const shown = cellOf(data, total!, column)?.value;
          if (values.length === 0) expect(shown).toBeNull();
          else
            expect(shown).toBeCloseTo(
              values.reduce((a, b) => a + b, 0),
              6,
            );
        }
      }),
      { numRuns: 4 },
    );
  });

  it("says who is missing, and that the totals are provisional", () => {
    const [absent, ...present] = template.units;
    const plan = countyWorkbookPlan(county(submissions(present), { template }), zh);
    const cover = sheetOf(plan, "汇总说明")
      .cells.map(({ value }) => String(value))
      .join("\n");
    expect(cover).toContain(`已报 21/22（暂定，不完整）`);
    expect(cover).toContain(`尚未计入：${absent!.name}`);
    expect(figure(plan, "上报情况", absent!.name, "状态")).toBe("未报");
    expect(sheetOf(plan, "图表").cells.some(({ value }) => String(value).includes("暂定"))).toBe(true);
  });

  it("counts a finding as what must be fixed where it brings such a thing about", () => {
    const finding = (number: string, own: Finding["class"], causes: Finding[] = []): Finding => ({
      class: own,
      code: ruleCode(number),
      unit: "台上镇",
      place: { file: "台上镇.xlsx", sheet: null, cell: null },
      indicator: null,
      values: null,
      params: {},
      message: "对不上",
      causes,
    });
    const findings = [finding("R06", "explain", [finding("R05", "mustFix")]), finding("R17", "note")];
    const plan = countyWorkbookPlan(county(submissions(), { template, findings }), zh);
    const counts = ["强制", "核实", "提示"].map((name) => figure(plan, "上报情况", "台上镇", name));
    expect(counts).toEqual([1, 0, 1]);
    expect(cellOf(sheetOf(plan, "审核结果"), 1, 0)?.value).toBe("强制 1 条，核实 0 条，提示 1 条");
  });

  it("tells whoever reported from whoever is counted, where some are held back", () => {
    const [missing, , ...counted] = template.units;
    const plan = countyWorkbookPlan(county(submissions(counted), { template, missing: [missing!] }), zh);
    for (const name of ["汇总说明", "上报情况"]) {
      const texts = sheetOf(plan, name).cells.map(({ value }) => String(value));
      expect(texts.join("\n")).toContain("已报 21/22，计入 20/22（暂定，不完整）");
    }
  });

  it("speaks English to who reads English, and keeps the sheets' names", () => {
    const consolidation = county(submissions(), { template });
    const names = (plan: ReturnType<typeof countyWorkbookPlan>): string[] =>
      plan.sheets.map(({ name }) => name);
    const english = countyWorkbookPlan(consolidation, en);
    expect(names(english)).toEqual(names(countyWorkbookPlan(consolidation, zh)));
    expect(sheetOf(english, "上报情况").cells.some(({ value }) => value === "22 of 22 reported")).toBe(true);
  });

  it("has a form for every table of the template", () => {
    const plan = countyWorkbookPlan(county(submissions(), { template }), zh);
    const forms = builtInTemplate.forms.filter((form) => form.layout === "table");
    for (const form of forms) expect(sheetOf(plan, `汇总${form.code} ${form.title}`)).toBeDefined();
  });
});

it("tells by the colour of its tab what one reads, what asks for attention and what the figures come from", async () => {
  const { plan } = await sampleCountyWorkbook();
  const color = (name: string) => plan.sheets.find((sheet) => sheet.name === name)?.tabColor;
  const [read, asks, data] = ["报告", "审核结果", "单位数据"].map(color);
  expect(new Set([read, asks, data]).size).toBe(3);
  expect([color("汇总说明"), color("图表")]).toEqual([read, read]);
  expect([color("上报情况"), color("数据来源")]).toEqual([asks, data]);
});

describe("the county workbook on paper", () => {
  const isHidden = (sheet: SheetPlan): boolean => {
    const { area } = sheet.print ?? {};
    return area !== undefined && sheet.columns!.some((each) => each.column === area.left && each.hidden);
  };

  it("is the forms, charts and report when the entire workbook is printed, and says what is left out", async () => {
    const { plan } = await sampleCountyWorkbook();
    const visible = plan.sheets.filter(({ visibility }) => visibility === undefined);
    const left = visible.filter(isHidden).map(({ name }) => name);
    expect(left).toEqual(
      expect.arrayContaining(["单位数据", "上年数据", "数据来源", "图表数据", "调整", "明细L1 活动"]),
    );
    const printed = visible.map(({ name }) => name).filter((name) => !left.includes(name));
    expect(printed.filter((name) => !name.startsWith("汇总0") && !name.startsWith("汇总1"))).toEqual([
      ...["汇总说明", "主要变化", "图表", "报告", "上报情况", "审核结果"],
    ]);
    const said = sheetOf(plan, "汇总说明").cells.filter(({ value }) => String(value).endsWith("（不打印）"));
    expect(said).toHaveLength(left.length);
  });

  it("leaves out findings of more pages than anybody reads", () => {
    const findings = Array.from({ length: 600 }, (_, i): Finding => ({
      class: "note",
      code: "D37",
      unit: template.units[0]!.name,
      place: { file: "a.xlsx", sheet: "关工02", cell: `E${i + 1}` },
      indicator: "0103",
      values: {},
      params: { code: "0103", name: "村", raw: "一", value: "1" },
      causes: [],
    }));
    const plan = countyWorkbookPlan(county(submissions(), { template, findings }), zh);
    expect(isHidden(sheetOf(plan, "审核结果"))).toBe(true);
  });

  it("groups thousands alike wherever a figure is read", async () => {
    const { plan } = await sampleCountyWorkbook();
    const forms = plan.sheets.filter(({ name }) => /^汇总\d/.test(name));
    const large = forms.flatMap(({ cells }) =>
      cells.filter(({ value, column }) => column > 3 && typeof value === "number" && value >= 1000),
    );
    expect(large.length).toBeGreaterThan(20);
    for (const { style } of large) expect(style?.format).toContain("#,##0");
    expect(figureCell(plan, "0114", 4)?.style?.format).toBe("0.0");
  });

  it("says on how many units a figure rests only where these are not all", async () => {
    const { plan } = await sampleCountyWorkbook();
    expect(figureCell(plan, "0102", 8)?.value).toBeNull();
    expect(figureCell(plan, "0117", 8)?.value).toBe("15 个单位；占 53.3%");
    expect(figureCell(plan, "0117", 8)?.style?.indent).toBe(1);
  });

  it("names the whole beside its part, and those who moved it by size, in rows that are high enough", async () => {
    const { plan } = await sampleCountyWorkbook();
    const sheet = sheetOf(plan, "主要变化");
    const row = sheet.cells.find(({ value }) => value === "关工小组数：本年新建")!.row;
    const movers = String(cellOf(sheet, row, 7)?.value).split("\n");
    const sizes = movers.map((text) => Number(text.split("+")[1]));
    expect(sizes).toHaveLength(3);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(cellOf(sheet, row, 7)?.style?.indent).toBe(1);
    expect(sheet.rows!.find((each) => each.row === row)!.height).toBeGreaterThanOrEqual(3 * 15);
  });

  it("heads the files that belong to no unit with heads of their own", () => {
    const reported = [{ unit: null, file: "不知道.xlsx", status: "unknown" as const }];
    const consolidation = county(submissions(), { template });
    const plan = countyWorkbookPlan({ ...consolidation, reported }, zh);
    const sheet = sheetOf(plan, "上报情况");
    const { row } = sheet.cells.find(({ value }) => value === "不知道.xlsx")!;
    expect([0, 1, 3, 4].map((column) => cellOf(sheet, row - 1, column)?.value)).toEqual([
      ...["序号", "填报单位", "状态", "文件"],
    ]);
  });

  /** The form's cell in the line of the code. */
  function figureCell(plan: WorkbookPlan, code: string, column: number) {
    const sheet = plan.sheets.find(({ name }) => name.startsWith(`汇总${code.slice(0, 2)}`))!;
    return cellOf(sheet, sheet.cells.find(({ value }) => value === code)!.row, column);
  }
});
