import { isDeepStrictEqual } from "node:util";
import fc from "../tooling/properties";
import { codeText } from "../../src/findings/finding-code";
import { decisionId, type Decision } from "../../src/findings/decisions";
import { decisionsWithState } from "../../src/app/decision-states";
import type { Finding } from "../../src/findings/finding";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { SessionModel } from "../../src/app/session-model";
import { recordOf, zh } from "../county-workbook/sample-workbook";
import { changed, planOf, template } from "../taskpane/a-county";
import { accept, explain, findingOf, give, propose, sessionOf } from "./a-session";

jest.setTimeout(60_000);

const FILE = "台上镇.xlsx";
const withCells = (cells: Parameters<typeof changed>[1]) => changed(planOf("台上镇"), cells);
const codes = (session: SessionModel): string[] =>
  session.assess().findings.map(({ code }) => codeText(code));
const entryOf = (session: SessionModel, form: string, code: string) =>
  session.assess().counted[0]!.forms.get(form)!.lines.get(code)!.current;
const statesOf = (session: SessionModel) =>
  decisionsWithState(session.assess(), session.consolidate()!.findings).map(({ state }) => state);

/** 台上镇 says 167 volunteers, among them 12 of a kind. */
const NUMBER_AS_TEXT = { "关工02!E16": "约12" } as const;

describe("a proposal that was taken", () => {
  const faulty = () => sessionOf({ [FILE]: withCells({ "关工07!E8": "5.2万" }) });
  const taken = (session: SessionModel) => accept(findingOf(session, "D33"), propose("5.2万", 52_000, 9000));

  it("counts, in the lines that are computed from it too, and keeps what the unit wrote", () => {
    const session = faulty();
    const before = Number(entryOf(session, "关工07", "0701").value);
    session.decide(taken(session));
    expect(codes(session)).not.toContain("D33");
    expect(entryOf(session, "关工07", "0702")).toMatchObject({
      value: 9000,
      raw: "5.2万",
      steps: ["repaired"],
    });
    expect(entryOf(session, "关工07", "0701").value).toBe(before - 52_000 + 9000);
    expect(session.consolidate()!.totals.get("0702")?.value).toBe(9000);
    expect(statesOf(session)).toEqual(["applied"]);
  });

  it("is undone to the last finding", () => {
    const session = faulty();
    const before = [session.assess(), session.consolidate()];
    const decision = taken(session);
    session.decide(decision);
    session.withdraw(decisionId(decision));
    expect(isDeepStrictEqual([session.assess(), session.consolidate()], before)).toBe(true);
  });

  it("does not apply where the corrected file says something else, and it is said so", () => {
    const session = faulty();
    session.decide(taken(session));
    give(session, { [FILE]: withCells({ "关工07!E8": "6.1万" }) });
    expect(codes(session)).toContain("D33");
    expect(entryOf(session, "关工07", "0702").value).toBe(61_000);
    expect(statesOf(session)).toEqual(["changed"]);
  });

  it("goes along to the unit's file of another name while the cell says the same", () => {
    const session = faulty();
    session.decide(taken(session));
    session.remove(FILE);
    give(session, { "台上镇（新）.xlsx": withCells({ "关工07!E8": "5.2万" }) });
    expect(entryOf(session, "关工07", "0702").value).toBe(9000);
    expect(statesOf(session)).toEqual(["applied"]);
  });

  it("waits for its file where that was taken out", () => {
    const session = faulty();
    session.decide(taken(session));
    session.remove(FILE);
    give(session, { "青石镇.xlsx": planOf("青石镇") });
    expect(statesOf(session)).toEqual(["gone"]);
  });
});

describe("an explanation by the county", () => {
  const faulty = () => sessionOf({ [FILE]: withCells(NUMBER_AS_TEXT) });

  it("settles the finding: it is a note with the text, and the unit is accepted", () => {
    const session = faulty();
    expect(session.assess().reported[0]!.status).toBe("needsExplanation");
    session.decide(explain(findingOf(session, "D37"), "电话核实，是估计数"));
    expect(findingOf(session, "D37")).toMatchObject({
      class: "note",
      params: { explained: "电话核实，是估计数", explainedBy: "county" },
    });
    expect(session.assess().reported[0]!.status).toBe("accepted");
    expect(statesOf(session)).toEqual(["applied"]);
  });

  it("reopens when the value changes", () => {
    const session = faulty();
    session.decide(explain(findingOf(session, "D37"), "电话核实"));
    give(session, { [FILE]: withCells({ "关工02!E16": "约13" }) });
    expect(findingOf(session, "D37").class).toBe("explain");
    expect(statesOf(session)).toEqual(["changed"]);
  });

  it("holds for the unit's next file while its values stay", () => {
    const session = faulty();
    session.decide(explain(findingOf(session, "D37"), "电话核实"));
    session.remove(FILE);
    give(session, { "台上镇2.xlsx": withCells(NUMBER_AS_TEXT) });
    expect(findingOf(session, "D37").class).toBe("note");
  });

  it("is no use while something must be fixed below it", () => {
    const session = sessionOf({ [FILE]: withCells({ "关工02!E7": "约200" }) });
    session.decide(explain(findingOf(session, "D37"), "属实"));
    expect(findingOf(session, "D37").class).toBe("explain");
    expect(session.assess().reported[0]!.status).toBe("mustFix");
  });
});

