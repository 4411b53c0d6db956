import { isDeepStrictEqual } from "node:util";
import fc from "../tooling/properties";
import { decisionId, type Decision } from "../../src/findings/decisions";
import { decisionStandings } from "../../src/app/decision-states";
import type { Finding } from "../../src/findings/finding";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { Round } from "../../src/app/session";
import { recordOf, zh } from "../county-workbook/sample-workbook";
import { changed, planOf, template } from "../taskpane/a-county";
import { accept, explain, findingOf, give, propose, roundOf } from "./a-round";

jest.setTimeout(60_000);

const FILE = "台上镇.xlsx";
const withCells = (cells: Parameters<typeof changed>[1]) => changed(planOf("台上镇"), cells);
const codes = (round: Round): string[] => round.assess().findings.map(({ code }) => code);
const entryOf = (round: Round, form: string, code: string) =>
  round.assess().counted[0]!.forms.get(form)!.lines.get(code)!.current;
const statesOf = (round: Round) =>
  decisionStandings(round.assess(), round.consolidate()!.findings).map(({ state }) => state);

/** 台上镇 says 167 volunteers, among them 12 of a kind. */
const NUMBER_AS_TEXT = { "关工02!E16": "约12" } as const;

describe("a proposal that was taken", () => {
  const faulty = () => roundOf({ [FILE]: withCells({ "关工07!E8": "5.2万" }) });
  const taken = (round: Round) => accept(findingOf(round, "D33"), propose("5.2万", 52_000, 9000));

  it("counts, in the lines that are computed from it too, and keeps what the unit wrote", () => {
    const round = faulty();
    const before = Number(entryOf(round, "关工07", "0701").value);
    round.decide(taken(round));
    expect(codes(round)).not.toContain("D33");
    expect(entryOf(round, "关工07", "0702")).toMatchObject({
      value: 9000,
      raw: "5.2万",
      steps: ["repaired"],
    });
    expect(entryOf(round, "关工07", "0701").value).toBe(before - 52_000 + 9000);
    expect(round.consolidate()!.totals.get("0702")?.value).toBe(9000);
    expect(statesOf(round)).toEqual(["applied"]);
  });

  it("is undone to the last finding", () => {
    const round = faulty();
    const before = [round.assess(), round.consolidate()];
    const decision = taken(round);
    round.decide(decision);
    round.withdraw(decisionId(decision));
    expect(isDeepStrictEqual([round.assess(), round.consolidate()], before)).toBe(true);
  });

  it("does not apply where the corrected file says something else, and it is said so", () => {
    const round = faulty();
    round.decide(taken(round));
    give(round, { [FILE]: withCells({ "关工07!E8": "6.1万" }) });
    expect(codes(round)).toContain("D33");
    expect(entryOf(round, "关工07", "0702").value).toBe(61_000);
    expect(statesOf(round)).toEqual(["changed"]);
  });

  it("goes along to the unit's file of another name while the cell says the same", () => {
    const round = faulty();
    round.decide(taken(round));
    round.remove(FILE);
    give(round, { "台上镇（新）.xlsx": withCells({ "关工07!E8": "5.2万" }) });
    expect(entryOf(round, "关工07", "0702").value).toBe(9000);
    expect(statesOf(round)).toEqual(["applied"]);
  });

  it("waits for its file where that was taken out", () => {
    const round = faulty();
    round.decide(taken(round));
    round.remove(FILE);
    give(round, { "青石镇.xlsx": planOf("青石镇") });
    expect(statesOf(round)).toEqual(["gone"]);
  });
});

