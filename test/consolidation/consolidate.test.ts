import fc from "../tooling/properties";
import { exactSum } from "../../src/workbook/exact-sum";
import { court, county, elm, lastYear, office, smallTemplate, stone, submission } from "./small-county";

const value = (c: ReturnType<typeof county>, code: string) => c.totals.get(code)?.value;

describe("a county total", () => {
  const year = county(
    [
      submission(elm, {
        "0103": 8,
        "0104": 0,
        "0112": 5,
        "0118": false,
        "0416": 0.2,
        "0901": 3,
        "0904": "县",
      }),
      submission(stone, {
        "0103": 10,
        "0104": 1,
        "0112": 9,
        "0118": true,
        "0416": 0.1,
        "0901": 4,
        "0904": "省",
        "1016": 91,
      }),
    ],
    { lastYear },
  );

  it("adds up flows and year-end figures, without float noise", () => {
    expect(value(year, "0103")).toBe(18);
    expect(value(year, "0416")).toBe(0.3);
  });

  it("recomputes subtotals and ratios from the totals, never from the units' ratios", () => {
    expect(value(year, "0102")).toBe(19);
    expect(value(year, "0113")).toBeCloseTo((14 / 19) * 100, 10);
  });

  it("compares with last year in percentage points", () => {
    expect(value(year, "0114")).toBeCloseTo((14 / 19) * 100 - 50, 10);
    expect(year.totals.get("0102")!.lastYear).toBe(18);
  });

  it("counts the units that answer yes, and all that answer", () => {
    expect(year.totals.get("0118")).toMatchObject({ value: 1, units: 2, expected: 2 });
  });

  it("takes the highest level that any unit reached", () => {
    expect(value(year, "0904")).toBe("省");
  });

  it("keeps texts and scores with their units and adds nothing up", () => {
    expect(year.totals.get("1016")).toMatchObject({
      value: null,
      contributions: [{ unit: "青石镇", value: 91 }],
    });
  });

  it("says how many units it rests on, of those that fill the line", () => {
    expect(year.totals.get("0103")).toMatchObject({ units: 2, expected: 4 });
    expect(year.totals.get("0901")).toMatchObject({ units: 2, expected: 3 });
    expect(year.totals.get("0906")).toMatchObject({ value: null, units: 0, expected: 1 });
  });

  it("rests, where it is derived, on the fewest units of its operands", () => {
    expect(year.totals.get("0113")).toMatchObject({ units: 2, expected: 4 });
    const partly = county([
      submission(stone, { "0103": 10, "0104": 1, "0112": 9 }),
      submission(elm, { "0103": 8 }),
    ]);
    expect(partly.totals.get("0113")!.units).toBe(1);
  });

  it("leads back to the cell of every unit", () => {
    expect(year.totals.get("0103")!.contributions.map((c) => [c.unit, c.raw, c.place])).toEqual([
      ["青石镇", "10", { file: "青石镇.xlsx", sheet: "关工01", cell: "E8" }],
      ["榆林镇", "8", { file: "榆林镇.xlsx", sheet: "关工01", cell: "E8" }],
    ]);
  });

  it("leaves out what a unit wrote into a line that is not its to fill", () => {
    const mistaken = county([submission(court, { "0906": 5, "0118": true })]);
    expect(value(mistaken, "0906")).toBeNull();
    expect(value(mistaken, "0118")).toBeNull();
  });

  it("is unknown, not nothing, where no unit reported or last year is not known", () => {
    const empty = county([]);
    expect(value(empty, "0103")).toBeNull();
    expect(value(empty, "0113")).toBeNull();
    expect(value(county([submission(stone, { "0103": 10, "0112": 9 })]), "0114")).toBeNull();
  });

  it("has no ratio where nothing is to be divided by", () => {
    expect(value(county([submission(stone, { "0103": 0, "0104": 0, "0112": 0 })]), "0113")).toBeNull();
  });
});

describe("the laws of adding up", () => {
  const units = [stone, elm, court, office];
  const amount = fc.double({ min: 0, max: 1e7, noNaN: true }).map((x) => Math.round(x * 100) / 100);
  const sent = fc.array(fc.record({ "0103": amount, "0104": amount, "0416": amount, "0112": amount }), {
    minLength: units.length,
    maxLength: units.length,
  });

  it("the order in which files come never matters", () => {
    fc.assert(
      fc.property(sent, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (values, order) => {
        const submissions = units.map((unit, i) => submission(unit, values[i]!));
        expect(county(order.map((i) => submissions[i]!)).totals).toEqual(county(submissions).totals);
      }),
      { numRuns: 50 },
    );
  });

  it("adds decimals as people do", () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([8_828_256.29, 6_024_062.56])).toBe(14_852_318.85);
    expect(exactSum([1 / 3, 1 / 7])).toBe(0.476190476190476);
    expect(exactSum([1e16, 0.25, -1e16])).toBe(0.25);
    expect(exactSum([])).toBe(0);
  });

  it("a total is the sum of its lineage, to the last cent", () => {
    fc.assert(
      fc.property(sent, (values) => {
        const { totals } = county(units.map((unit, i) => submission(unit, values[i]!)));
        for (const code of ["0103", "0104", "0416"]) {
          const cents = totals.get(code)!.contributions.map(({ value: v }) => Math.round(Number(v) * 100));
          expect(totals.get(code)!.value).toBe(cents.reduce((a, b) => a + b, 0) / 100);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("every line of every table has a total, known or not", () => {
    const codes = smallTemplate.forms.flatMap((form) => form.indicators.map((indicator) => indicator.code));
    expect([...county([]).totals.keys()]).toEqual(codes);
  });
});
