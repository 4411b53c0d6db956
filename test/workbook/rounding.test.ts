import fc from "../tooling/properties";
import { differenceFormula, fixed, rounded, shownDifference } from "../../src/workbook/rounding";

describe("rounding", () => {
  it.each([
    [1.15, 1, "1.2"],
    [28.75, 1, "28.8"],
    [(23 / 80) * 100, 1, "28.8"],
    [-0.25, 1, "-0.3"],
    [-0.04, 1, "0.0"],
    [32.04, 1, "32.0"],
    [0.5, 0, "1"],
    [4.3e-14, 1, "0.0"],
    [1e15, 1, "1000000000000000.0"],
  ])("writes %d with %d decimals as %s", (value, decimals, written) => {
    expect(fixed(value, decimals)).toBe(written);
  });

  it("goes to the nearer tenth, and up from the middle", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 4_000 }), (part, whole) => {
        const tenths = Math.floor((2000 * part + whole) / (2 * whole));
        expect(rounded((part / whole) * 100, 1)).toBe(tenths / 10);
      }),
    );
  });

  it("gives the difference of what is shown, in Excel as here", () => {
    expect(shownDifference(32.36, 31.96, 1)).toBe(0.4);
    expect(differenceFormula("E7", "F7", 1)).toBe("ROUND(ROUND(E7,1)-ROUND(F7,1),1)");
    expect(differenceFormula("E7", "F7", null)).toBe("E7-F7");
  });
});
