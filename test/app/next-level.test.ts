/** County workbooks become a prefecture's, prefectures' a province's: nothing changes but who is added up. */
import { levelTemplate, withCounties, type CountyFile, type LevelOptions } from "../../src/app/next-level";
import { SessionModel } from "../../src/app/session-model";
import type { ConsolidationInput } from "../../src/consolidation/consolidate";
import type { Consolidation } from "../../src/consolidation/consolidation";
import { SHEETS } from "../../src/county-layout/sheet-names";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { readCountyRecord } from "../../src/county-workbook/read-record";
import { codeText } from "../../src/findings/finding-code";
import type { Finding } from "../../src/findings/finding";
import { sayInReport } from "../../src/locales/report-words";
import { column, form, line } from "../../src/template/builtin/shorthand";
import { splitUnitTexts } from "../../src/template/unit-texts";
import type { DetailList, Template, Unit } from "../../src/template/template";
import { parseA1 } from "../../src/workbook/address";
import { cellsOf } from "../../src/workbook/cells";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { county, smallTemplate, submission, type Row, type Values } from "../consolidation/small-county";
import fc, { tries } from "../tooling/properties";

const visits: DetailList = {
  id: "走访",
  title: "走访慰问",
  fills: ["T"],
  optional: true,
  personal: false,
  blankRows: 5,
  columns: [column("内容", "text", 10), column("姓名", "text", 10, { personal: true })],
};

const OPTIONS: LevelOptions = { units: [], template: null, name: "" };

function townships(names: readonly string[]): Unit[] {
  return names.map((name, i) => ({ code: `T${i}`, name, kind: "T", type: "镇", aliases: [] }));
}

/** All lines are filled by townships, so that every unit can have every value. */
function templateOf(name: string, units: readonly Unit[], more: Partial<Template> = {}): Template {
  const forms = smallTemplate.forms.map((each) => ({
    ...each,
    indicators: each.indicators.map((indicator) => ({ ...indicator, fills: ["T"] as const })),
  }));
  return {
    ...smallTemplate,
    county: name,
    committee: `${name}关工委`,
    units,
    forms,
    lists: [visits],
    ...more,
  };
}

interface Sent {
  readonly values: Values;
  readonly rows?: readonly Row[];
}

function consolidated(
  name: string,
  units: Readonly<Record<string, Sent>>,
  more: Partial<ConsolidationInput> = {},
): Consolidation {
  const template = more.template ?? templateOf(name, townships(Object.keys(units)));
  const submissions = Object.entries(units).map(([unit, { values, rows = [] }]) =>
    submission(
      template.units.find((each) => each.name === unit)!,
      values,
      rows.length > 0 ? { 走访: rows } : {},
      template,
    ),
  );
  return county(submissions, { template, ...more });
}

function written(consolidation: Consolidation, change = (sheets: readonly SheetPlan[]) => sheets): Workbook {
  const plan: WorkbookPlan = countyWorkbookPlan(consolidation, sayInReport("zh-CN"));
  return workbookFromPlan({ ...plan, sheets: change(plan.sheets) });
}

/** The session one level up, as pane and command line begin it. */
function levelUp(
  workbooks: Readonly<Record<string, Workbook>>,
  options: Partial<LevelOptions> = {},
): SessionModel {
  const files = Object.entries(workbooks).map(([file, workbook]): CountyFile => ({ file, workbook }));
  const session = new SessionModel({ template: levelTemplate(files, { ...OPTIONS, ...options })! });
  session.take(files.map((each) => ({ ...each, ok: true, notices: [] })));
  return session;
}

function totalOf(consolidation: Consolidation, code: string): unknown {
  const total = consolidation.totals.get(code)!;
  const { aggregation } = consolidation.template.forms
    .flatMap(({ indicators }) => indicators)
    .find((each) => each.code === code)!;
  if (aggregation !== "list") return total.value;
  const isAbove = consolidation.template.level !== undefined;
  return total.contributions
    .flatMap(({ unit, value }) => (isAbove ? splitUnitTexts(String(value)) : [{ unit, text: String(value) }]))
    .map((each) => `${each?.unit} ${each?.text}`)
    .sort();
}

