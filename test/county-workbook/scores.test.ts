/** 考核排名 and 督导评分: what the county types is read back, and holds when a unit reports again. */
import { SessionModel } from "../../src/app/session-model";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { readCountyRecord } from "../../src/county-workbook/read-record";
import { typedScoresIn } from "../../src/county-workbook/typed-scores";
import { codeText } from "../../src/findings/finding-code";
import { sayInReport } from "../../src/locales/report-words";
import type { CountyRecord } from "../../src/consolidation/county-record";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../src/workbook/plan";
import type { Evidence } from "../../src/validation/evidence";
import { ASSESSMENT, copyOf, scored, type Cells } from "../fixtures/assessment";

const EVIDENCE: Evidence = {
  name: "统计表",
  period: "2020",
  units: new Map([
    [
      "台上镇",
      { lines: new Map([["宣传信息", { figure: 3, bound: 7 }]]), vetoes: new Set(["五好率低于70%"]) },
    ],
  ]),
};

function sessionOf(copies: Readonly<Record<string, Cells>>): SessionModel {
  const session = new SessionModel({ template: ASSESSMENT });
  session.take(
    Object.entries(copies).map(([unit, cells]) => ({
      file: `${unit}.xlsx`,
      ok: true,
      workbook: copyOf(unit, cells),
      notices: [],
    })),
  );
  return session;
}

/** What units give themselves, nothing of the county's. */
function selfScored(lost: readonly number[] = []): Cells {
  return Object.fromEntries(Object.entries(scored(lost)).filter(([place]) => !place.startsWith("G")));
}

function written(session: SessionModel): WorkbookPlan {
  return countyWorkbookPlan(session.consolidate()!, sayInReport("zh-CN"));
}

const sheetOf = (plan: WorkbookPlan, name: string): SheetPlan =>
  plan.sheets.find((each) => each.name === name)!;

/** The texts and numbers of a sheet, row by row. */
function rowsOf(plan: WorkbookPlan, name: string): (string | number)[][] {
  const rows = new Map<number, (string | number)[]>();
  for (const { row, value } of sheetOf(plan, name).cells)
    if (typeof value === "string" || typeof value === "number")
      rows.set(row, [...(rows.get(row) ?? []), value]);
  return [...rows.values()];
}

/** The plan with scores typed into 督导评分: by unit and item. */
function withTyped(plan: WorkbookPlan, typed: Readonly<Record<string, number | string>>): WorkbookPlan {
  const sheets = plan.sheets.map((sheet) => {
    if (sheet.name !== "督导评分") return sheet;
    const text = (row: number, column: number): string =>
      String(sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? "");
    const change = (cell: PlanCell): PlanCell => {
      const place = `${text(cell.row, 0)} ${text(cell.row, 1)} ${text(2, cell.column)}`;
      return place in typed ? { ...cell, value: typed[place]! } : cell;
    };
    return { ...sheet, cells: sheet.cells.map(change) };
  });
  return { ...plan, sheets };
}

const allOf = (unit: string): Record<string, number> =>
  Object.fromEntries(ASSESSMENT.scoring!.lines.map(({ name, max }) => [`${unit} ${name} 考核分`, max]));

function recordIn(plan: WorkbookPlan): CountyRecord {
  const read = readCountyRecord(workbookFromPlan(plan), ASSESSMENT);
  if (!read.ok) throw new Error(read.problem.code);
  return read.record;
}

it("has the ranking with grades, where points were lost, and a notice", () => {
  const session = sessionOf({
    台上镇: scored([0, 3]),
    青石镇: scored([0, 1]),
    麻线乡: scored([0, 1]),
    团结街道: scored(),
  });
  const rows = rowsOf(written(session), "考核排名").map((row) => row.join(" "));
  expect(rows).toEqual(
    expect.arrayContaining([
      "乡镇 1 青石镇 99 99 优秀",
      "乡镇 1 麻线乡 99 99 优秀",
      "乡镇 3 台上镇 97 97 优秀",
      "五好创建 15 13.75 91.6666666666667 5 台上镇 −3、青石镇 −1、麻线乡 −1",
      "乡镇：第1名：青石镇、麻线乡（99分）；第3名：台上镇（97分）。",
      "失分较多的项目：五好创建（分值 15 分，平均 13.8 分，3 个单位扣分）。",
    ]),
  );
});