describe("a reading that was confirmed", () => {
  const faulty = () => sessionOf({ [FILE]: withCells({ "关工02!E16": "约12", "关工04!E8": "约30" }) });
  const confirmed: Decision = { kind: "confirm", unit: "台上镇", file: FILE, code: "D37" };

  it("holds wherever the file writes so, and the values say who confirmed", () => {
    const session = faulty();
    session.decide(confirmed);
    const readings = session.assess().findings.filter(({ code }) => code === "D37");
    expect(readings.length).toBe(2);
    expect(readings.every((finding) => finding.class === "note")).toBe(true);
    expect(entryOf(session, "关工02", "0210").steps).toEqual(["D37", "confirmed"]);
    expect(statesOf(session)).toEqual(["applied"]);
  });

  it("says nothing of other files", () => {
    const session = faulty();
    session.decide({ ...confirmed, file: "别的.xlsx" });
    expect(findingOf(session, "D37").class).toBe("explain");
    expect(statesOf(session)).toEqual(["gone"]);
  });
});

describe("two files of one unit", () => {
  const two = () => sessionOf({ "甲.xlsx": planOf("台上镇"), "乙.xlsx": withCells({ "关工04!E8": 31 }) });
  const chosen: Decision = { kind: "choose", unit: "台上镇", file: "乙.xlsx", among: ["乙.xlsx", "甲.xlsx"] };

  it("count once one of them was chosen, and the other is kept in sight", () => {
    const session = two();
    expect(session.assess().counted).toEqual([]);
    session.decide(chosen);
    expect(session.assess().counted.map(({ file }) => file)).toEqual(["乙.xlsx"]);
    expect(session.assess().reported).toEqual([
      { unit: "台上镇", file: "乙.xlsx", status: expect.stringMatching(/accepted|mustFix|needs/) },
      { unit: "台上镇", file: "甲.xlsx", status: "setAside" },
    ]);
    expect(findingOf(session, "D10")).toMatchObject({
      class: "note",
      place: { file: "甲.xlsx" },
      params: { variant: "setAside", chosen: "乙.xlsx" },
    });
    expect(statesOf(session)).toEqual(["applied"]);
  });

  it("are asked about again when a third comes in", () => {
    const session = two();
    session.decide(chosen);
    give(session, { "丙.xlsx": planOf("台上镇") });
    expect(session.assess().counted).toEqual([]);
    expect(statesOf(session)).toEqual(["changed"]);
  });

  it("leave the last one to count where the others are taken out", () => {
    const session = two();
    session.decide(chosen);
    session.remove("乙.xlsx");
    expect(session.assess().counted.map(({ file }) => file)).toEqual(["甲.xlsx"]);
    expect(statesOf(session)).toEqual(["gone"]);
  });
});

describe("a choice, next week", () => {
  const OLD = { "甲.xlsx": planOf("台上镇") };
  const NEW = { "乙.xlsx": withCells({ "关工04!E8": 31 }) };
  const chosenSession = () => {
    const session = sessionOf({ ...OLD, ...NEW, "青石镇.xlsx": planOf("青石镇") });
    session.choose("台上镇", "乙.xlsx");
    return session;
  };
  const reopened = (session: SessionModel): SessionModel => {
    const next = new SessionModel({ template });
    next.resume(recordOf(countyWorkbookPlan(session.consolidate()!, zh)));
    return next;
  };
  const filesOf = (session: SessionModel) =>
    session
      .assess()
      .reported.filter(({ unit }) => unit === "台上镇")
      .map(({ file, status }) => `${file} ${status}`);
  const countedOf = (session: SessionModel) =>
    session.assess().counted.find(({ unit }) => unit?.name === "台上镇")?.file;

  it("holds without the files", () => {
    const session = chosenSession();
    expect(filesOf(reopened(session)).sort()).toEqual(filesOf(session).sort());
    expect(statesOf(reopened(session))).toEqual(["applied"]);
  });

  it("is not turned session where only the other file is given again", () => {
    const next = reopened(chosenSession());
    give(next, OLD);
    expect(countedOf(next)).toBe("乙.xlsx");
    expect(filesOf(next)).toContain("甲.xlsx setAside");
    expect(filesOf(next)).toHaveLength(2);
    next.choose("台上镇", "甲.xlsx");
    expect(countedOf(next)).toBe("甲.xlsx");
  });

  it("can be undone once both files are given again", () => {
    const next = reopened(chosenSession());
    give(next, { ...OLD, ...NEW });
    expect(countedOf(next)).toBe("乙.xlsx");
    next.withdraw("choose 台上镇");
    expect(filesOf(next)).toEqual(["乙.xlsx duplicate", "甲.xlsx duplicate"]);
  });

  it("is asked about again where something else comes in under the other file's name", () => {
    const next = reopened(chosenSession());
    give(next, { ...NEW, "甲.xlsx": withCells({ "关工04!E8": 32 }) });
    expect(filesOf(next)).toEqual(["乙.xlsx duplicate", "甲.xlsx duplicate"]);
  });
});

