import { ownSheetNames, readCountyWorkbook } from "../../src/county-workbook/read-county";
import { MARKER } from "../../src/county-workbook/machine-sheet";
import { writeXlsx } from "../../src/files/write/write-xlsx";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import { readBytes } from "../files/package";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { readCountyRecord } from "../../src/county-workbook/read-record";
import { CellTableBuilder, cellsOf } from "../../src/workbook/cells";
import type { Workbook } from "../../src/workbook/workbook";
import { factsOfWorkbook } from "../../src/fact-check/facts-of-workbook";
import { county } from "../consolidation/small-county";
import { fullPlan, lastYear as valuesOfLastYear, submissions, template, zh } from "./full-county";
import { sampleCountyWorkbook } from "./sample-workbook";
import { sheetOf } from "./seen";

const read = (plan: WorkbookPlan) => readCountyWorkbook(workbookFromPlan(plan));

function changed(plan: WorkbookPlan, name: string, change: (sheet: SheetPlan) => SheetPlan): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

const moved =
  (rows: number, columns: number) =>
  (sheet: SheetPlan): SheetPlan => ({
    ...sheet,
    merges: [],
    cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row + rows, column: cell.column + columns })),
  });

const mapCells =
  (change: (cell: PlanCell) => PlanCell) =>
  (sheet: SheetPlan): SheetPlan => ({ ...sheet, cells: sheet.cells.map(change) });

describe("last year's values in a county workbook", () => {
  it("are what the session of that year came to, unit by unit and in total", async () => {
    const { before } = await sampleCountyWorkbook();
    const county = read(before.plan);
    if (!county.ok) throw new Error(county.problem.code);
    expect(county).toMatchObject({
      period: "2019",
      templateId: "guangong-annual",
      counted: 22,
      expected: 22,
    });
    for (const { code, value, contributions } of before.consolidation.totals.values()) {
      if (typeof value === "number") expect([code, county.lastYear.totals.get(code)]).toEqual([code, value]);
      for (const { unit, value: own } of contributions) {
        if (typeof own === "string") continue;
        expect([unit, code, county.lastYear.units.get(unit)?.get(code)]).toEqual([unit, code, Number(own)]);
      }
    }
  });

  it("are found under codes of any kind that a template may have", () => {
    const recoded = changed(
      fullPlan(),
      "单位数据",
      mapCells((cell) => (cell.value === "0201" ? { ...cell, value: "NG1310" } : cell)),
    );
    const [county, before] = [read(recoded), read(fullPlan())];
    if (!county.ok || !before.ok) throw new Error("not read");
    expect(before.lastYear.totals.get("0201")).toBeDefined();
    expect(county.lastYear.totals.get("NG1310")).toBe(before.lastYear.totals.get("0201"));
  });

  it("survive the bytes of the file", async () => {
    const { before } = await sampleCountyWorkbook();
    expect(readCountyWorkbook(readBytes(writeXlsx(before.plan)))).toEqual(read(before.plan));
  });

  it("are found wherever rows and columns were moved to, and whatever stands around them", () => {
    const plan = fullPlan();
    expect(read(changed(plan, "单位数据", moved(3, 2)))).toEqual(read(plan));
    const remark = { row: 60, column: 1, value: "以上由办公室核对" };
    const noted = changed(plan, "单位数据", (sheet) => ({ ...sheet, cells: [...sheet.cells, remark] }));
    expect(read(noted)).toEqual(read(plan));
  });

  it("are those of a unit's last name there: a row that was deleted is gone, the others stay", () => {
    const plan = fullPlan();
    const { row } = sheetOf(plan, "单位数据").cells.find(({ value }) => value === "台上镇")!;
    const cut = changed(plan, "单位数据", (sheet) => ({
      ...sheet,
      cells: sheet.cells.filter((cell) => cell.row !== row),
    }));
    const county = read(cut);
    if (!county.ok) throw new Error(county.problem.code);
    expect(county.lastYear.units.size).toBe(21);
    expect(county.lastYear.units.has("台上镇")).toBe(false);
  });

  it("does not mix up the two years that one workbook holds", () => {
    const county = read(fullPlan());
    if (!county.ok) throw new Error(county.problem.code);
    const before = valuesOfLastYear();
    expect(county.period).toBe("2020");
    expect(county.lastYear.totals.get("0201")).not.toBe(before.totals.get("0201"));
  });
});