function codesOf(session: SessionModel, unit: string): string[] {
  return session
    .assess()
    .findings.filter((each) => each.unit === unit)
    .map(({ code }) => codeText(code));
}

const CODES = ["0102", "0103", "0104", "0112", "0113", "0118", "0416", "0901", "0904", "0909"];

const A: Sent = {
  values: { "0103": 7, "0104": 1, "0112": 4, "0118": true, "0901": 5, "0904": "省", "0909": "批示" },
};
const B: Sent = { values: { "0103": 3, "0104": 0, "0112": 3, "0118": false, "0901": 2, "0904": "县" } };

// Computed as their forms compute it.
const withTotals = ({ values, ...rest }: Sent): Sent => ({
  ...rest,
  values: { ...values, "0102": Number(values["0103"] ?? 0) + Number(values["0104"] ?? 0) },
});

const two = (): Readonly<Record<string, Workbook>> => ({
  "甲县.xlsx": written(consolidated("甲县", { 东镇: withTotals(A), 西镇: withTotals(B) })),
  "乙县.xlsx": written(consolidated("乙县", { 南镇: withTotals(B) })),
});

describe("a county's workbook one level up", () => {
  it("reports the county's totals, and where they are in it", () => {
    const { template, submissions, reported, totals } = levelUp(two(), { name: "通化市" }).consolidate()!;
    expect([template.county, template.committee, template.level?.step]).toEqual([
      "通化市",
      "通化市关工委",
      1,
    ]);
    expect(template.units.map(({ name, type }) => `${name} ${type}`)).toEqual(["甲县 县", "乙县 县"]);
    expect(reported.map(({ unit, status, of }) => [unit, status, of])).toEqual([
      ["甲县", "accepted", { units: 2, expected: 2 }],
      ["乙县", "accepted", { units: 1, expected: 1 }],
    ]);
    expect(["0102", "0113", "0118", "0904"].map((code) => totals.get(code)?.value)).toEqual([
      14,
      71.4285714285714,
      1,
      "省",
    ]);
    const { place } = totals.get("0103")!.contributions[0]!;
    const sheet = two()[place.file!]!.sheets.find(({ name }) => name === place.sheet)!;
    const at = parseA1(place.cell!)!;
    const cell = [...cellsOf(sheet)].find((each) => each.row === at.row && each.column === at.column);
    expect(cell).toMatchObject({ value: 10, formula: expect.stringContaining("SUM") });
    expect(submissions).toHaveLength(2);
  });

  it("has the texts and records of its units, each with the unit, and no person's name", () => {
    const rows = [{ 内容: "看望老人", 姓名: "王某" }];
    const units = { 东镇: { ...A, rows }, 西镇: { values: { "0909": "一\n二" } } };
    const session = levelUp({ "甲县.xlsx": written(consolidated("甲县", units)) });
    const [only] = session.consolidate()!.submissions;
    expect(only!.forms.get("关工09")!.lines.get("0909")!.current.value).toBe("东镇：批示\n西镇：一\n　二");
    const [row] = only!.lists.get("走访")!.rows;
    expect([...row!.cells].map(([name, { value }]) => [name, value])).toEqual([
      ["下属单位", "东镇"],
      ["内容", "看望老人"],
    ]);
    expect(row!.cells.get("内容")!.place).toEqual({
      file: "甲县.xlsx",
      sheet: "明细走访 走访慰问",
      cell: "B4",
    });
  });

  it("survives in the prefecture's own workbook, to be gone on with and to be added up further", () => {
    const before = levelUp(two(), { name: "通化市" }).consolidate()!;
    const read = readCountyRecord(written(before), smallTemplate);
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.record.template?.level).toEqual({ step: 1, fromFiles: true, shared: [] });
    expect(read.record.reported[0]!.of).toEqual({ units: 2, expected: 2 });
    const session = new SessionModel({ template: smallTemplate });
    session.resume(read.record);
    expect(CODES.map((code) => totalOf(session.consolidate()!, code))).toEqual(
      CODES.map((code) => totalOf(before, code)),
    );
    const province = levelUp({ "通化市.xlsx": written(before) }, { name: "吉林省" }).consolidate()!;
    expect(province.reported[0]).toMatchObject({ unit: "通化市", of: { units: 2, expected: 2 } });
    expect(totalOf(province, "0118")).toBe(1);
  });

  it("is compared with last year's workbook of the same level", () => {
    const before = readCountyWorkbook(written(levelUp(two()).consolidate()!));
    const own = readCountyWorkbook(two()["甲县.xlsx"]!);
    if (!before.ok || !own.ok) throw new Error("unreadable");
    const session = levelUp(two());
    session.setLastYear({ ...before.lastYear, period: "2019" });
    expect(session.consolidate()!.totals.get("0103")!.lastYear).toBe(13);
    session.setLastYear({ ...own.lastYear, period: "2019" });
    expect(session.consolidate()!.totals.get("0103")!.lastYear).toBeNull();
  });
});

