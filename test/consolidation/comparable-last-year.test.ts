import { onLikeBasis } from "../../src/consolidation/comparable-last-year";
import type { Indicator } from "../../src/template/template";
import type { LastYear } from "../../src/validation/last-year";
import { smallTemplate } from "./small-county";

const values = new Map([["0103", 4], ["0104", 2], ["0118", 1]]); // prettier-ignore
const asked = (kind: Indicator["kind"], measure: string) => ({ kind, measure });
const before = (lines?: LastYear["lines"]): LastYear => ({
  period: "2019",
  units: new Map([["青石镇", values]]),
  totals: values,
  ...(lines ? { lines } : {}),
});

describe("last year's values under a template that was changed since", () => {
  it("are left out and named where a line is measured otherwise, or asked for yes or no instead", () => {
    const lines = new Map([
      ["0103", asked("whole", "千个")],
      ["0104", asked("whole", "个")],
      ["0118", asked("whole", "")],
    ]);
    const after = onLikeBasis(before(lines), smallTemplate);
    expect(after.incomparable).toEqual(["0103", "0118"]);
    expect([...after.units.get("青石镇")!]).toEqual([["0104", 2]]);
    expect([...after.totals]).toEqual([["0104", 2]]);
  });

  it("stay where only the width of the measure's signs or the kind of number is another", () => {
    const lastYear = before(
      new Map([
        ["0103", asked("decimal", " 个")],
        ["0118", asked("yesNo", "")],
      ]),
    );
    expect(onLikeBasis(lastYear, smallTemplate)).toBe(lastYear);
  });

  it("stay where that workbook does not say how its lines were measured", () => {
    const lastYear = before();
    expect(onLikeBasis(lastYear, smallTemplate)).toBe(lastYear);
  });
});