describe("a county workbook that was saved by a program that does not calculate", () => {
  const adjustments = [{ code: "0201", amount: -3, reason: "重复", about: "台上镇" }];
  const adjusted = (): WorkbookPlan => {
    const reported = template.units.slice(3);
    const consolidation = county(submissions(reported), {
      template,
      lastYear: valuesOfLastYear(),
      adjustments,
    });
    return countyWorkbookPlan(consolidation, zh);
  };
  const saved = (plan: WorkbookPlan): Workbook => {
    const workbook = workbookFromPlan(plan);
    const sheets = workbook.sheets.map((sheet) => {
      const cells = new CellTableBuilder();
      for (const cell of cellsOf(sheet)) {
        const { row, column, formula } = cell;
        cells.add(row, column, formula === undefined ? cell : { kind: "empty", value: null, formula });
      }
      return { ...sheet, cells: cells.build() };
    });
    return { ...workbook, sheets };
  };

  it("says what it said before: its totals are made anew from the units' values", () => {
    const plan = adjusted();
    const [now, then] = [saved(plan), workbookFromPlan(plan)];
    expect(readCountyWorkbook(now)).toEqual(readCountyWorkbook(then));
    expect(readCountyRecord(now, template)).toEqual(readCountyRecord(then, template));
    const figuresOf = (workbook: Workbook) => {
      const facts = factsOfWorkbook(workbook, template, "2020");
      const codes = ["0102", "0113", "0114", "0201", "0215", "0118"];
      return codes.map((code) => [
        facts.figure(code, null, "this"),
        facts.figure(code, null, "last"),
        facts.wholeLastYear(code),
      ]);
    };
    expect(figuresOf(now)).toEqual(figuresOf(then));
  });

  it.each(["单位数据", "调整", "明细L1 活动"])("is not read where people typed a formula into %s", (name) => {
    const formula = { row: 8, column: 12, value: 8, formula: "3+5" };
    const typed = changed(fullPlan(), name, (sheet) => ({ ...sheet, cells: [...sheet.cells, formula] }));
    expect(read(typed)).toMatchObject({ ok: true });
    const problem = { code: "notCalculated", what: `${name}!M9` };
    expect(readCountyWorkbook(saved(typed))).toEqual({ ok: false, problem });
  });
});

describe("a workbook that cannot serve as last year's", () => {
  const problemOf = (plan: WorkbookPlan) => {
    const county = read(plan);
    return county.ok ? null : county.problem;
  };

  it("is no county workbook where nothing marks it as one", () => {
    const foreign: WorkbookPlan = {
      sheets: [{ name: "Sheet1", cells: [{ row: 0, column: 0, value: 1 }] }],
      names: [],
    };
    expect(problemOf(foreign)?.code).toBe("notCountyWorkbook");
  });

  it.each([
    ["writing", "unfinished"],
    ["written", undefined],
  ])("is half of one while the way back from a writing stands there (%s)", (stage, code) => {
    const { sheets, names } = fullPlan();
    const kept = { name: `~undo~ab12cd34 ${stage}`, visibility: "veryHidden", cells: [] } as const;
    expect(problemOf({ names, sheets: [...sheets, kept] })?.code).toBe(code);
    const seen = sheets.filter(({ name }) => name !== "机读信息");
    expect(problemOf({ names, sheets: [...seen, kept] })?.code).toBe(code ?? "damaged");
  });

  it("is newer than this program", () => {
    const newer = changed(
      fullPlan(),
      "机读信息",
      mapCells((cell) => (cell.row === 0 && cell.column === 1 ? { ...cell, value: 99 } : cell)),
    );
    expect(problemOf(newer)).toEqual({ code: "newerFormat", what: "99" });
  });

  it.each([
    [
      "单位数据 without its codes",
      "单位数据",
      (cell: PlanCell) => /^\d{4}$/.test(String(cell.value)),
      "单位数据",
    ],
    ["单位数据 without its totals", "单位数据", (cell: PlanCell) => cell.value === "合计", "合计"],
    ["机读信息 without the period", "机读信息", (cell: PlanCell) => cell.value === "period", "period"],
  ])("is damaged: %s", (_, name, gone, what) => {
    const damaged = changed(fullPlan(), name, (sheet) => ({
      ...sheet,
      cells: sheet.cells.filter((cell) => !gone(cell)),
    }));
    expect(problemOf(damaged)).toEqual({ code: "damaged", what });
  });
});

describe("sheets that a second run may write anew", () => {
  it("are all that the program wrote", () => {
    const plan = fullPlan();
    expect(ownSheetNames(workbookFromPlan(plan))).toEqual(plan.sheets.map(({ name }) => name));
  });

  it("are not those that staff added, nor one that they renamed", () => {
    const plan = fullPlan();
    const sheets = [
      { name: "领导讲话", cells: [{ row: 0, column: 0, value: "同志们" }] },
      ...plan.sheets.map((sheet) => (sheet.name === "图表" ? { ...sheet, name: "我的图表" } : sheet)),
    ];
    const own = ownSheetNames(workbookFromPlan({ ...plan, sheets }));
    expect(own).not.toContain("领导讲话");
    expect(own).not.toContain("我的图表");
    expect(own).toContain("单位数据");
  });

  it("are none in a workbook of somebody else", () => {
    const cells = [{ row: 0, column: 0, value: `${MARKER}s` }];
    expect(ownSheetNames(workbookFromPlan({ sheets: [{ name: "单位数据", cells }], names: [] }))).toEqual([]);
  });
});
