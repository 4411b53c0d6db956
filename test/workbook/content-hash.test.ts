import { contentHash } from "../../src/workbook/content-hash";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell } from "../../src/workbook/plan";

const mark = (name: string, ...cells: PlanCell[]): string =>
  contentHash(workbookFromPlan({ names: [], sheets: [{ name, cells }] }));
const at = (row: number, column: number, value: PlanCell["value"], format = "General"): PlanCell => ({
  row,
  column,
  value,
  style: { format },
});

describe("the mark of a workbook", () => {
  it("is the same for the same values, however they look", () => {
    expect(mark("表", at(0, 0, "甲"), at(3, 4, 12))).toBe(mark("表", at(0, 0, "甲"), at(3, 4, 12, "0.00")));
  });

  it.each([
    ["a number", [at(0, 0, "甲"), at(3, 4, 12.5)]],
    ["a text", [at(0, 0, "乙"), at(3, 4, 12)]],
    ["a place", [at(0, 0, "甲"), at(3, 5, 12)]],
    ["a kind", [at(0, 0, "甲"), at(3, 4, "12")]],
    ["a cell more", [at(0, 0, "甲"), at(3, 4, 12), at(3, 5, true)]],
  ])("is another where there is another of something: %s", (_, cells) => {
    expect(mark("表", ...cells)).not.toBe(mark("表", at(0, 0, "甲"), at(3, 4, 12)));
  });

  it("is letters alone, which nothing takes for a telephone number", () => {
    expect(mark("表", at(0, 0, 13800138000))).toMatch(/^[a-p]{16}$/);
  });
});