describe("which county a workbook is of", () => {
  const cases: [string, Readonly<Record<string, string>>, string[]][] = [
    [
      "by its own name, whatever the file is called",
      { "1.xlsx": "甲县", "b.xlsx": "乙县" },
      ["甲县", "乙县"],
    ],
    [
      "by its file where all bear one name",
      { "2020年丙县汇总.xlsx": "甲县", "丁区 (1).xlsx": "甲县" },
      ["丙县", "丁区"],
    ],
    ["by its file where it bears none", { "一组.xlsx": "", "二组汇总.xlsx": "" }, ["一组", "二组"]],
    [
      "by its folder where files are called alike",
      { "丙县/汇总.xlsx": "", "丁县/汇总.xlsx": "" },
      ["丙县", "丁县"],
    ],
    [
      "by its file where one county is parted",
      { "第1组.xlsx": "甲县", "第2组.xlsx": "甲县" },
      ["第1组", "第2组"],
    ],
  ];

  it.each(cases)("is known %s", (_, names, units) => {
    const workbooks = Object.entries(names).map(([file, name], i): [string, Workbook] => [
      file,
      written(consolidated(name, { [`${i}镇`]: withTotals(A) })),
    ]);
    const { reported } = levelUp(Object.fromEntries(workbooks)).assess();
    expect(reported.map(({ unit }) => unit)).toEqual(units);
  });

  it("is asked about where file and workbook name two counties of the register", () => {
    const units = townships(["甲县", "乙县"]);
    const session = levelUp({ "乙县.xlsx": two()["甲县.xlsx"]! }, { units });
    expect(session.assess().reported).toMatchObject([{ unit: "甲县", status: "needsExplanation" }]);
    expect(codesOf(session, "甲县")).toEqual(["D12"]);
    expect(session.assess().missing.map(({ name }) => name)).toEqual(["乙县"]);
  });

  it("of two workbooks of one county none counts until one is chosen; a copy counts once", () => {
    const units = { 东镇: withTotals(A), 西镇: withTotals(A) };
    const session = levelUp({ ...two(), "甲县新.xlsx": written(consolidated("甲县", units)) });
    expect(session.assess().reported.map(({ unit, status }) => `${unit} ${status}`)).toEqual([
      "甲县 duplicate",
      "甲县 duplicate",
      "乙县 accepted",
    ]);
    const copy = levelUp({ ...two(), "甲县 - 副本.xlsx": two()["甲县.xlsx"]! });
    expect(
      copy
        .assess()
        .reported.map(({ status }) => status)
        .sort(),
    ).toEqual(["accepted", "accepted", "copy"]);
  });

  it("a later file of another county joins a register that was made from files", () => {
    const files = Object.entries(two()).map(([file, workbook]) => ({ file, workbook }));
    const template = levelTemplate(files.slice(0, 1), OPTIONS)!;
    expect(withCounties(template, files).units.map(({ name }) => name)).toEqual(["甲县", "乙县"]);
  });
});

