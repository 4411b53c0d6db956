import { codeText } from "../../src/findings/finding-code";
import { decisionId, type SendBack } from "../../src/findings/decisions";
import { returnProgress } from "../../src/consolidation/returned";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { SHEETS } from "../../src/county-layout/sheet-names";
import { decisionsWithState } from "../../src/app/decision-states";
import { SessionModel } from "../../src/app/session-model";
import { contentHash } from "../../src/workbook/content-hash";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { recordOf, zh } from "../county-workbook/sample-workbook";
import { sheetOf } from "../county-workbook/seen";
import { changed, planOf, template } from "../taskpane/a-county";
import { accept, explain, findingOf, give, sessionOf } from "./a-session";

jest.setTimeout(60_000);

const FILE = "台上镇.xlsx";
const TWO_FAULTS = { "关工02!E7": 172, "关工03!E7": "约7" } as const;
const ANOTHER = { ...TWO_FAULTS, "关工03!E8": 3 } as const;
const withCells = (cells: Parameters<typeof changed>[1]) => changed(planOf("台上镇"), cells);
const faultySession = () => sessionOf({ [FILE]: withCells(TWO_FAULTS), "青石镇.xlsx": planOf("青石镇") });

function standing(session: SessionModel) {
  const { decisions, reported, findings } = { ...session.assess(), ...session.consolidate()! };
  const [back] = returnProgress({ decisions: decisions ?? [], reported, findings });
  return (
    back && { ...back, points: back.points.map(({ finding, state }) => `${codeText(finding.code)} ${state}`) }
  );
}

const countyOf = (session: SessionModel): WorkbookPlan => countyWorkbookPlan(session.consolidate()!, zh);

/** Next week: the county workbook alone. */
function reopened(session: SessionModel): SessionModel {
  const next = new SessionModel({ template });
  next.resume(recordOf(countyOf(session)));
  return next;
}

const textsIn = (session: SessionModel, sheet: string): string[] =>
  sheetOf(countyOf(session), sheet).cells.map(({ value }) => String(value ?? ""));

