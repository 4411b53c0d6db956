import { cellsOf } from "../../../../src/workbook/cells";
import type { Cell } from "../../../../src/workbook/workbook";
import { attributes } from "../opened";
import { marked, patched, styleAt, valueAt, type Patched } from "./patched";
import { prefixed, strict } from "./unit-workbook";

const SHEET = "xl/worksheets/sheet1.xml";

describe("values", () => {
  test.each<[string, string, number | string | boolean | null]>([
    ["a number over a shared text", "A1", 12.5],
    ["a text over an inline text", "C1", " 新\n文本_x000D_"],
    ["a truth value over a number", "A2", true],
    ["a value in a cell that was not there", "B1", 7],
    ["a value at the end of a row", "F3", "末"],
    ["a value in a row that was not there", "B7", 3],
    ["a value in an empty row", "B8", 4],
    ["a value below all rows", "C20", 5],
  ])("%s", (_, address, value) => {
    const { workbook } = marked({ [address]: { value } });
    expect(valueAt(workbook.sheets[0], address)).toBe(value);
  });

  test("null empties a cell and keeps its style", () => {
    const opened = marked({ B2: { value: null } });
    expect(valueAt(opened.workbook.sheets[0], "B2")).toBeUndefined();
    expect(styleAt(opened, "B2").fill).toBe("FF00FF00");
  });

  test("every other cell keeps its value and formula", () => {
    const others = (opened: Patched): Cell[] =>
      [...cellsOf(opened.workbook.sheets[0]!)].filter(({ row, column }) => row !== 1 || column !== 0);
    expect(others(marked({ A2: { value: 9 } }))).toEqual(others(patched({})));
  });

  test("a text that begins like a formula is text, after editing too", () => {
    const opened = marked({ A4: { value: "=1+1" } });
    expect(valueAt(opened.workbook.sheets[0], "A4")).toBe("=1+1");
    expect(styleAt(opened, "A4").xf.getAttribute("quotePrefix")).toBe("1");
  });

  test("a new cell has the style of its row, else of its column", () => {
    const opened = marked({ C5: { value: 1 }, D4: { value: 1 }, B6: { value: 1 } });
    const formats = ["C5", "D4", "B6"].map((address) => styleAt(opened, address).xf.getAttribute("numFmtId"));
    expect(formats).toEqual(["14", "14", "0"]);
  });

  test("Excel is asked to calculate anew, and the old chain of formulas is gone", () => {
    const { touched, part, text } = marked({ A2: { value: 9 } });
    expect(touched).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/workbook.xml",
      SHEET,
    ]);
    expect(text("[Content_Types].xml") + text("xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(attributes(part("xl/workbook.xml").querySelector("calcPr")!)).toEqual({
      calcId: "162913",
      fullCalcOnLoad: "1",
    });
  });

  test("a workbook that says nothing of calculation is asked too, at the place that the schema wants", () => {
    const change = (xml: string, path: string): string =>
      path === "xl/workbook.xml" ? xml.replace(/<calcPr[^>]*>/, "") : xml;
    const children = [...marked({ A2: { value: 9 } }, { change }).part("xl/workbook.xml").children];
    expect(children.map(({ localName }) => localName).slice(-2)).toEqual(["definedNames", "calcPr"]);
  });

  test("the area that the sheet declares as used grows", () => {
    expect(marked({ F20: { value: 1 } }).text(SHEET)).toContain('<dimension ref="A1:F20"/>');
  });

  test("formulas that followed the overwritten one stand on their own", () => {
    const sheet = marked({ B3: { value: 1 } }).workbook.sheets[0]!;
    expect(sheet.cells.formulas).toContain("A4*2<9");
  });
});

describe("what a workbook does not allow", () => {
  test.each([
    ["a cell inside an array formula", { A6: { value: 1 } }, "arrayFormula 关工02!A6"],
    ["a value beneath a merged cell", { D3: { value: 1 } }, "underMerge 关工02!D3"],
    ["a number that is none", { A1: { value: NaN } }, "notFinite 关工02!A1"],
    ["a text that is too long", { A1: { value: "x".repeat(32_768) } }, "textTooLong 关工02!A1"],
  ])("%s", (_, cells, expected) => {
    const [code, place] = expected.split(" ");
    expect(() => marked(cells)).toThrow(expect.objectContaining({ name: "PatchError", code, place }));
  });

  test("a cell beyond the sheet", () => {
    const cells = [{ row: 0, column: 16_384, value: 1 }];
    expect(() => patched({ sheets: [{ sheet: "关工02", cells }] })).toThrow(/outsideSheet at 关工02!XFE1/);
  });
});

describe("fills", () => {
  test("change the fill and nothing else of a format", () => {
    const opened = marked({ B2: { fill: "FFFF00" } });
    const { xf, fill } = styleAt(opened, "B2");
    expect(fill).toBe("FFFFFF00");
    expect(attributes(xf)).toMatchObject({ numFmtId: "176", fontId: "1", borderId: "1", applyFill: "1" });
    expect(attributes(xf.firstElementChild!)).toEqual({ horizontal: "center" });
  });

  test("leave value and formula alone, and everything but sheet and styles", () => {
    const opened = marked({ B2: { fill: "FFFF00" }, B5: { fill: "FFFF00" }, A1: { fill: "FFFF00" } });
    expect(opened.touched).toEqual(["xl/styles.xml", SHEET]);
    expect(["A1", "B2", "B5"].map((address) => valueAt(opened.workbook.sheets[0], address))).toEqual([
      "富文本",
      3,
      12,
    ]);
  });

  test("of equal formats are one format", () => {
    const styles = marked({ A2: { fill: "FFFF00" }, A3: { fill: "FFFF00" }, A4: { fill: "FFFF00" } }).part(
      "xl/styles.xml",
    );
    expect(styles.querySelector("cellXfs")!.children).toHaveLength(4);
    expect(styles.querySelector("cellXfs")!.getAttribute("count")).toBe("4");
  });

  test("may be given to a cell that was not there", () => {
    expect(styleAt(marked({ E12: { fill: "FFFF00" } }), "E12").fill).toBe("FFFFFF00");
  });
});

describe.each([
  ["a prefix on every element", prefixed],
  ["Strict", strict],
])("a workbook with %s", (_, change) => {
  test("is changed as any other", () => {
    const opened = marked(
      { A1: { value: "新" }, B2: { fill: "FFFF00", comment: "核对" }, B9: { value: 4 } },
      { change },
    );
    const sheet = opened.workbook.sheets[0];
    expect([valueAt(sheet, "A1"), valueAt(sheet, "B9")]).toEqual(["新", 4]);
    expect(styleAt(opened, "B2").fill).toBe("FFFFFF00");
    expect(sheet?.comments).toContainEqual({ row: 1, column: 1, text: "核对" });
  });

  test("gets no element of another namespace", () => {
    const opened = marked(
      { A1: { value: "新" }, B2: { fill: "FFFF00", comment: "核对" } },
      { change, comments: false },
    );
    const namespaces = ["xl/workbook.xml", SHEET, "xl/styles.xml", "xl/comments1.xml"].map((path) => {
      const root = opened.part(path);
      const own = [...root.querySelectorAll("*")].filter(
        (element) => !/AlternateContent|Choice|^x14:|^xm:/.test(element.nodeName),
      );
      return new Set(own.map((element) => element.namespaceURI)).size;
    });
    expect(namespaces).toEqual([1, 1, 1, 1]);
  });
});
