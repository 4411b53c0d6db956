import type { CellStyle } from "../../../src/workbook/plan";
import { all, area, attributes, one, planOf, writeAndOpen } from "./opened";

/** The style of a cell as the styles part tells it. */
function written(style: CellStyle) {
  const opened = writeAndOpen(planOf([{ row: 0, column: 0, value: 1, style }]));
  const styles = opened.part("xl/styles.xml");
  const index = Number(one(opened.part("xl/worksheets/sheet1.xml"), "c").getAttribute("s") ?? 0);
  const format = one(styles, "cellXfs").children[index]!;
  const child = (list: string, id: string): Element =>
    one(styles, list).children[Number(format.getAttribute(id))]!;
  return {
    styles,
    format,
    font: child("fonts", "fontId"),
    fill: child("fills", "fillId"),
    border: child("borders", "borderId"),
  };
}

describe("styles", () => {
  test("the default font is 宋体 11", () => {
    const { font } = written({});
    expect([one(font, "name").getAttribute("val"), one(font, "sz").getAttribute("val")]).toEqual([
      "宋体",
      "11",
    ]);
  });

  test("bold, italic, underline, size, colour and name of a font are written", () => {
    const font = written({
      bold: true,
      italic: true,
      underline: true,
      size: 16,
      color: "c00000",
      font: "Arial",
    }).font;
    expect(font.innerHTML.replace(/ xmlns="[^"]*"/g, "")).toBe(
      '<b/><i/><u/><sz val="16"/><color rgb="FFC00000"/><name val="Arial"/>',
    );
  });

  test("a fill is solid", () => {
    const { fill } = written({ fill: "DDEBF7" });
    expect(one(fill, "patternFill").getAttribute("patternType")).toBe("solid");
    expect(one(fill, "fgColor").getAttribute("rgb")).toBe("FFDDEBF7");
  });

  test.each([
    ["medium", { left: "medium", right: "medium", top: "medium", bottom: "medium" }],
    ["bottom", { left: null, right: null, top: null, bottom: "thin" }],
  ] as const)("a %s border draws its sides", (border, expected) => {
    const element = written({ border }).border;
    const sides = ["left", "right", "top", "bottom"].map((side) => [
      side,
      one(element, side).getAttribute("style"),
    ]);
    expect(Object.fromEntries(sides)).toEqual(expected);
  });

  test("alignment, wrapping and indent are written", () => {
    const { format } = written({ vertical: "center", wrap: true, indent: 2 });
    expect(attributes(one(format, "alignment"))).toEqual({
      horizontal: "left",
      vertical: "center",
      wrapText: "1",
      indent: "2",
    });
  });

  test("an unlocked cell may be changed on a protected sheet", () => {
    expect(one(written({ unlocked: true }).format, "protection").getAttribute("locked")).toBe("0");
  });

  test.each([
    ["0.00%", "10"],
    ["@", "49"],
    ["#,##0", "3"],
  ])("the format %s has Excel's own number", (format, id) => {
    expect(written({ format }).format.getAttribute("numFmtId")).toBe(id);
  });

  test("any other format is kept by its code", () => {
    const { styles, format } = written({ format: 'yyyy"年"m"月"' });
    const known = all(styles, "numFmt").find(
      (one) => one.getAttribute("numFmtId") === format.getAttribute("numFmtId"),
    );
    expect(known?.getAttribute("formatCode")).toBe('yyyy"年"m"月"');
  });

  test("equal styles are one, whether the same object or not", () => {
    const cells = [0, 1, 2].map((row) => ({
      row,
      column: 0,
      value: 1,
      style: { bold: true, fill: "FFFF00" },
    }));
    const styles = writeAndOpen(planOf(cells)).part("xl/styles.xml");
    expect(one(styles, "cellXfs").children).toHaveLength(2);
  });

  test("all cells of a merged area have the style of its first", () => {
    const cells = [{ row: 0, column: 0, value: "标题", style: { border: "thin" as const } }];
    const sheet = writeAndOpen(planOf(cells, { merges: [area("A1:C2")] })).part("xl/worksheets/sheet1.xml");
    expect(all(sheet, "c").map((cell) => `${cell.getAttribute("r")} ${cell.getAttribute("s")}`)).toEqual([
      "A1 1",
      "B1 1",
      "C1 1",
      "A2 1",
      "B2 1",
      "C2 1",
    ]);
  });
});
