import { entryOf } from "../../src/findings/catalogue-entry";
import { countyWorkbookPlan, OPTIONAL_SHEETS } from "../../src/county-workbook/county-workbook";
import { readCountyRecord } from "../../src/county-workbook/read-record";
import type { Finding } from "../../src/findings/finding";
import { SessionModel } from "../../src/app/session-model";
import type { ReadResult } from "../../src/ports/ports";
import { builtInTemplate } from "../../src/template/builtin";
import type { CountyRecord } from "../../src/consolidation/county-record";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { figure, sheetOf } from "./seen";
import { recordOf, sessionOf, sampleCountyWorkbook, sampleWorkbooks, zh } from "./sample-workbook";

/** The county workbook of a session that goes on from the record, with these files besides. */
function goOn(record: CountyRecord, files: readonly ReadResult[] = []): WorkbookPlan {
  const session = new SessionModel({ template: record.template ?? builtInTemplate });
  session.resume(record);
  session.take(files);
  return countyWorkbookPlan(session.consolidate()!, zh);
}

/** The plan as if somebody had typed something into cells of a sheet. */
function typed(
  plan: WorkbookPlan,
  sheetName: string,
  change: (cell: PlanCell) => PlanCell["value"] | undefined,
): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) =>
    sheet.name === sheetName
      ? { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, value: change(cell) ?? cell.value })) }
      : sheet,
  );
  return { ...plan, sheets };
}

const without = (plan: WorkbookPlan, name: string): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.filter((sheet) => sheet.name !== name),
});

async function withoutFiles(...files: string[]) {
  const { consolidation } = await sampleCountyWorkbook();
  const session = await sessionOf(
    sampleWorkbooks(2020).filter(({ file }) => !files.includes(file)),
    consolidation.lastYear,
  );
  return countyWorkbookPlan(session.consolidate()!, zh);
}

describe("opened again next week, without the units' files", () => {
  it("the county workbook comes out as it was, to the last cell", async () => {
    const { plan } = await sampleCountyWorkbook();
    const again = goOn(recordOf(plan));
    for (const [i, sheet] of again.sheets.entries()) expect(sheet).toEqual(plan.sheets[i]);
    expect(again).toEqual(plan);
  });

  it("nothing is lost with the sheets that staff did without, and no formula asks for them", async () => {
    const { plan, consolidation } = await sampleCountyWorkbook();
    const fewer = countyWorkbookPlan(consolidation, zh, new Set(OPTIONAL_SHEETS));
    const gone = plan.sheets
      .map(({ name }) => name)
      .filter((name) => fewer.sheets.every((each) => each.name !== name));
    expect(gone).toEqual(["主要变化", "图表", "报告", "图表数据"]);
    const formulas = fewer.sheets.flatMap(({ cells }) =>
      cells.flatMap(({ formula, link }) => [formula, link]),
    );
    expect(formulas.filter((text) => gone.some((name) => text?.includes(name)))).toEqual([]);
    expect(goOn(recordOf(fewer))).toEqual(plan);
  });

  it("it still says which lines are measured otherwise than last year", async () => {
    const { consolidation } = await sampleCountyWorkbook();
    const lines = new Map([["0201", { kind: "whole" as const, measure: "百人" }]]);
    const session = await sessionOf(sampleWorkbooks(2020), { ...consolidation.lastYear!, lines });
    const plan = countyWorkbookPlan(session.consolidate()!, zh);
    for (const name of ["主要变化", "上年数据"]) {
      expect(sheetOf(plan, name).cells.find(({ row, column }) => row === 1 && column === 0)?.value).toMatch(
        "不能比较，没有列上年数：0201 五老志愿者总数。",
      );
    }
    expect(goOn(recordOf(plan))).toEqual(plan);
  });

  it("late files are added to what was there, and whoever stood out without them does no more", async () => {
    const { plan } = await sampleCountyWorkbook();
    const late = ["清河镇.xlsx", "财源镇.xlsx"];
    const partly = await withoutFiles(...late);
    expect(figure(partly, "上报情况", "清河镇", "状态")).toBe("未报");
    expect(figure(partly, "上报情况", "头道镇", "状态")).toBe("待说明");
    const whole = goOn(
      recordOf(partly),
      sampleWorkbooks(2020).filter(({ file }) => late.includes(file)),
    );
    for (const [i, sheet] of whole.sheets.entries()) expect(sheet).toEqual(plan.sheets[i]);
    expect(goOn(recordOf(partly))).toEqual(partly);
  });

  it("a corrected file takes the place of what its unit had sent", async () => {
    const { plan } = await sampleCountyWorkbook();
    const files = sampleWorkbooks(2020).filter(({ file }) => file === "台上镇.xlsx");
    const corrected = files.map((each) => ({ ...each, file: "台上镇（改）.xlsx" }));
    const again = goOn(recordOf(plan), corrected);
    expect(figure(again, "上报情况", "台上镇", "文件")).toBe("台上镇（改）.xlsx");
    expect(figure(again, "汇总说明", "已建关工委组织总数", "本年")).toBe(218);
  });

  it("keeps findings with their values, and what they bring about below them", async () => {
    const files = sampleWorkbooks(2020).map((each) =>
      each.ok ? { ...each, workbook: falsified(each.workbook) } : each,
    );
    const { consolidation } = await sampleCountyWorkbook();
    const session = await sessionOf(files, consolidation.lastYear);
    const before = session.consolidate()!;
    expect(before.findings.filter((finding) => finding.class === "mustFix").length).toBeGreaterThan(0);
    const record = recordOf(countyWorkbookPlan(before, zh));
    expect(record.findings).toEqual(
      before.findings.filter(({ code }) => entryOf(code)?.subject !== "county"),
    );
    expect(record.reported).toEqual(before.reported);
  });
});