describe("an explanation by the county", () => {
  const faulty = () => roundOf({ [FILE]: withCells(NUMBER_AS_TEXT) });

  it("settles the finding: it is a note with the text, and the unit is accepted", () => {
    const round = faulty();
    expect(round.assess().reported[0]!.status).toBe("needsExplanation");
    round.decide(explain(findingOf(round, "D37"), "电话核实，是估计数"));
    expect(findingOf(round, "D37")).toMatchObject({
      class: "note",
      params: { explained: "电话核实，是估计数", explainedBy: "county" },
    });
    expect(round.assess().reported[0]!.status).toBe("accepted");
    expect(statesOf(round)).toEqual(["applied"]);
  });

  it("reopens when the value changes", () => {
    const round = faulty();
    round.decide(explain(findingOf(round, "D37"), "电话核实"));
    give(round, { [FILE]: withCells({ "关工02!E16": "约13" }) });
    expect(findingOf(round, "D37").class).toBe("explain");
    expect(statesOf(round)).toEqual(["changed"]);
  });

  it("holds for the unit's next file while its values stay", () => {
    const round = faulty();
    round.decide(explain(findingOf(round, "D37"), "电话核实"));
    round.remove(FILE);
    give(round, { "台上镇2.xlsx": withCells(NUMBER_AS_TEXT) });
    expect(findingOf(round, "D37").class).toBe("note");
  });

  it("is no use while something must be fixed below it", () => {
    const round = roundOf({ [FILE]: withCells({ "关工02!E7": "约200" }) });
    round.decide(explain(findingOf(round, "D37"), "属实"));
    expect(findingOf(round, "D37").class).toBe("explain");
    expect(round.assess().reported[0]!.status).toBe("mustFix");
  });
});

describe("a reading that was confirmed", () => {
  const faulty = () => roundOf({ [FILE]: withCells({ "关工02!E16": "约12", "关工04!E8": "约30" }) });
  const confirmed: Decision = { kind: "confirm", unit: "台上镇", file: FILE, code: "D37" };

  it("holds wherever the file writes so, and the values say who confirmed", () => {
    const round = faulty();
    round.decide(confirmed);
    const readings = round.assess().findings.filter(({ code }) => code === "D37");
    expect(readings.length).toBe(2);
    expect(readings.every((finding) => finding.class === "note")).toBe(true);
    expect(entryOf(round, "关工02", "0210").steps).toEqual(["D37", "confirmed"]);
    expect(statesOf(round)).toEqual(["applied"]);
  });

  it("says nothing of other files", () => {
    const round = faulty();
    round.decide({ ...confirmed, file: "别的.xlsx" });
    expect(findingOf(round, "D37").class).toBe("explain");
    expect(statesOf(round)).toEqual(["gone"]);
  });
});

describe("two files of one unit", () => {
  const two = () => roundOf({ "甲.xlsx": planOf("台上镇"), "乙.xlsx": withCells({ "关工04!E8": 31 }) });
  const chosen: Decision = { kind: "choose", unit: "台上镇", file: "乙.xlsx", among: ["乙.xlsx", "甲.xlsx"] };

  it("count once one of them was chosen, and the other is kept in sight", () => {
    const round = two();
    expect(round.assess().counted).toEqual([]);
    round.decide(chosen);
    expect(round.assess().counted.map(({ file }) => file)).toEqual(["乙.xlsx"]);
    expect(round.assess().reported).toEqual([
      { unit: "台上镇", file: "乙.xlsx", status: expect.stringMatching(/accepted|mustFix|needs/) },
      { unit: "台上镇", file: "甲.xlsx", status: "setAside" },
    ]);
    expect(findingOf(round, "D10")).toMatchObject({
      class: "note",
      place: { file: "甲.xlsx" },
      params: { variant: "setAside", chosen: "乙.xlsx" },
    });
    expect(statesOf(round)).toEqual(["applied"]);
  });

  it("are asked about again when a third comes in", () => {
    const round = two();
    round.decide(chosen);
    give(round, { "丙.xlsx": planOf("台上镇") });
    expect(round.assess().counted).toEqual([]);
    expect(statesOf(round)).toEqual(["changed"]);
  });

  it("leave the last one to count where the others are taken out", () => {
    const round = two();
    round.decide(chosen);
    round.remove("乙.xlsx");
    expect(round.assess().counted.map(({ file }) => file)).toEqual(["甲.xlsx"]);
    expect(statesOf(round)).toEqual(["gone"]);
  });
});

