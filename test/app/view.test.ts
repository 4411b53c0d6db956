import type { Finding } from "../../src/findings/finding";
import { assess } from "../../src/app/assess";
import { viewSession, type SessionState } from "../../src/app/view-session";
import { createValidator } from "../../src/validation/validator";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { faulty, planOf, template } from "../taskpane/a-county";

const task = {
  template,
  validator: createValidator(template),
  lastYear: null,
  holdBack: false,
  record: null,
};

function stateOf(...plans: ReturnType<typeof planOf>[]): SessionState {
  const sources = plans.map((plan, i) => ({
    file: `${i}.xlsx`,
    ok: true as const,
    workbook: workbookFromPlan(plan),
    notices: [],
  }));
  return {
    template,
    assessment: assess(sources, task),
    consolidation: null,
    lastYearPeriod: null,
    holdBack: false,
    textAt: () => "172",
  };
}

const finding = (more: Partial<Finding>): Finding => ({
  class: "explain",
  code: "D37",
  unit: "台上镇",
  place: { file: "0.xlsx", sheet: "关工02", cell: "E7" },
  indicator: "0201",
  values: null,
  params: {},
  causes: [],
  ...more,
});

function viewed(...findings: Finding[]) {
  const state = stateOf(planOf("台上镇"));
  return viewSession({ ...state, assessment: { ...state.assessment, findings } });
}

describe("the view of a session", () => {
  it("tells for every unit of the register how far it has come", () => {
    const { units, reported, counted, faulty: wrong } = viewSession(stateOf(planOf("青石镇"), faulty()));
    expect(units.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "青石镇 accepted",
      "台上镇 mustFix",
      "市教育局 missing",
      "市公安局 missing",
    ]);
    expect([reported, counted, wrong]).toEqual([2, ["青石镇", "台上镇"], ["台上镇"]]);
  });

  it("counts as reported what could be read, says why others do not count, and has chosen files at hand", () => {
    const good = {
      file: "青石镇.xlsx",
      ok: true as const,
      workbook: workbookFromPlan(planOf("青石镇")),
      notices: [],
    };
    const bad = { file: "台上镇.xlsx", ok: false as const, error: { code: "F02" as const, params: {} } };
    const view = viewSession({ ...stateOf(), assessment: assess([good, bad], task) });
    expect(view.reported).toBe(1);
    expect(view.units.flatMap(({ notAtHand }) => notAtHand)).toEqual([]);
    expect(view.leftOut).toEqual([
      { why: "missing", units: ["市教育局", "市公安局"] },
      { why: "unreadable", units: ["台上镇"] },
    ]);
  });

  it("weighs a finding by the gravest that it brings about, and counts it once", () => {
    const { findings, counts, units } = viewed(
      finding({ causes: [finding({ class: "note", causes: [finding({ class: "mustFix" })] })] }),
    );
    expect(findings[0]!.weight).toBe("mustFix");
    expect(counts).toEqual({ mustFix: 1, explain: 0, note: 0 });
    expect(units.find(({ name }) => name === "台上镇")!.counts).toEqual(counts);
  });

  it("quotes what stands in a line's cell", () => {
    expect(viewed(finding({})).findings[0]!.raw).toBe("172");
  });

  it("quotes what the finding itself says of the cell, where that is masked too", () => {
    expect(viewed(finding({ params: { raw: "***" } })).findings[0]!.raw).toBe("***");
    expect(viewed(finding({ params: { raw: null } })).findings[0]!.raw).toBeNull();
  });

  it("never looks into a list's cell, which may hold a name", () => {
    expect(viewed(finding({ indicator: null })).findings[0]!.raw).toBeNull();
  });

  it("can be posted between threads", () => {
    const view = viewSession(stateOf(faulty()));
    expect(structuredClone(view)).toEqual(view);
  });
});