const otherTask: Template = {
  ...smallTemplate,
  id: "other",
  county: "丙县",
  units: townships(["北镇"]),
  forms: [form("别的表", "别的表", ["T"], [line("9901", "别的", "个", "sum")])],
  charts: [],
  report: [],
};

describe("what the level has to say of a county", () => {
  const third = (workbook: Workbook): SessionModel => levelUp({ ...two(), "丙县.xlsx": workbook });
  const findingOf = (workbook: Workbook, code: string): Finding | undefined =>
    third(workbook)
      .assess()
      .findings.find((each) => each.code === code);
  const [a, b] = [withTotals(A), withTotals(B)];

  it("units that are not in its totals, held back or missing", () => {
    const template = templateOf("丙县", townships(["北镇", "中镇", "远镇"]));
    const reported = [
      { unit: "北镇", file: "北镇.xlsx", status: "accepted" },
      { unit: "中镇", file: "中镇.xlsx", status: "heldBack" },
    ] as const;
    const workbook = written(consolidated("丙县", { 北镇: a }, { template, reported }));
    expect(findingOf(workbook, "F32")).toMatchObject({
      class: "explain",
      unit: "丙县",
      values: { left: 1, right: 3 },
      params: { missing: "中镇、远镇", heldBack: "中镇" },
    });
  });

  it("findings that it left open", () => {
    const place = { file: null, sheet: null, cell: null };
    const open: Finding = {
      ...{ class: "mustFix", code: "D41", unit: "北镇", place, indicator: "0102" },
      ...{ values: null, params: { code: "0102", name: "组织" }, causes: [] },
    };
    const workbook = written(consolidated("丙县", { 北镇: a }, { findings: [open] }));
    expect(findingOf(workbook, "F33")).toMatchObject({ class: "explain", params: { units: "北镇" } });
  });

  it.each([
    ["on the form", "汇总01 组织建设"],
    ["below its units", SHEETS.unitData],
  ])("a total that was typed over %s, which does not count", (_, name) => {
    const typed = ({ formula: _formula, ...cell }: PlanCell): PlanCell => ({ ...cell, value: 99 });
    const isTotal = (cell: PlanCell): boolean => cell.value === 10 && cell.formula !== undefined;
    const workbook = written(consolidated("丙县", { 北镇: a, 中镇: b }), (sheets) =>
      sheets.map((sheet) => {
        const cell = sheet.name === name ? sheet.cells.find(isTotal) : undefined;
        const cells = sheet.cells.map((each) => (each === cell ? typed(each) : each));
        return { ...sheet, cells };
      }),
    );
    expect(findingOf(workbook, "F34")).toMatchObject({
      class: "explain",
      unit: "丙县",
      place: { file: "丙县.xlsx", sheet: name },
      values: { left: 99, right: 10 },
    });
    expect(levelUp({ "丙县.xlsx": workbook }).consolidate()!.totals.get("0103")?.value).toBe(10);
  });

  it("adjustments that its totals contain", () => {
    const adjustments = [{ code: "0103", amount: 2, reason: "漏报", about: "" }];
    const workbook = written(consolidated("丙县", { 北镇: a }, { adjustments }));
    expect(findingOf(workbook, "F36")).toMatchObject({
      params: { variant: "adjusted", list: "其中：乡镇 +2（漏报）" },
    });
    expect(levelUp({ "丙县.xlsx": workbook }).consolidate()!.totals.get("0103")?.value).toBe(9);
  });

  it("lines of another version of the template", () => {
    const template = templateOf("丙县", townships(["北镇"]), { version: smallTemplate.version - 1 });
    const [first, ...forms] = template.forms;
    const indicators = first!.indicators
      .filter(({ code }) => code !== "0112" && code !== "0113" && code !== "0114")
      .map((each) => (each.code === "0104" ? { ...each, measure: "百个" } : each));
    const older = { ...template, forms: [{ ...first!, indicators }, ...forms], charts: [], report: [] };
    const workbook = written(consolidated("丙县", { 北镇: a }, { template: older }));
    expect(findingOf(workbook, "F35")).toMatchObject({
      class: "explain",
      params: { lacking: expect.stringContaining("0112"), otherwise: "0104 部门", further: "—" },
    });
    expect(third(workbook).consolidate()!.totals.get("0104")?.value).toBe(1);
  });

  it("a workbook of another period does not count", () => {
    const session = third(written(consolidated("丙县", { 北镇: a }, { period: "2019" })));
    expect(session.assess().reported.at(-1)).toMatchObject({ unit: "丙县", status: "otherPeriod" });
    expect(codesOf(session, "丙县")).toEqual(["S05"]);
  });

  it.each([
    ["its record", SHEETS.machine],
    ["its units", SHEETS.unitData],
  ])("a workbook that has lost %s cannot be read", (_, name) => {
    const workbook = written(consolidated("丙县", { 北镇: a }), (sheets) =>
      sheets.filter((sheet) => sheet.name !== name),
    );
    const units = townships(["甲县", "乙县", "丙县"]);
    const session = levelUp({ ...two(), "丙县.xlsx": workbook }, { units });
    expect(session.assess().reported.at(-1)).toMatchObject({ unit: "丙县", status: "unreadable" });
    expect(codesOf(session, "丙县")).toEqual(["F31"]);
    expect(session.consolidate()!.totals.get("0103")?.units).toBe(2);
  });

  it.each([
    ["another task", () => consolidated("丙县", {}, { template: otherTask }), "otherTask"],
    ["another level", () => levelUp(two(), { name: "通化市" }).consolidate()!, "otherLevel"],
  ])("a workbook of %s is none of these", (_, made, variant) => {
    const found = findingOf(written(made()), "D01");
    expect(found?.params["variant"]).toBe(variant);
  });
});

