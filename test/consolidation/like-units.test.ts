import { onLikeBasis } from "../../src/consolidation/like-basis";
import type { Template, Unit } from "../../src/template/template";
import type { LastYear } from "../../src/validation/last-year";
import { court, elm, office, smallTemplate, stone } from "./small-county";

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