/** Writes 5 where the unit said how many organisations reached the standard: more than there are in small units. */
function falsified(workbook: Extract<ReadResult, { ok: true }>["workbook"]) {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      if (sheet.name !== "关工01") return sheet;
      const numbers = sheet.cells.numbers.slice();
      for (let i = 0; i < sheet.cells.count; i++) {
        const isTyped = sheet.cells.kinds[i] === 1 && sheet.cells.formulaIndex[i] === -1;
        if (isTyped && sheet.cells.columns[i] === 4 && sheet.cells.rows[i] === 17) numbers[i] = 50;
      }
      return { ...sheet, cells: { ...sheet.cells, numbers } };
    }),
  };
}

describe("a county workbook that people worked on", () => {
  it("a value corrected by hand counts, is named, and keeps what the file had said", async () => {
    const { plan } = await sampleCountyWorkbook();
    const data = sheetOf(plan, "单位数据");
    const { row } = data.cells.find(({ value }) => value === "台上镇")!;
    const { column } = data.cells.find(({ value }) => value === "0201")!;
    const was = Number(figure(plan, "单位数据", "台上镇", "0201"));
    const edited = typed(plan, "单位数据", (cell) =>
      cell.row === row && cell.column === column ? was + 10 : undefined,
    );
    const record = recordOf(edited);
    expect(record.edits).toEqual([
      expect.objectContaining({ unit: "台上镇", code: "0201", was, now: was + 10, sheet: "单位数据" }),
    ]);
    const again = goOn(record);
    expect(figure(again, "汇总说明", "五老志愿者总数", "本年")).toBe(2513);
    const sources = sheetOf(again, "数据来源");
    const line = sources.cells.find(
      (cell) =>
        cell.column === 1 &&
        cell.value === "0201" &&
        sources.cells.some((c) => c.row === cell.row && c.value === "台上镇"),
    )!;
    const texts = sources.cells.filter((cell) => cell.row === line.row).map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining([was + 10, String(was), "在汇总工作簿中改过"]));
    expect(recordOf(again).edits).toMatchObject([{ unit: "台上镇", code: "0201", was, now: was + 10 }]);
    const back = typed(again, "单位数据", (cell) =>
      cell.row === row && cell.column === column ? was : undefined,
    );
    expect(recordOf(back).edits).toEqual([]);
  });

  it("values typed for a unit that has not reported do not count, and it is named", async () => {
    const session = await sessionOf(sampleWorkbooks(2020).filter(({ file }) => file !== "台上镇.xlsx"));
    const plan = countyWorkbookPlan(session.consolidate()!, zh);
    expect(recordOf(plan).uncounted).toEqual([]);
    const data = sheetOf(plan, "单位数据");
    const { row } = data.cells.find(({ value }) => value === "台上镇")!;
    const { column } = data.cells.find(({ value }) => value === "0201")!;
    const record = recordOf(
      typed(plan, "单位数据", (cell) => (cell.row === row && cell.column === column ? 77 : undefined)),
    );
    expect(record).toMatchObject({ uncounted: ["台上镇"], edits: [] });
    expect(record.submissions).toHaveLength(21);
  });

  it("says which sheets are lost, and goes on with the rest", async () => {
    const { plan } = await sampleCountyWorkbook();
    const record = recordOf(without(without(plan, "审核结果"), "明细L2 捐助"));
    expect(record.lost).toEqual(["审核结果", "明细L2 捐助"]);
    expect(figure(goOn(record), "汇总说明", "捐款捐物总额", "本年")).toBe(356_000);
  });

  it("without 数据来源 the values stay, only their places are gone", async () => {
    const { plan } = await sampleCountyWorkbook();
    const record = recordOf(without(plan, "数据来源"));
    expect(record.lost).toContain("数据来源");
    expect(record.edits).toEqual([]);
    expect(recordOf(goOn(record)).edits).toEqual([]);
    expect(figure(goOn(record), "汇总说明", "已建关工委组织总数", "本年")).toBe(218);
  });

  it("keeps a finding about a number that looks like a telephone, without the number", async () => {
    const { consolidation } = await sampleCountyWorkbook();
    const finding: Finding = {
      class: "mustFix",
      code: "R20",
      unit: "台上镇",
      place: { file: "台上镇.xlsx", sheet: "关工02", cell: "E7" },
      indicator: "0201",
      values: { value: 13_800_138_000 },
      params: { name: "五老志愿者总数", sheet: "关工02", cell: "E7", percent: 525.000000000001 },
      message: "{name}填的是 {value}，请核对。",
      causes: [],
    };
    const plan = countyWorkbookPlan({ ...consolidation, findings: [finding] }, zh);
    expect(recordOf(plan).findings).toEqual([{ ...finding, values: { value: "（电话略）" } }]);
  });

  it("a finding that somebody typed over is passed over, the others are kept", async () => {
    const { plan } = await sampleCountyWorkbook();
    const spoilt = typed(plan, "审核结果", ({ value }) => (String(value).startsWith("{") ? "{" : undefined));
    expect(recordOf(spoilt).findings).toEqual([]);
  });

  it("brings its own template along", async () => {
    const { plan } = await sampleCountyWorkbook();
    expect(recordOf(plan).template).toEqual(builtInTemplate);
    const cut = typed(plan, "机读信息", ({ value }) => (String(value).startsWith("{") ? "{" : undefined));
    expect(recordOf(cut)).toMatchObject({ template: null, templateId: builtInTemplate.id });
  });

  it("is refused, with the reason, where it is none of ours or its data is gone", async () => {
    const { plan } = await sampleCountyWorkbook();
    const read = (changed: WorkbookPlan) => readCountyRecord(workbookFromPlan(changed), builtInTemplate);
    expect(read({ ...plan, sheets: [{ name: "Sheet1", cells: [] }] })).toMatchObject({
      ok: false,
      problem: { code: "notCountyWorkbook" },
    });
    expect(read(without(plan, "机读信息"))).toEqual({
      ok: false,
      problem: { code: "damaged", what: "机读信息" },
    });
    expect(read(without(plan, "单位数据"))).toMatchObject({
      ok: false,
      problem: { code: "damaged", what: "单位数据" },
    });
  });
});