describe("by levels in any grouping", () => {
  const value = fc.record(
    {
      "0103": fc.nat(500),
      "0104": fc.nat(50),
      "0112": fc.nat(50),
      "0118": fc.boolean(),
      "0416": fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100),
      "0901": fc.nat(100),
      "0904": fc.constantFrom("县", "市", "省", "国家"),
      "0909": fc.constantFrom("批示", "印发：一\n二", "　空格开头"),
    },
    { requiredKeys: [] },
  );
  const prefecture = fc.array(fc.array(value, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });

  it("sums, stocks, counts, maxima, lists and ratios equal those of all units at once", () => {
    fc.assert(
      fc.property(fc.array(prefecture, { minLength: 1, maxLength: 2 }), (prefectures) => {
        const units: Record<string, Sent> = {};
        const above = prefectures.map((counties, p): [string, Workbook] => {
          const workbooks = counties.map((values, c): [string, Workbook] => {
            const own = Object.fromEntries(
              values.map((each, i) => [`${p}${c}${i}镇`, { values: each as Values }] as const),
            );
            Object.assign(units, own);
            return [`${p}${c}.xlsx`, written(consolidated(`第${p}${c}县`, own))];
          });
          const level = levelUp(Object.fromEntries(workbooks), { name: `第${p}市` });
          return [`${p}.xlsx`, written(level.consolidate()!)];
        });
        const province = levelUp(Object.fromEntries(above)).consolidate()!;
        const atOnce = consolidated("全省", units);
        const of = (all: Consolidation): unknown[] => CODES.map((code) => [code, totalOf(all, code)]);
        expect(of(province)).toEqual(of(atOnce));
      }),
      { numRuns: tries(12) },
    );
  });
});
