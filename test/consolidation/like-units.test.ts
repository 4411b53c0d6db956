import { onLikeBasis } from "../../src/consolidation/comparable-last-year";
import type { Template, Unit } from "../../src/template/template";
import type { LastYear } from "../../src/validation/last-year";
import { county, court, elm, office, smallTemplate, stone, submission } from "./small-county";

const values = (...[villages, offices, good]: [number, number, number]) =>
  new Map([
    ["0102", villages + offices],
    ["0103", villages],
    ["0104", offices],
    ["0112", good],
    ["0113", (good / (villages + offices)) * 100],
  ]);

const lastYear: LastYear = {
  period: "2019",
  units: new Map([
    ["青石镇", values(6, 2, 4)],
    ["榆林镇", values(3, 1, 3)],
  ]),
  totals: new Map([["0102", 12]]),
};

const register = (...units: Unit[]): Template => ({ ...smallTemplate, units: [...units, court, office] });

describe("last year on this year's register", () => {
  it("is as it was where no unit has another name", () => {
    expect(onLikeBasis(lastYear, smallTemplate)).toBe(lastYear);
  });

  it("gives a renamed unit the values of its old name", () => {
    const renamed = { ...stone, name: "青石街道", aliases: ["青石镇"] };
    const { units, former } = onLikeBasis(lastYear, register(renamed, elm));
    expect(units.get("青石街道")).toEqual(values(6, 2, 4));
    expect(units.has("青石镇")).toBe(false);
    expect(former?.get("青石街道")).toEqual(["青石镇"]);
  });

  it.each([
    ["a new unit of two", { ...stone, name: "石林镇", aliases: ["青石镇", "榆林镇"] }],
    ["a unit that took in another and kept its name", { ...stone, aliases: ["榆林镇"] }],
  ])("adds up what was merged into %s, and makes the shares anew", (_, unit) => {
    const { units, totals, former } = onLikeBasis(lastYear, register(unit));
    expect(units.get(unit.name)).toEqual(values(9, 3, 7));
    expect([...units.keys()]).toEqual([unit.name]);
    expect(former?.get(unit.name)).toEqual(["青石镇", "榆林镇"]);
    expect(totals).toBe(lastYear.totals);
  });

  it("is not changed by being put so twice, and remembers the names of before", () => {
    const template = register({ ...stone, aliases: ["榆林镇"] });
    const once = onLikeBasis(lastYear, template);
    expect(onLikeBasis(once, template)).toBe(once);
    const later = onLikeBasis(once, register({ ...stone, name: "青石街道", aliases: ["青石镇"] }));
    expect(later.former?.get("青石镇")).toEqual(["青石镇", "榆林镇"]);
    expect(later.units.get("青石街道")).toEqual(values(9, 3, 7));
  });
});

describe("last year while units are missing", () => {
  const whole = { ...lastYear, totals: new Map([["0102", 11], ["0103", 8], ["0104", 3], ["0112", 7], ["0113", 64]]) }; // prettier-ignore
  const sent = (unit: Unit) => submission(unit, { "0103": 6, "0104": 3, "0112": 5 });
  const { totals } = county([sent(stone)], { lastYear: whole });
  const seen = (from: typeof totals) =>
    ["0102", "0103", "0112", "0113"].map((code) => from.get(code)!.lastYear);

  it("is that of the units in the totals, shares made anew; the county's stays known", () => {
    expect(seen(totals)).toEqual([8, 6, 4, 50]);
    expect(totals.get("0114")!.value).toBeCloseTo((5 / 9) * 100 - 50, 10);
    const { lastYear: of } = county([sent(stone)], { lastYear: whole });
    expect(of!.whole).toEqual(whole.totals);
  });

  it("takes in what was merged into a unit since, and nothing that the county had no total of", () => {
    const template = register({ ...stone, aliases: ["榆林镇"] });
    const merged = onLikeBasis({ ...whole, totals: new Map([["0103", 8]]) }, template);
    const now = county([sent(stone)], { template, lastYear: merged }).totals;
    expect(seen(now)).toEqual([null, 9, null, null]);
  });

  it("is the whole county's once all have reported, while nobody has, and where units are not known", () => {
    const all = [stone, elm, court, office].map(sent);
    const unknown = { ...whole, units: new Map() };
    for (const [submissions, known] of [
      [all, whole],
      [[], whole],
      [[sent(stone)], unknown],
    ] as const) {
      const { lastYear: of } = county(submissions, { lastYear: known });
      expect(of).toBe(known);
    }
  });
});