describe("units that the county workbook keeps", () => {
  it("are held back too while something must be fixed in them, and come back", () => {
    const session = sessionOf({
      [FILE]: withCells({ "关工02!E7": 172 }),
      "青石镇.xlsx": planOf("青石镇"),
    });
    const next = new SessionModel({ template });
    next.resume(recordOf(countyWorkbookPlan(session.consolidate()!, zh)));
    const before = next.assess();
    next.setHoldBack(true);
    expect(next.assess().counted.map(({ unit }) => unit?.name)).toEqual(["青石镇"]);
    expect(next.assess().reported).toContainEqual({ unit: "台上镇", file: FILE, status: "heldBack" });
    next.setHoldBack(false);
    expect(next.assess()).toEqual(before);
  });

  it("do not make a repair hold that was about a sheet which their report does not have", () => {
    const session = sessionOf({ [FILE]: planOf("台上镇"), "青石镇.xlsx": planOf("青石镇") });
    const place = { file: "台上镇.csv", sheet: "台上镇", cell: "E7" };
    const finding: Finding = {
      class: "note",
      code: "D31",
      unit: "台上镇",
      place,
      indicator: "0201",
      values: null,
      params: {},
      causes: [],
    };
    session.decide(accept(finding, propose("167", null, 167)));
    const next = new SessionModel({ template });
    next.resume(recordOf(countyWorkbookPlan(session.consolidate()!, zh)));
    expect(statesOf(session)).toEqual(["changed"]);
    expect(statesOf(next)).toEqual(["changed"]);
  });
});

test("the order of decisions never matters, and taking them all back leaves nothing behind", () => {
  const session = sessionOf({
    "甲.xlsx": withCells({ "关工02!E16": "约12", "关工07!E8": "5.2万" }),
    "乙.xlsx": planOf("台上镇"),
    "青石镇.xlsx": changed(planOf("青石镇"), { "关工03!E7": "约7", "关工04!E8": "约30" }),
  });
  const clean = [session.assess(), session.consolidate()];
  const choice: Decision = { kind: "choose", unit: "台上镇", file: "甲.xlsx", among: ["乙.xlsx", "甲.xlsx"] };
  session.decide(choice);
  const decisions: Decision[] = [
    choice,
    accept(findingOf(session, "D33"), propose("5.2万", 52_000, 9000)),
    explain(findingOf(session, "D37", "E16"), "属实"),
    { kind: "confirm", unit: "青石镇", file: "青石镇.xlsx", code: "D37" },
  ];
  session.decide(...decisions);
  const expected = [session.assess(), session.consolidate()];
  fc.assert(
    fc.property(fc.shuffledSubarray(decisions, { minLength: 4 }), (shuffled) => {
      session.withdraw(...decisions.map(decisionId));
      expect(isDeepStrictEqual([session.assess(), session.consolidate()], clean)).toBe(true);
      for (const decision of shuffled) session.decide(decision);
      expect(isDeepStrictEqual([session.assess(), session.consolidate()], expected)).toBe(true);
    }),
    { numRuns: 4 },
  );
});

describe("a figure that the unit gave by telephone", () => {
  const entered = (): SessionModel => {
    const session = sessionOf({ [FILE]: withCells({ "关工02!E16": "见附件" }) });
    const finding = findingOf(session, "D40", "E16");
    const because = { code: "telephone", params: { who: "王主任", day: "2021-01-18" } } as const;
    session.decide(accept(finding, { from: "见附件", was: null, to: 12, because }));
    return session;
  };

  it("is marked as such in the county workbook, and is still there when it is opened again", () => {
    const plan = countyWorkbookPlan(entered().consolidate()!, zh);
    const texts = plan.sheets.flatMap(({ name, cells }) =>
      cells.flatMap(({ value }) => (value === "电话核实" ? name : [])),
    );
    expect(texts).toEqual(expect.arrayContaining(["修改记录", "数据来源"]));
    const again = recordOf(plan);
    expect(again.decisions).toEqual([...entered().decided.values()]);
  });

  it("gives way to the corrected report", () => {
    const session = entered();
    give(session, { [FILE]: withCells({ "关工02!E16": 13 }) });
    expect(session.assess().counted[0]!.forms.get("关工02")!.lines.get("0210")?.current.value).not.toBe(12);
    expect(statesOf(session)).toEqual(["changed"]);
  });
});
