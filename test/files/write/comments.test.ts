import type { CommentPlan, SheetPlan } from "../../../src/workbook/plan";
import { all, one, planOf, writeAndOpen } from "./opened";

function written(comments: readonly CommentPlan[], rest: Partial<SheetPlan> = {}) {
  const opened = writeAndOpen(planOf([], { comments, ...rest }));
  return {
    opened,
    texts: opened.part("xl/comments1.xml"),
    boxes: opened.part("xl/drawings/vmlDrawing1.vml"),
  };
}

/** Left, top, right and bottom cell of a note's box. */
function boxCells(box: Element): number[] {
  const numbers = one(box, "Anchor").textContent.split(",").map(Number);
  return [numbers[0]!, numbers[2]!, numbers[4]!, numbers[6]!];
}

describe("comments", () => {
  test("each has its text and its box", () => {
    const { texts, boxes } = written([
      { row: 5, column: 3, text: "第二条" },
      { row: 2, column: 1, text: "与上年相差过大：\n请核实" },
    ]);
    expect(all(texts, "comment").map((one) => [one.getAttribute("ref"), one.textContent])).toEqual([
      ["B3", "与上年相差过大：\n请核实"],
      ["D6", "第二条"],
    ]);
    expect(all(boxes, "Row").map((row) => row.textContent)).toEqual(["2", "5"]);
  });

  test("the sheet knows both parts", () => {
    const { opened } = written([{ row: 0, column: 0, text: "注" }]);
    const targets = all(opened.part("xl/worksheets/_rels/sheet1.xml.rels"), "Relationship");
    expect(targets.map((target) => target.getAttribute("Target"))).toEqual([
      "../comments1.xml",
      "../drawings/vmlDrawing1.vml",
    ]);
    const id = one(opened.part("xl/worksheets/sheet1.xml"), "legacyDrawing").getAttribute("r:id");
    expect(id).toBe(targets[1]?.getAttribute("Id"));
  });

  test("a long text gets a higher box than a short one", () => {
    const { boxes } = written([
      { row: 0, column: 0, text: "短" },
      { row: 20, column: 0, text: "很长的一条审核意见，".repeat(20) },
    ]);
    const heights = all(boxes, "shape").map((box) => {
      const [, top, , bottom] = boxCells(box);
      return bottom! - top!;
    });
    expect(heights[1]).toBeGreaterThan(2 * heights[0]!);
  });

  test("a box beside wide columns spans fewer of them", () => {
    const columns = [1, 2, 3].map((column) => ({ column, width: 40 }));
    const [left, , right] = boxCells(
      one(written([{ row: 0, column: 0, text: "注" }], { columns }).boxes, "shape"),
    );
    expect([left, right]).toEqual([1, 1]);
  });

  test("boxes of two sheets have ids of their own", () => {
    const comments = [{ row: 0, column: 0, text: "注" }];
    const sheets = ["甲", "乙"].map((name) => ({ name, cells: [], comments }));
    const opened = writeAndOpen({ names: [], sheets });
    const ids = [1, 2].map((n) =>
      one(opened.part(`xl/drawings/vmlDrawing${n}.vml`), "shape").getAttribute("id"),
    );
    expect(ids).toEqual(["_x0000_s1025", "_x0000_s2049"]);
  });
});
