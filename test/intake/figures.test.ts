import { isFigure } from "../../src/intake/align/figures";
import type { Cell } from "../../src/workbook/workbook";

/** A formula whose result was not saved, as some programs write it. */
const uncalculated = (formula: string): Cell => ({ row: 0, column: 0, kind: "empty", value: null, formula });

describe("a formula without a result", () => {
  it("may be a figure", () => {
    expect(isFigure(uncalculated("SUM(B1:B3)"))).toBe(true);
    expect(isFigure(uncalculated('IF(B1="是",1,0)'))).toBe(true);
  });

  it("is none where it joins texts", () => {
    expect(isFigure(uncalculated('"填表人："&B3&"　审核人："&B4'))).toBe(false);
    expect(isFigure(uncalculated('B3&"镇"'))).toBe(false);
  });
});