it("reads scores that were typed beside own scores and evidence, and makes the totals again", () => {
  const session = sessionOf({ 台上镇: selfScored([1]), 青石镇: selfScored() });
  const consolidation = { ...session.consolidate()!, evidence: EVIDENCE };
  const plan = countyWorkbookPlan(consolidation, sayInReport("zh-CN"));
  expect(rowsOf(plan, "督导评分")).toEqual(
    expect.arrayContaining([
      ["台上镇", "组织建设", 15, 14, "缺会议记录"],
      ["台上镇", "宣传信息", 10, 10, 3, 7],
    ]),
  );
  const typed = {
    ...allOf("台上镇"),
    "台上镇 宣传信息 考核分": "7分",
    "台上镇 宣传信息 扣分原因": "按采用篇数",
    "青石镇 组织建设 考核分": "很好",
    "青石镇 法治教育 考核分": 6,
  };
  const next = new SessionModel({ template: ASSESSMENT });
  next.resume(recordIn(withTyped(plan, typed)));
  const county = next.consolidate()!;
  const [first] = county.ranking!.filter(({ score }) => score !== null);
  expect(first).toMatchObject({ score: 97, grade: "合格", veto: "五好率低于70%", unit: { name: "台上镇" } });
  expect(county.totals.get("合计[考核分]")!.value).toBeGreaterThan(0);
  const { findings } = next.assess();
  const asked = findings.filter(({ code }) => codeText(code).startsWith("K"));
  expect(
    asked.map(({ code, class: found, unit, place }) => [codeText(code), found, unit, place.sheet]),
  ).toEqual([
    ["K01", "mustFix", "青石镇", "督导评分"],
    ["K01", "mustFix", "青石镇", "督导评分"],
    ["K03", "note", "台上镇", "督导评分"],
  ]);
});

it("keeps the county's scores when the unit reports again, and last year's ranks beside the new ones", () => {
  const plan = withTyped(written(sessionOf({ 台上镇: selfScored([2]) })), {
    ...allOf("台上镇"),
    "台上镇 组织建设 考核分": 12,
  });
  const next = sessionOf({ 台上镇: selfScored([3]) });
  next.resume(recordIn(plan));
  const ranked = next.consolidate()!.ranking!.find(({ unit }) => unit.name === "台上镇");
  expect(ranked).toMatchObject({ self: 97, score: 97, rank: 1 });
  const again = readCountyWorkbook(workbookFromPlan(written(next)));
  if (!again.ok) throw new Error(again.problem.code);
  const { lastYear } = again;
  const following = new SessionModel({ template: ASSESSMENT, lastYear, period: "2021" });
  expect(following.consolidate()!.ranking!.find(({ unit }) => unit.name === "台上镇")!.lastRank).toBe(1);
});

it("takes scores over from the open county workbook before it is written again", () => {
  const session = sessionOf({ 台上镇: selfScored(), 青石镇: scored() });
  const typed = withTyped(written(session), allOf("台上镇"));
  session.takeScores(typedScoresIn(workbookFromPlan(typed), ASSESSMENT)!);
  const ranked = session.consolidate()!.ranking!.filter(({ score }) => score !== null);
  expect(ranked.map(({ unit, rank }) => `${unit.name} ${rank}`)).toEqual(["青石镇 1", "台上镇 1"]);
  expect(rowsOf(written(session), "督导评分")).toContainEqual(["台上镇", "档案制度", 10, 10, 10]);
});
