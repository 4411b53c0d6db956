import { check, county, KNOWN, LAST_YEAR, submission, TEMPLATE, validator, asLastYear } from "./sample";
import { CHECKS } from "../../src/validation/checks";
import type { Known } from "../../src/validation/validator";
import type { SampleYear } from "../../src/samples/sample-county";

const names = TEMPLATE.units.map(({ name }) => name);

const years: readonly [string, SampleYear, Known][] = [
  ["2020, last year known", county, KNOWN],
  ["2020, last year unknown", county, { lastYear: null, period: "2020" }],
  ["2020, nothing known", county, { lastYear: null }],
  ["2019", county.previous, { lastYear: null, period: "2019" }],
];

describe.each(years)("the clean county of %s", (_, year, known) => {
  const submissions = names.map((name) => submission(name, {}, year));

  it("has no finding in any unit", () => {
    const found = submissions.flatMap((each) => validator.check(each, known).findings);
    expect(found).toEqual([]);
  });

  it("has no finding when its units are compared", () => {
    expect(validator.checkAcrossUnits(submissions, known)).toEqual([]);
  });
});

it("a template without faults compiles whole", () => {
  expect(validator.faults).toEqual([]);
});

it("every rule and check is counted once: held, failed or not asked", () => {
  const whole = CHECKS.length + TEMPLATE.rules.length;
  for (const checked of [
    check("台上镇"),
    check("市关工委本级"),
    check("台上镇", { without: ["关工02"] }),
    check("台上镇", { set: { "0201": 208, "0204": -3 } }),
    check("台上镇", {}, { lastYear: null }),
  ]) {
    expect(checked.passed + checked.failed + checked.skipped).toBe(whole);
  }
});

it("what rests on last year is not asked of a unit whose year is not known", () => {
  const known = check("台上镇");
  const unknown = check("台上镇", {}, { ...KNOWN, lastYear: { ...LAST_YEAR, units: new Map() } });
  expect(known.skipped).toBeLessThan(unknown.skipped);
  expect(unknown.findings).toEqual([]);
});

it("a unit that was renamed is compared with what it was called", () => {
  const units = new Map(asLastYear(county.previous).units);
  const carried = units.get("台上镇")!;
  units.delete("台上镇");
  units.set("台上乡", new Map([...carried, ["0201", 100]]));
  const read = submission("台上镇");
  const renamed = { ...read, unit: { ...read.unit!, aliases: ["台上乡"] } };
  const found = validator.check(renamed, { lastYear: { ...LAST_YEAR, units }, period: "2020" }).findings;
  expect(found.map(({ code, values }) => [code, values])).toContainEqual(["R09", { left: 158, right: 100 }]);
});
