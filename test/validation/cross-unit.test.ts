import type { Finding } from "../../src/findings/finding";
import type { Submission } from "../../src/intake/submission";
import { causesOf, flatten, KNOWN, sampleUnit, submission, TEMPLATE, validator, type Change } from "./sample";

const towns = TEMPLATE.units.filter(({ kind }) => kind === "T").map(({ name }) => name);

/** The townships' submissions, some of them changed, and what comparing them finds. */
function session(changes: Readonly<Record<string, Change>>, extra: readonly Submission[] = []): Finding[] {
  const submissions = [...towns.map((name) => submission(name, changes[name])), ...extra];
  return validator.checkAcrossUnits(submissions, KNOWN);
}

describe("two files of one unit", () => {
  const second = (change: Change) => submission("台上镇", { ...change, file: "台上镇（最终版2）.xlsx" });

  it("are told at both, with the other's name and how many numbers differ", () => {
    const found = session({}, [second({ set: { "0115": 9, "0116": 2 } })]);
    expect(flatten(found, "code", "class", "unit", "file", "others", "differences")).toEqual([
      ["D10", "mustFix", "台上镇", "台上镇.xlsx", "台上镇（最终版2）.xlsx", 2],
      ["D10", "mustFix", "台上镇", "台上镇（最终版2）.xlsx", "台上镇.xlsx", 2],
    ]);
  });

  it("are told where they say the same, too", () => {
    expect(flatten(session({}, [second({})]), "code", "differences")).toEqual([
      ["D10", 0],
      ["D10", 0],
    ]);
  });
});

describe("one unit's file under another unit's name", () => {
  it("is told at the copy, the original is left alone", () => {
    const copy = submission("台上镇", { file: "财源镇.xlsx" });
    const submissions = [submission("台上镇"), copy];
    const found = validator.checkAcrossUnits(submissions, KNOWN);
    expect(flatten(found, "code", "class", "file", "named")).toEqual([
      ["D11", "mustFix", "财源镇.xlsx", "财源镇"],
    ]);
  });

  it("is told where the unit was changed in every place: last year's column gives it away", () => {
    const source = sampleUnit("台上镇");
    const copy = submission("财源镇", {
      set: Object.fromEntries(source.values),
      lastYear: Object.fromEntries(source.lastYear),
      lists: Object.fromEntries(source.lists),
    });
    const submissions = [submission("台上镇"), copy];
    const found = validator.checkAcrossUnits(submissions, KNOWN);
    expect(found.map(({ code, place, params }) => [code, place.file, params["otherUnit"]])).toEqual([
      ["D11", "财源镇.xlsx", "台上镇"],
    ]);
    const own = submissions.flatMap((each) => validator.check(each, KNOWN).findings);
    const all = validator.foldCopies([...own, ...found]);
    expect(flatten(all, "code", "file")).toEqual([["D11", "财源镇.xlsx"]]);
    expect(causesOf(all)[0]).toContain("R09");
  });
});

describe("a unit among those of its kind", () => {
  const highest = (code: string): number =>
    Math.max(
      ...towns.filter((name) => name !== "台上镇").map((name) => sampleUnit(name).values.get(code) as number),
    );
  const second = highest("0414");

  it("stands out with more than three times the second value", () => {
    expect(second).toBeGreaterThan(0);
    const found = session({ 台上镇: { set: { "0414": second * 3 + 1 } } });
    expect(flatten(found, "code", "class", "unit", "cell", "value", "peer")).toEqual([
      ["P10", "explain", "台上镇", "E20", second * 3 + 1, second],
    ]);
  });

  it("does not with three times as much", () => {
    expect(session({ 台上镇: { set: { "0414": second * 3 } } })).toEqual([]);
  });

  it("does not where fewer than five have anything", () => {
    const nothing = Object.fromEntries(towns.slice(3).map((name) => [name, { set: { "0414": 0 } }]));
    const some = Object.fromEntries(
      towns.slice(0, 3).map((name, i) => [name, { set: { "0414": 10 ** (i + 1) } }]),
    );
    expect(session({ ...nothing, ...some })).toEqual([]);
  });

  it("has an amount in 万元 where last year is not known", () => {
    const amounts = towns.map((name) => sampleUnit(name).values.get("1015") as number);
    expect(amounts.filter((amount) => amount > 0).length).toBeGreaterThanOrEqual(5);
    const unknown = { ...KNOWN, lastYear: null };
    const read = towns.map((name) =>
      submission(name, name === "台上镇" ? { set: { "1015": 1 }, lastYear: { "1015": 0 } } : {}),
    );
    const found = validator.checkAcrossUnits(read, unknown);
    expect(flatten(found, "code", "class", "unit", "cell", "value")).toEqual([
      ["P06", "explain", "台上镇", "E21", 1],
    ]);
  });
});
