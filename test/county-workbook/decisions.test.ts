import { isDeepStrictEqual } from "node:util";
import { decisionId, type Decision } from "../../src/findings/decisions";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { decisionsWithState } from "../../src/app/decision-states";
import { SessionModel } from "../../src/app/session-model";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { accept, explain, findingOf, give, sessionOf } from "../app/a-session";
import { changed, lastYearPlan, planOf, template } from "../taskpane/a-county";
import { recordOf, zh } from "./sample-workbook";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { figure, sheetOf } from "./seen";

jest.setTimeout(60_000);

/** A sum that somebody worked out in the cell, of which the right value comes. */
const talks = sheetOf(planOf("青石镇"), "关工04").cells.find(({ row, column }) => row === 7 && column === 4)!
  .value as number;
const WORKED_OUT = `${talks - 1}+1`;

const FILES = {
  "台上镇.xlsx": changed(planOf("台上镇"), { "关工02!E16": "约12", "关工07!E8": "5.2万" }),
  "青石镇.xlsx": changed(planOf("青石镇"), { "关工03!E7": "约7", "关工04!E8": WORKED_OUT }),
  "市公安局（旧）.xlsx": planOf("市公安局"),
  "市公安局.xlsx": changed(planOf("市公安局"), { "关工05!E8": 3 }),
} as const;

const lastYear = () => {
  const county = readCountyWorkbook(workbookFromPlan(lastYearPlan()));
  return county.ok ? county.lastYear : null;
};

function aSession(): SessionModel {
  const session = sessionOf(FILES);
  session.setLastYear(lastYear());
  return session;
}

/** One decision of each kind. */
function decisionsIn(session: SessionModel): Decision[] {
  const { place, unit } = findingOf(session, "D37", "E7");
  const files = ["市公安局.xlsx", "市公安局（旧）.xlsx"];
  return [
    accept(findingOf(session, "D33")),
    accept(findingOf(session, "D39")),
    explain(findingOf(session, "D37", "E16"), "电话核实：确是估计数，王主任 13800138000"),
    { kind: "confirm", unit, file: place.file, code: "D37" },
    { kind: "choose", unit: "市公安局", file: "市公安局.xlsx", among: files },
  ];
}

function decidedSession(): { session: SessionModel; decisions: Decision[] } {
  const session = aSession();
  const decisions = decisionsIn(session);
  session.decide(...decisions);
  return { session, decisions };
}

const countyOf = (session: SessionModel): WorkbookPlan => countyWorkbookPlan(session.consolidate()!, zh);

function reopened(plan: WorkbookPlan): SessionModel {
  const session = new SessionModel({ template });
  session.resume(recordOf(plan));
  return session;
}

/** The row's texts, of which one is this. */
function rowWith(plan: WorkbookPlan, text: string): string[] {
  const { cells } = sheetOf(plan, "修改记录");
  const found = cells.find(({ value }) => String(value) === text)!;
  return cells
    .filter(({ row, column }) => row === found.row && column < 10)
    .map(({ value }) => String(value ?? ""));
}

describe("修改记录", () => {
  it("says what was changed, where, from what, to what and why", () => {
    const plan = countyOf(decidedSession().session);
    expect(rowWith(plan, WORKED_OUT).slice(1)).toEqual([
      "按建议修改",
      "青石镇",
      expect.stringMatching(/^04\d\d /),
      "青石镇.xlsx",
      "关工04",
      "E8",
      WORKED_OUT,
      String(talks),
      expect.stringContaining(`${talks - 1}、1`),
    ]);
    expect(rowWith(plan, "选定文件")).toEqual(expect.arrayContaining(["市公安局", "市公安局.xlsx"]));
    expect(rowWith(plan, "确认读法")).toEqual(expect.arrayContaining(["青石镇", "约数照写的数读取"]));
  });

  it("marks the value in 数据来源 as repaired, with the text that the unit wrote", () => {
    const { cells } = sheetOf(countyOf(decidedSession().session), "数据来源");
    const { row } = cells.find(({ value }) => value === WORKED_OUT)!;
    const texts = cells.filter((cell) => cell.row === row).map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining([WORKED_OUT, talks, "汇总时按采用的建议修改"]));
  });

  it("is there, and says so, where nothing was changed", () => {
    const { cells } = sheetOf(countyOf(aSession()), "修改记录");
    expect(cells.map(({ value }) => value)).toContain("没有作过修改。");
  });

  it("holds no telephone number, whoever typed one", () => {
    const plan = countyOf(decidedSession().session);
    expect(JSON.stringify(sheetOf(plan, "修改记录"))).not.toContain("13800138000");
  });
});

describe("opened again next week", () => {
  it("every decision holds, and the county workbook comes out as it was", () => {
    const { session } = decidedSession();
    const plan = countyOf(session);
    const again = reopened(plan);
    expect(
      decisionsWithState(again.assess(), again.consolidate()!.findings).map(({ state }) => state),
    ).toEqual(
      decisionsWithState(session.assess(), session.consolidate()!.findings).map(({ state }) => state),
    );
    const county = countyOf(again);
    // Jest's own comparison of whole workbooks takes too long to tell more.
    for (const { name } of plan.sheets)
      expect([name, isDeepStrictEqual(sheetOf(county, name), sheetOf(plan, name))]).toEqual([name, true]);
  });

  it("a repair is taken back without the unit's file: value, computed lines, finding and state", () => {
    const { session, decisions } = decidedSession();
    const again = reopened(countyOf(session));
    again.withdraw(decisionId(decisions[1]!));
    session.withdraw(decisionId(decisions[1]!));
    const [now, wanted] = [countyOf(again), countyOf(session)];
    for (const code of ["0402", "0401", "0701", "0702"])
      expect([code, figure(now, "单位数据", "青石镇", code)]).toEqual([
        code,
        figure(wanted, "单位数据", "青石镇", code),
      ]);
    expect(findingOf(again, "D39")).toMatchObject({ class: "explain", unit: "青石镇" });
    expect(figure(now, "上报情况", "青石镇", "状态")).toBe(figure(wanted, "上报情况", "青石镇", "状态"));
  });

  it("an explanation and a confirmation are taken back, and the findings are open again", () => {
    const { session, decisions } = decidedSession();
    const again = reopened(countyOf(session));
    again.withdraw(...decisions.map(decisionId));
    expect(findingOf(again, "D37", "E16").class).toBe("explain");
    expect(findingOf(again, "D37", "E7").class).toBe("explain");
  });

  it("the files come again, and what was decided holds for them", () => {
    const { session } = decidedSession();
    const again = reopened(countyOf(session));
    give(again, FILES);
    expect(isDeepStrictEqual(again.assess().counted, session.assess().counted)).toBe(true);
    expect(again.assess().reported).toEqual(session.assess().reported);
  });

  it("a row that somebody typed over is passed over, the others hold", () => {
    const { session } = decidedSession();
    const plan = countyOf(session);
    const spoilt: WorkbookPlan = {
      ...plan,
      sheets: plan.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) =>
          sheet.name === "修改记录" && String(cell.value).startsWith('{"kind":"explain"')
            ? { ...cell, value: "{" }
            : cell,
        ),
      })),
    };
    expect(
      recordOf(spoilt)
        .decisions.map(({ kind }) => kind)
        .sort(),
    ).toEqual(["accept", "accept", "choose", "confirm"]);
  });
});