describe("a choice, next week", () => {
  const OLD = { "甲.xlsx": planOf("台上镇") };
  const NEW = { "乙.xlsx": withCells({ "关工04!E8": 31 }) };
  const chosenRound = () => {
    const round = roundOf({ ...OLD, ...NEW, "青石镇.xlsx": planOf("青石镇") });
    round.choose("台上镇", "乙.xlsx");
    return round;
  };
  const reopened = (round: Round): Round => {
    const next = new Round({ template, reader: { read: async () => [], close: async () => undefined } });
    next.resume(recordOf(countyWorkbookPlan(round.consolidate()!, zh)));
    return next;
  };
  const filesOf = (round: Round) =>
    round
      .assess()
      .reported.filter(({ unit }) => unit === "台上镇")
      .map(({ file, status }) => `${file} ${status}`);
  const countedOf = (round: Round) =>
    round.assess().counted.find(({ unit }) => unit?.name === "台上镇")?.file;

  it("holds without the files", () => {
    const round = chosenRound();
    expect(filesOf(reopened(round)).sort()).toEqual(filesOf(round).sort());
    expect(statesOf(reopened(round))).toEqual(["applied"]);
  });

  it("is not turned round where only the other file is given again", () => {
    const next = reopened(chosenRound());
    give(next, OLD);
    expect(countedOf(next)).toBe("乙.xlsx");
    expect(filesOf(next)).toContain("甲.xlsx setAside");
    expect(filesOf(next)).toHaveLength(2);
    next.choose("台上镇", "甲.xlsx");
    expect(countedOf(next)).toBe("甲.xlsx");
  });

  it("can be undone once both files are given again", () => {
    const next = reopened(chosenRound());
    give(next, { ...OLD, ...NEW });
    expect(countedOf(next)).toBe("乙.xlsx");
    next.withdraw("choose 台上镇");
    expect(filesOf(next)).toEqual(["乙.xlsx duplicate", "甲.xlsx duplicate"]);
  });

  it("is asked about again where something else comes in under the other file's name", () => {
    const next = reopened(chosenRound());
    give(next, { ...NEW, "甲.xlsx": withCells({ "关工04!E8": 32 }) });
    expect(filesOf(next)).toEqual(["乙.xlsx duplicate", "甲.xlsx duplicate"]);
  });
});

describe("units that the county workbook keeps", () => {
  it("are held back too while something must be fixed in them, and come back", () => {
    const round = roundOf({
      [FILE]: withCells({ "关工02!E7": 172 }),
      "青石镇.xlsx": planOf("青石镇"),
    });
    const next = new Round({ template, reader: { read: async () => [], close: async () => undefined } });
    next.resume(recordOf(countyWorkbookPlan(round.consolidate()!, zh)));
    const before = next.assess();
    next.setHoldBack(true);
    expect(next.assess().counted.map(({ unit }) => unit?.name)).toEqual(["青石镇"]);
    expect(next.assess().reported).toContainEqual({ unit: "台上镇", file: FILE, status: "heldBack" });
    next.setHoldBack(false);
    expect(next.assess()).toEqual(before);
  });

  it("do not make a repair hold that was about a sheet which their report does not have", () => {
    const round = roundOf({ [FILE]: planOf("台上镇"), "青石镇.xlsx": planOf("青石镇") });
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
    round.decide(accept(finding, propose("167", null, 167)));
    const next = new Round({ template, reader: { read: async () => [], close: async () => undefined } });
    next.resume(recordOf(countyWorkbookPlan(round.consolidate()!, zh)));
    expect(statesOf(round)).toEqual(["changed"]);
    expect(statesOf(next)).toEqual(["changed"]);
  });
});

test("the order of decisions never matters, and taking them all back leaves nothing behind", () => {
  const round = roundOf({
    "甲.xlsx": withCells({ "关工02!E16": "约12", "关工07!E8": "5.2万" }),
    "乙.xlsx": planOf("台上镇"),
    "青石镇.xlsx": changed(planOf("青石镇"), { "关工03!E7": "约7", "关工04!E8": "约30" }),
  });
  const clean = [round.assess(), round.consolidate()];
  const choice: Decision = { kind: "choose", unit: "台上镇", file: "甲.xlsx", among: ["乙.xlsx", "甲.xlsx"] };
  round.decide(choice);
  const decisions: Decision[] = [
    choice,
    accept(findingOf(round, "D33"), propose("5.2万", 52_000, 9000)),
    explain(findingOf(round, "D37", "E16"), "属实"),
    { kind: "confirm", unit: "青石镇", file: "青石镇.xlsx", code: "D37" },
  ];
  round.decide(...decisions);
  const expected = [round.assess(), round.consolidate()];
  fc.assert(
    fc.property(fc.shuffledSubarray(decisions, { minLength: 4 }), (shuffled) => {
      round.withdraw(...decisions.map(decisionId));
      expect(isDeepStrictEqual([round.assess(), round.consolidate()], clean)).toBe(true);
      for (const decision of shuffled) round.decide(decision);
      expect(isDeepStrictEqual([round.assess(), round.consolidate()], expected)).toBe(true);
    }),
    { numRuns: 4 },
  );
});
