import { sayInReport } from "../../src/locales/report-words";
import { EFFECT_FILLS, highlightsOf, ROOT_FILLS } from "../../src/returns/highlights";
import type { ReturnedFinding } from "../../src/returns/unit-returns";

const say = sayInReport("zh-CN");

const finding = (cell: string | null, more: Partial<ReturnedFinding> = {}): ReturnedFinding => ({
  class: "mustFix",
  code: "D46",
  unit: "台上镇",
  place: { file: "a.xlsx", sheet: "关工02", cell },
  indicator: null,
  values: null,
  params: { name: "总数", raw: "#REF!" },
  raw: "#REF!",
  weight: "mustFix",
  causes: [],
  ...more,
});
const soft = { class: "explain", weight: "explain" } as const;
const marks = (...findings: ReturnedFinding[]) => highlightsOf({ findings }, "a.xlsx", say);

describe("the marks in a unit's workbook", () => {
  it("are dark where the mistake is and lighter where it only shows, and say both in the notes", () => {
    expect(marks(finding("A2", { causes: [finding("A1", soft)] }))).toEqual([
      {
        sheet: "关工02",
        cells: [
          {
            row: 1,
            column: 0,
            fill: ROOT_FILLS.mustFix,
            comment: "【退回：一定要改】总数显示错误值 #REF!，没有计入。请改正公式，或直接填数。",
          },
          {
            row: 0,
            column: 0,
            fill: EFFECT_FILLS.explain,
            comment: expect.stringMatching(/^【由 关工02!A2 引起，那里改好就会对上】/),
          },
        ],
      },
    ]);
  });

  it("give a cell of several findings the fill of the gravest, and a paragraph of each", () => {
    const other = finding("B3", { ...soft, params: { name: "骨干", raw: "#N/A" } });
    const [sheet] = marks(other, finding("B3"));
    expect(sheet!.cells).toHaveLength(1);
    expect(sheet!.cells[0]!.fill).toBe(ROOT_FILLS.mustFix);
    expect(sheet!.cells[0]!.comment.split("\n\n")).toEqual([
      expect.stringContaining("总数"),
      expect.stringContaining("骨干"),
    ]);
  });

  it("pass over other files, whole sheets and what only notes", () => {
    expect(
      marks(
        finding("A1", { place: { file: "b.xlsx", sheet: "关工02", cell: "A1" } }),
        finding(null),
        finding("A3", { class: "note", weight: "note" }),
      ),
    ).toEqual([]);
  });
});
