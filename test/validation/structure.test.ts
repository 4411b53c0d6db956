/** What no change of a single cell shows: units that are not known, shares over the whole. */
import { readSubmissions } from "../../src/intake/read-submissions";
import { sayFinding } from "../../src/locales/finding-text";
import { createValidator } from "../../src/validation/validator";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import { causesOf, findings, flatten, KNOWN, planOf, sampleUnit, TEMPLATE, withCauses } from "./sample";

describe("a unit that is not in the register", () => {
  const register = { ...TEMPLATE, units: TEMPLATE.units.filter(({ name }) => name !== "台上镇") };
  const read = (change = {}) =>
    readSubmissions(
      workbookFromPlan(planOf(sampleUnit("台上镇"), change)),
      { file: "某镇.xlsx" },
      register,
    )[0]!;

  it("is told at the cover's name, once (S04)", () => {
    const { findings: found } = createValidator(register).check(read(), KNOWN);
    expect(flatten(found, "code", "class", "unit", "sheet", "cell", "found")).toEqual([
      ["S04", "mustFix", null, "关工00", "D6", "台上镇"],
    ]);
  });

  it("is asked the rules all the same", () => {
    const { findings: found } = createValidator(register).check(read({ set: { "0201": 208 } }), KNOWN);
    expect(flatten(found, "code", "cell")).toEqual([
      ["S04", "D6"],
      ["R05", "E7"],
    ]);
  });

  it("is not compared with others", () => {
    expect(createValidator(register).checkAcrossUnits([read(), read()], KNOWN)).toEqual([]);
  });
});

describe("a second sheet of the same form (D18)", () => {
  const copied = (change: (value: unknown) => unknown): string[] => {
    const found = findings("台上镇", {
      plan: (plan) => {
        const own = plan.sheets.find(({ name }) => name === "关工05")!;
        const cells = own.cells.map((cell) =>
          cell.row === 6 && cell.column === 4 ? { ...cell, value: change(cell.value) as number } : cell,
        );
        return { ...plan, sheets: [...plan.sheets, { ...own, name: "关工05 (2)", cells }] };
      },
    });
    expect(flatten(found, "code", "sheet")).toEqual([["D18", "关工05 (2)"]]);
    return found.map((finding) => sayFinding("zh-CN", finding));
  };

  it("says that its numbers are the same", () => {
    expect(copied((value) => value)[0]).toContain("填的数都一样");
  });

  it("says how many of them differ", () => {
    expect(copied((value) => Number(value) + 1)[0]).toContain("其中 1 个数与计入的那张不同");
  });
});

describe("a form in which nothing was filled (D41)", () => {
  const law = {
    "0501": null,
    "0502": null,
    "0503": null,
    "0504": null,
    "0505": null,
    "0506": null,
    "0507": null,
  };

  it("is one finding, with its lines under it", () => {
    const found = findings("台上镇", { set: law });
    expect(flatten(found, "code", "class", "sheet", "cell")).toEqual([["D41", "mustFix", "关工05", null]]);
    expect(found[0]!.params).toMatchObject({ form: "法治教育", count: 7 });
    expect(flatten(found[0]!.causes, "code", "cell").slice(0, 2)).toEqual([
      ["D41", "E7"],
      ["D41", "E8"],
    ]);
  });

  it("is told line by line where something was filled", () => {
    const { "0507": _filled, ...most } = law;
    expect(flatten(findings("台上镇", { set: most }), "code", "cell")).toHaveLength(6);
  });
});

it("a share over the whole (R21) follows from the line that is too large", () => {
  const found = findings("台上镇", { set: { "0112": 20 } });
  expect(flatten(found, "code", "cell")).toEqual([["R02", "E18"]]);
  expect(flatten(found.flatMap(withCauses), "code", "cell", "value")).toContainEqual(["R21", "E19", 125]);
});

it("a share below nothing (R21) does, too", () => {
  const found = findings("台上镇", { set: { "0216": -5 } });
  expect(flatten(found, "code", "cell")).toEqual([["R20", "E22"]]);
  expect(causesOf(found)[0]).toContain("R21");
});

describe("what the template sets", () => {
  it("gives a check its class", () => {
    const stricter = createValidator({ ...TEMPLATE, builtIn: { ...TEMPLATE.builtIn, X06: "mustFix" } });
    const read = readSubmissions(
      workbookFromPlan(planOf(sampleUnit("台上镇"), { lists: { L7: null } })),
      { file: "台上镇.xlsx" },
      TEMPLATE,
    )[0]!;
    expect(flatten(stricter.check(read, KNOWN).findings, "code", "class")).toEqual([["X06", "mustFix"]]);
  });

  it("turns a check off, which is then counted as not asked", () => {
    const read = readSubmissions(
      workbookFromPlan(planOf(sampleUnit("台上镇"), { set: { "0208": 76 } })),
      { file: "台上镇.xlsx" },
      TEMPLATE,
    )[0]!;
    const lax = createValidator({ ...TEMPLATE, builtIn: { ...TEMPLATE.builtIn, P01: "off" } });
    const strict = createValidator(TEMPLATE);
    expect(lax.check(read, KNOWN).findings).toEqual([]);
    expect(lax.check(read, KNOWN).skipped).toBe(strict.check(read, KNOWN).skipped + 1);
  });

  it("that cannot be understood is named, and the rest is asked", () => {
    const [first, ...others] = TEMPLATE.rules;
    const broken = createValidator({ ...TEMPLATE, rules: [{ ...first!, relation: "0102=" }, ...others] });
    expect(broken.faults.map(({ of, rule }) => [of, rule])).toEqual([[first!.number, 0]]);
  });
});
