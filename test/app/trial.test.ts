import { codeText } from "../../src/findings/finding-code";
import type { ReadResult } from "../../src/ports/ports";
import { SessionModel } from "../../src/app/session-model";
import type { Trial, TriedRule } from "../../src/app/trial";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { builtInTemplate } from "../../src/template/builtin";
import type { Template } from "../../src/template/template";
import { plainRule } from "../../src/template/workbook/rule-lines";
import { countyWorkbookOf2019, submissionsOf, workbookOf } from "../samples/made-once";

const results: readonly ReadResult[] = submissionsOf(2020).map(({ name, plan }) => ({
  file: name,
  ok: true,
  workbook: workbookOf(plan),
  notices: [],
}));

const county = readCountyWorkbook(workbookOf(countyWorkbookOf2019()));

/** The whole sample county under the built-in template, last year known. */
function collected(): SessionModel {
  const session = new SessionModel({ template: builtInTemplate });
  session.take(results);
  if (county.ok) session.setLastYear(county.lastYear);
  return session;
}

const session = collected();
const withRule = (number: string, relation: string): Template => ({
  ...builtInTemplate,
  version: 2,
  rules: [...builtInTemplate.rules, plainRule({ number, forms: "", relation })],
});
const ruleOf = ({ rules }: Trial, number: string): TriedRule => rules.find((rule) => rule.number === number)!;

describe("trying out a template over what was collected", () => {
  it("finds nothing new with the template in use", () => {
    const trial = session.tryOut(builtInTemplate);
    expect(trial.submissions).toBe(22);
    expect(trial.newlyFailing).toEqual([]);
    expect(trial.rules.map(({ number }) => number).slice(0, builtInTemplate.rules.length)).toEqual(
      builtInTemplate.rules.map(({ number }) => number),
    );
    expect(new Set(trial.rules.map(({ change }) => change))).toEqual(new Set(["same"]));
  });

  it("counts the reports it was tried on: a workbook of another office is none", () => {
    const stranger = workbookOf({ sheets: [{ name: "工资", cells: [], columns: [] }], names: [] });
    const session = collected();
    session.take([{ file: "工资.xlsx", ok: true, workbook: stranger, notices: [] }]);
    expect(session.tryOut(builtInTemplate).submissions).toBe(22);
  });

  it("says which units a new rule would fail, with both values, before it is issued", () => {
    const trial = session.tryOut(withRule("N1", "0216*2<=0201"));
    const { change, passed, skipped, failed } = ruleOf(trial, "N1");
    expect([change, passed + skipped! + failed.length]).toEqual(["added", 22]);
    expect(failed.length).toBeGreaterThan(0);
    for (const { left, right, isNew, place } of failed) {
      expect(Number(left)).toBeGreaterThan(Number(right));
      expect([isNew, place.cell]).toEqual([true, "E7"]);
    }
    expect(trial.newlyFailing).toEqual(failed.map(({ unit }) => unit));
  });

  it("tells new failures from those that the template in use finds too", () => {
    const strict = collected();
    strict.useTemplate(withRule("N1", "0216*2<=0201"));
    const before = new Set(
      ruleOf(strict.tryOut(withRule("N1", "0216*2<=0201")), "N1").failed.map(({ unit }) => unit),
    );
    const stricter = ruleOf(strict.tryOut(withRule("N1", "0216*3<=0201")), "N1");
    expect(stricter.change).toBe("changed");
    for (const { unit, isNew } of stricter.failed) expect(isNew).toBe(!before.has(unit));
    expect(stricter.failed.some(({ isNew }) => isNew)).toBe(true);
    const milder = ruleOf(strict.tryOut(withRule("N1", "0216<=0201")), "N1");
    expect(milder.failed).toEqual([]);
    expect(new Set(milder.freed)).toEqual(before);
  });

  it("shows what a changed setting of a built-in check would find", () => {
    const changeLimit = 1;
    const strict: Template = {
      ...builtInTemplate,
      version: 2,
      settings: { ...builtInTemplate.settings, changeLimit },
    };
    const { relation, failed } = ruleOf(session.tryOut(strict), "P01");
    expect(relation).toBeNull();
    expect(failed.some(({ isNew }) => isNew)).toBe(true);
  });

  it("says why a rule cannot be understood, and asks it of nobody", () => {
    const { fault, passed, failed } = ruleOf(session.tryOut(withRule("N1", "0216<=0299")), "N1");
    expect(fault).toMatchObject({ code: "unknownCode", position: 6 });
    expect([passed, failed]).toEqual([0, []]);
  });

  it("leaves the session as it was", () => {
    const before = session.assess();
    session.tryOut(withRule("N1", "0216*2<=0201"));
    expect(session.assess()).toBe(before);
  });
});

describe("a session that goes on with another template", () => {
  it("checks anew what was sent", () => {
    const changed = collected();
    changed.useTemplate(withRule("N1", "0216*2<=0201"));
    expect(changed.assess().findings.some(({ code }) => codeText(code) === "N1")).toBe(true);
    changed.useTemplate(builtInTemplate);
    expect(changed.assess()).toEqual(collected().assess());
  });

  it("keeps last year's values on the register of the template in use", () => {
    const renamed: Template = {
      ...builtInTemplate,
      units: builtInTemplate.units.map((unit) =>
        unit.name === "台上镇" ? { ...unit, name: "新台镇", aliases: ["台上镇"] } : unit,
      ),
    };
    const changed = collected();
    changed.useTemplate(renamed);
    expect(changed.knownLastYear!.units.has("新台镇")).toBe(true);
    changed.useTemplate(builtInTemplate);
    expect(changed.knownLastYear!.units.has("台上镇")).toBe(true);
  });
});