describe("a report that went back", () => {
  it("waits with what was asked, until a file comes in which something else stands", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    expect(standing(session)).toMatchObject({
      unit: "台上镇",
      day: "2021-01-18",
      times: 1,
      state: "waiting",
      points: ["R05 stands", "D37 stands"],
    });
    give(session, { [FILE]: withCells(TWO_FAULTS) });
    expect(standing(session)?.state).toBe("waiting");
    give(session, { [FILE]: withCells({ "关工03!E7": "约7" }) });
    expect(standing(session)).toMatchObject({ state: "resent", points: ["R05 mended", "D37 stands"] });
  });

  it("counts as explained where the county settled a point meanwhile", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    session.decide(explain(findingOf(session, "D37"), "电话核实"));
    give(session, { [FILE]: withCells({ ...TWO_FAULTS, "关工02!E7": 173 }) });
    expect(standing(session)?.points).toEqual(["R05 stands", "D37 settled"]);
  });

  it("keeps what was repaired in it, in the file that came in its place too", () => {
    const session = sessionOf({ [FILE]: withCells({ ...TWO_FAULTS, "关工07!E8": "5.2万" }) });
    session.decide(accept(findingOf(session, "D33")));
    session.sendBack(["台上镇"], "2021-01-18");
    give(session, { "台上镇（改）.xlsx": withCells({ "关工07!E8": "5.2万" }) });
    const donated = () => session.consolidate()!.totals.get("0702")?.value;
    expect(session.assess().counted.map(({ file }) => file)).toEqual(["台上镇（改）.xlsx"]);
    expect(
      session.assess().findings.filter(({ code, class: of }) => code === "D33" && of !== "note"),
    ).toEqual([]);
    expect(donated()).toBe(52000);
    session.withdraw(
      ...session
        .assess()
        .decisions.filter(({ kind }) => kind === "accept")
        .map(decisionId),
    );
    expect(session.consolidate()!.findings.map(({ code }) => code)).toContain("D33");
  });

  it("says that a repair does not hold where the file that came in its place has another number", () => {
    const session = sessionOf({ [FILE]: withCells({ ...TWO_FAULTS, "关工07!E8": "5.2万" }) });
    session.decide(accept(findingOf(session, "D33")));
    session.sendBack(["台上镇"], "2021-01-18");
    give(session, { "台上镇（改）.xlsx": planOf("台上镇") });
    const states = decisionsWithState(session.assess(), session.consolidate()!.findings);
    expect(states.map(({ decision, state }) => `${decision.kind} ${state}`)).toEqual([
      "accept changed",
      "sendBack changed",
    ]);
  });

  it("is told nothing of that it no longer shows, while it and another version of it both wait to be chosen", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    const [back] = session.assess().decisions as SendBack[];
    const another = { file: "台上镇副本.xlsx", mark: contentHash(workbookFromPlan(withCells(ANOTHER))) };
    session.decide({
      ...back!,
      sent: [...back!.sent, another],
      asked: [...back!.asked, { ...back!.asked[0]!, code: "P10" }],
    });
    give(session, { "台上镇副本.xlsx": withCells(ANOTHER) });
    expect(standing(session)).toMatchObject({
      state: "waiting",
      points: ["R05 stands", "D37 stands", "P10 unknown"],
    });
  });

  it("is told nothing good of while what came cannot be read", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    session.remove(FILE);
    session.take([{ file: "台上镇.xls", ok: false, error: { code: "D06", params: {} } }]);
    expect(standing(session)).toMatchObject({ state: "resent", points: ["R05 unknown", "D37 unknown"] });
  });

  it("went back once where its papers were only made anew, twice where something came between", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    session.sendBack(["台上镇"], "2021-01-19");
    expect(standing(session)).toMatchObject({ day: "2021-01-18", times: 1 });
    give(session, { [FILE]: withCells({ "关工03!E7": "约8" }) });
    session.sendBack(["台上镇"], "2021-01-22");
    expect(standing(session)).toMatchObject({ day: "2021-01-22", times: 2, state: "waiting" });
    give(session, { [FILE]: withCells(TWO_FAULTS) });
    expect(standing(session)?.state).toBe("waiting");
  });

  it("is as if it had never been, once that is taken back", () => {
    const session = faultySession();
    const before = session.consolidate();
    session.sendBack(["台上镇"], "2021-01-18");
    session.withdraw(...session.assess().decisions.map(decisionId));
    expect(session.consolidate()).toEqual(before);
  });
});

