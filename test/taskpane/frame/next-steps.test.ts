import type { SessionView, UnitView } from "../../../src/app/view";
import { nextSteps } from "../../../src/taskpane/frame/next-steps";
import { STATIONS, type Station } from "../../../src/taskpane/stations";
import type { Written } from "../../../src/taskpane/useWriting";

const unit = (name: string, status: UnitView["status"], file: string | null = `${name}.xlsx`): UnitView => ({
  name,
  kind: "T",
  status,
  files: status === "missing" ? [] : [file],
  counts: { mustFix: 0, explain: 0, note: 0 },
  notAtHand: [],
  otherPeriod: [],
  countedAnyway: [],
  returned: false,
  back: null,
});

const session = (units: readonly UnitView[], more: Partial<SessionView> = {}): SessionView => ({
  templateUse: {
    name: "统计表",
    version: 1,
    origin: { kind: "builtIn" },
    since: null,
    instead: null,
    lost: false,
  },
  county: "集安市",
  committee: "集安市关工委",
  period: "2020",
  periodChoice: null,
  lastYearPeriod: null,
  lastPeriod: null,
  deadline: "2021-01-31",
  forms: [],
  unknownForms: [],
  templateMeant: null,
  hasTotals: true,
  templateVersion: 1,
  proposedTemplate: null,
  holdBack: false,
  leftOut: [],
  lookAt: [],
  sameUnits: false,
  withoutLastYear: [],
  units,
  strangers: [],
  reported: units.filter(({ status }) => status !== "missing").length,
  counted: units.filter(({ status }) => status !== "missing").map(({ name }) => name),
  faulty: units.filter(({ status }) => status === "mustFix").map(({ name }) => name),
  findings: [],
  counts: { mustFix: 0, explain: 0, note: 0 },
  decisions: [],
  figures: [],
  passedOver: [],
  counties: [],
  fileDates: {},
  levelUp: null,
  otherLevel: null,
  resumed: null,
  scoring: null,
  ...more,
});

const EMPTY = session([unit("台上镇", "missing")]);
const GOOD = session([unit("台上镇", "accepted"), unit("青石镇", "accepted")]);
const FAULTY = session([unit("台上镇", "mustFix"), unit("青石镇", "accepted")], {
  counts: { mustFix: 1, explain: 0, note: 0 },
});
const OPEN = session([unit("台上镇", "accepted", null), unit("青石镇", "missing")]);
const STRANGER = session([unit("台上镇", "missing")], {
  strangers: [{ file: "通知.xlsx", status: "unknown" }],
});
const NO_PERIOD = { ...GOOD, period: null, hasTotals: false };
const OTHER_FORM = session([unit("台上镇", "missing")], {
  strangers: [{ file: "月报.xlsx", status: "unknown" }],
  unknownForms: [{ title: "月报", files: ["月报.xlsx"], known: null }],
});

const sheets = (of: SessionView, kept: boolean): Written => ({
  kind: "sheets",
  of,
  kept,
  sheets: [],
  own: [],
  hidden: [],
  edits: [],
  outcome: {
    added: [],
    replaced: [],
    removed: [],
    wrongCharts: [],
    wrongCells: [],
    undo: async () => undefined,
    keep: async () => undefined,
  },
});

describe("the next step", () => {
  it.each<[string, Station, SessionView, Written | null, string | null, string | null]>([
    ["nothing has come in", "collect", EMPTY, null, null, null],
    ["nothing has come in", "check", EMPTY, null, "collect", null],
    ["all is good", "collect", GOOD, null, "consolidate", "check"],
    ["all is good", "check", GOOD, null, "consolidate", "collect"],
    ["something must be fixed", "collect", FAULTY, null, "check", "consolidate"],
    ["something must be fixed", "check", FAULTY, null, "toConsolidate", "collect"],
    ["a unit checks itself", "collect", OPEN, null, "check", null],
    ["a unit checks itself", "check", OPEN, null, "recheck", null],
    ["nothing that came belongs to a unit", "collect", STRANGER, null, "check", null],
    ["nothing that came belongs to a unit", "check", STRANGER, null, "collect", null],
    ["only another form has come in", "collect", OTHER_FORM, null, null, null],
    ["nobody knows the year", "consolidate", NO_PERIOD, null, "collect", null],
    ["nothing is written yet", "consolidate", GOOD, null, "consolidate", null],
    ["it is written", "consolidate", GOOD, sheets(GOOD, false), "keep", "undo"],
    ["it is written and kept", "consolidate", GOOD, sheets(GOOD, true), "report", "again"],
    [
      "it is saved",
      "consolidate",
      GOOD,
      { kind: "file", of: GOOD, name: "a.xlsx", kept: false },
      "report",
      "again",
    ],
    ["what is written is out of date", "consolidate", FAULTY, sheets(GOOD, false), "consolidate", null],
    ["nothing has come in", "report", EMPTY, null, "collect", null],
    ["a unit checks itself", "report", OPEN, null, "collect", null],
    ["nothing is written yet", "report", GOOD, null, "saveReport", "toConsolidate"],
    ["it is written and kept", "report", GOOD, sheets(GOOD, true), "saveReport", null],
    ["what is written is out of date", "report", FAULTY, sheets(GOOD, true), "saveReport", "toConsolidate"],
  ])("where %s, at %s", (_, station, view, written, primary, secondary) => {
    expect(nextSteps(station, view, written)).toEqual({ primary, secondary });
  });

  it("is none while nothing is known", () => {
    for (const station of STATIONS) expect(nextSteps(station, null, null).primary).toBeNull();
  });
});
