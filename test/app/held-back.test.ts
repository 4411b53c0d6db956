import { SessionModel } from "../../src/app/session-model";
import { viewSession } from "../../src/app/view-session";
import { builtInTemplate } from "../../src/template/builtin";
import { toA1 } from "../../src/workbook/address";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { changed, planOf } from "../taskpane/a-county";
import { give } from "./a-session";

const office = builtInTemplate.units.find(({ kind }) => kind === "H")!.name;
const names = ["台上镇", "青石镇", office];
const template = {
  ...builtInTemplate,
  units: builtInTemplate.units.filter(({ name }) => names.includes(name)),
};

/** The county's own report with the articles that it printed (0906): more than the units say they sent is C06. */
function printed(articles: number): WorkbookPlan {
  const plan = planOf(office);
  const sheet = plan.sheets.find(({ name }) => name === "关工09")!;
  const { row } = sheet.cells.find(({ value }) => value === "0906")!;
  return changed(plan, { [`关工09!${toA1(row, 4)}`]: articles });
}

function session(holdBack: boolean, own = printed(9999)): SessionModel {
  const model = new SessionModel({ template, holdBack });
  const plans = names.map((name) => [`${name}.xlsx`, name === office ? own : planOf(name)] as const);
  give(model, Object.fromEntries(plans));
  return model;
}

function seen(model: SessionModel) {
  const assessment = model.assess();
  const consolidation = model.consolidate();
  const view = viewSession({
    template,
    assessment,
    consolidation,
    lastYearPeriod: null,
    holdBack: true,
    textAt: () => null,
  });
  const { faulty, counted, leftOut } = view;
  const named = consolidation!.findings.filter(({ code }) => code === "C06");
  return { faulty, counted, leftOut, said: named.map(({ class: found, unit }) => [found, unit]) };
}

describe("a unit that a rule of the county names", () => {
  it("is listed among those with errors, and counts as long as nobody holds them back", () => {
    const { faulty, counted, said } = seen(session(false));
    expect(said).toEqual([["mustFix", office]]);
    expect(faulty).toEqual([office]);
    expect(counted).toContain(office);
  });

  it("waits with them where they are held back, and what it is about is still said, once", () => {
    const { faulty, counted, leftOut, said } = seen(session(true));
    expect(said).toEqual([["mustFix", office]]);
    expect(faulty).toEqual([office]);
    expect([...counted].sort()).toEqual(["台上镇", "青石镇"]);
    expect(leftOut).toEqual([{ why: "heldBack", units: [office] }]);
  });

  it("counts again once it is corrected", () => {
    const { faulty, counted, leftOut, said } = seen(session(true, printed(1)));
    expect([faulty, leftOut, said]).toEqual([[], [], []]);
    expect(counted).toContain(office);
  });
});