describe("next week, from the county workbook", () => {
  it("it still waits, whether the old file is given again or not", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    const next = reopened(session);
    expect(standing(next)).toEqual(standing(session));
    expect(countyOf(next)).toEqual(countyOf(session));
    give(next, { [FILE]: withCells(TWO_FAULTS) });
    expect(standing(next)?.state).toBe("waiting");
    give(next, { [FILE]: planOf("台上镇") });
    expect(standing(next)).toMatchObject({ state: "resent", points: ["R05 mended", "D37 mended"] });
  });

  it("a report that is returned only then is known when it is given again", () => {
    const next = reopened(faultySession());
    next.sendBack(["台上镇"], "2021-01-25");
    give(next, { [FILE]: withCells(TWO_FAULTS) });
    expect(standing(next)?.state).toBe("waiting");
  });

  it("what was returned today is not forgotten over what was returned last week", () => {
    const first = faultySession();
    first.sendBack(["台上镇"], "2021-01-18");
    const today = faultySession();
    today.sendBack(["台上镇"], "2021-01-25");
    today.resume(recordOf(countyOf(first)));
    expect(standing(today)?.day).toBe("2021-01-25");
  });

  it("the report that came again stays in its place, also where the whole folder is given once more", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    give(session, { "台上镇（改）.xlsx": withCells({ "关工03!E7": "约7" }) });
    const next = reopened(session);
    expect(standing(next)).toEqual(standing(session));
    give(next, { [FILE]: withCells(TWO_FAULTS) });
    const talks = (of: SessionModel) => of.assess().counted.find(({ unit }) => unit?.name === "台上镇")?.file;
    expect(talks(next)).toBe("台上镇（改）.xlsx");
    expect(standing(next)).toEqual(standing(session));
    expect(next.assess().reported.filter(({ unit }) => unit === "台上镇")).toEqual(
      session.assess().reported.filter(({ unit }) => unit === "台上镇"),
    );
    give(next, { "台上镇（改）.xlsx": withCells({ "关工03!E7": "约7" }) });
    expect(standing(next)).toEqual(standing(session));
    expect(next.assess().counted).toHaveLength(2);
  });

  it("the old report counts on where only something unreadable came since, also when it is given again", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    session.take([{ file: "台上镇（改）.xls", ok: false, error: { code: "D06", params: {} } }]);
    const next = reopened(session);
    give(next, { [FILE]: withCells(TWO_FAULTS) });
    expect(next.assess().findings.filter(({ code }) => code === "D10")).toEqual([]);
    expect(next.assess().counted.map(({ file }) => file)).toContain(FILE);
  });

  it("holds where old and new bear the same name", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    give(session, { [FILE]: planOf("台上镇") });
    const next = reopened(session);
    give(next, { [FILE]: withCells(TWO_FAULTS) });
    expect(next.assess().reported.filter(({ unit }) => unit === "台上镇")).toEqual([
      { unit: "台上镇", file: FILE, status: "accepted" },
      { unit: "台上镇", file: FILE, status: "setAside" },
    ]);
    expect(standing(next)).toMatchObject({ state: "resent", points: ["R05 mended", "D37 mended"] });
  });

  it("is not told as settled where the sheet of the findings was deleted", () => {
    const session = sessionOf({ [FILE]: withCells({ ...TWO_FAULTS, "关工07!E8": "5.2万" }) });
    session.decide(accept(findingOf(session, "D33")));
    session.sendBack(["台上镇"], "2021-01-18");
    const plan = countyOf(session);
    const next = new SessionModel({ template });
    next.resume(recordOf({ ...plan, sheets: plan.sheets.filter(({ name }) => name !== SHEETS.findings) }));
    expect(next.assess().reported).toEqual([{ unit: "台上镇", file: FILE, status: "mustFix" }]);
    expect(new Set(standing(next)!.points.map((point) => point.split(" ")[1]))).toEqual(new Set(["unknown"]));
  });

  it("says on paper who was returned when, for what, and what became of it", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    expect(textsIn(session, "上报情况")).toContain("2021 年 1 月 18 日退回 2 处，还没有重报");
    give(session, { [FILE]: withCells({ "关工03!E7": "约7" }) });
    expect(textsIn(session, "上报情况")).toContain(
      "2021 年 1 月 18 日退回 2 处，已重报：改好 1 处，已说明或处理 0 处，还有 1 处没改",
    );
    expect(textsIn(session, "修改记录")).toEqual(
      expect.arrayContaining([
        "退回",
        "已重报：台上镇.xlsx",
        "2021 年 1 月 18 日退回，要改正或说明 2 处：关工02!E7、关工03!E7",
      ]),
    );
  });

  it("keeps no names of the roster and no telephone number of what was asked", () => {
    const session = sessionOf({
      [FILE]: withCells({ "L7五老名册!C6": "王秘密", "关工03!E7": "13800138000" }),
    });
    session.sendBack(["台上镇"], "2021-01-18");
    expect(standing(session)!.points.length).toBeGreaterThan(1);
    expect(textsIn(session, "修改记录").join()).not.toMatch(/王秘密|13800138000/);
  });

  it("remembers however much was asked", () => {
    const session = faultySession();
    session.sendBack(["台上镇"], "2021-01-18");
    const [sent] = session.assess().decisions;
    if (sent?.kind !== "sendBack") throw new Error("not sent back");
    const asked = Array.from({ length: 300 }, (_, i) => ({
      ...sent.asked[0]!,
      place: { ...sent.asked[0]!.place, cell: `E${i}` },
    }));
    session.decide({ ...sent, asked });
    expect(standing(reopened(session))?.points).toHaveLength(300);
  });
});
