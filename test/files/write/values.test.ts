import type { PlanCell } from "../../../src/workbook/plan";
import { staysText } from "../../../src/workbook/typed-text";
import fc from "../../tooling/properties";
import { anyFormat, hostileText } from "../../workbook/hostile-texts";
import { attributes, one, planOf, writeAndOpen } from "./opened";

function written(value: PlanCell["value"], rest: Partial<PlanCell> = {}) {
  const opened = writeAndOpen(planOf([{ row: 2, column: 27, value, ...rest }]));
  const cell = one(opened.part("xl/worksheets/sheet1.xml"), "c");
  return {
    type: cell.getAttribute("t"),
    address: cell.getAttribute("r"),
    style: cell.getAttribute("s"),
    value: cell.getElementsByTagName("v")[0]?.textContent,
    formula: cell.getElementsByTagName("f")[0]?.textContent,
    strings: opened.part("xl/sharedStrings.xml"),
    stringsXml: opened.text("xl/sharedStrings.xml"),
    styles: opened.part("xl/styles.xml"),
  };
}

describe("values", () => {
  test("a cell stands at its address", () => {
    expect(written(1).address).toBe("AB3");
  });

  test("a number is written with all its digits", () => {
    expect(written(0.1 + 0.2)).toMatchObject({ type: null, value: "0.30000000000000004" });
  });

  test("a truth value is written as one", () => {
    expect(written(true)).toMatchObject({ type: "b", value: "1" });
  });

  test("a text of digits stays a text", () => {
    const cell = written("007");
    expect([cell.type, cell.value, cell.strings.textContent]).toEqual(["s", "0", "007"]);
  });

  test("a text that looks like an error stays a text", () => {
    expect(written("#N/A").type).toBe("s");
  });

  test.each(["=1+1", "+86", "-", "@a"])(
    "%s is text that editing the cell does not turn into a formula",
    (text) => {
      const cell = written(text);
      const format = [...one(cell.styles, "cellXfs").children][Number(cell.style)];
      expect([cell.type, cell.strings.textContent, format?.getAttribute("quotePrefix")]).toEqual([
        "s",
        text,
        "1",
      ]);
    },
  );

  test("text of any kind under any format is text, also after the cell is edited", () => {
    fc.assert(
      fc.property(hostileText, anyFormat, (text, format) => {
        const cell = written(text, { style: format ? { format } : {} });
        const style = [...one(cell.styles, "cellXfs").children][Number(cell.style ?? 0)]!;
        const guarded = style.getAttribute("quotePrefix") === "1" || style.getAttribute("numFmtId") === "49";
        expect([cell.type, cell.formula]).toEqual(["s", undefined]);
        expect(guarded || staysText(text)).toBe(true);
      }),
    );
  });

  test("a text in a sample of a unit's file is as the unit left it, and still no formula", () => {
    const prefix = (text: string): string | null | undefined => {
      const { styles, style } = written(text, { style: { format: "0" }, unguarded: true });
      return [...one(styles, "cellXfs").children][Number(style ?? 0)]?.getAttribute("quotePrefix");
    };
    expect([prefix("41"), prefix("=1+1")]).toEqual([null, "1"]);
  });

  test("equal texts are kept once and counted", () => {
    const cells = ["甲", "乙", "甲"].map((value, row) => ({ row, column: 0, value }));
    const strings = writeAndOpen(planOf(cells)).part("xl/sharedStrings.xml");
    expect(attributes(strings)).toMatchObject({ count: "3", uniqueCount: "2" });
  });

  test("blanks at the ends and line feeds of a text are kept", () => {
    expect(written(" 甲\n乙 ").stringsXml).toContain('<t xml:space="preserve"> 甲\n乙 </t>');
  });

  test("control characters, carriage returns and halves of characters are written as Excel writes them", () => {
    expect(written("a\u0001\r\ud83d").strings.textContent).toBe("a_x0001__x000D__xD83D_");
  });

  test("a text that looks like such an escape is told apart from one", () => {
    expect(written("_x000D_").strings.textContent).toBe("_x005F_x000D_");
  });

  test("a character beyond the basic plane is kept", () => {
    expect(written("𠮷").strings.textContent).toBe("𠮷");
  });

  test("a cell with neither value nor style is left out", () => {
    const opened = writeAndOpen(planOf([{ row: 0, column: 0, value: null }]));
    expect(opened.text("xl/worksheets/sheet1.xml")).not.toContain("<c ");
  });

  test("an empty cell with a style is written", () => {
    expect(written(null, { style: { fill: "FFFF00" } })).toMatchObject({ style: "1", value: undefined });
  });

  test("cells in any order come out row by row, left to right", () => {
    const cells = [
      [1, 1],
      [0, 3],
      [1, 0],
      [0, 0],
    ].map(([row, column]) => ({ row: row!, column: column!, value: 1 }));
    const sheet = writeAndOpen(planOf(cells)).part("xl/worksheets/sheet1.xml");
    const addresses = [...sheet.getElementsByTagName("c")].map((cell) => cell.getAttribute("r"));
    expect(addresses).toEqual(["A1", "D1", "A2", "B2"]);
  });
});

describe("formulas", () => {
  test.each([
    [12.5, null, "12.5"],
    ["合格", "str", "合格"],
    [false, "b", "0"],
    ["#DIV/0!", "e", "#DIV/0!"],
    [null, "str", ""],
  ])("the result %p is kept with its type", (value, type, text) => {
    expect(written(value, { formula: 'IF(A1<1,"&",B1)' })).toMatchObject({
      formula: 'IF(A1<1,"&",B1)',
      type,
      value: text,
    });
  });

  test("functions newer than the file format get their prefix, names in texts and sheets do not", () => {
    const formula = `ifna(XLOOKUP(A1,B:B,C:C),"IFS(")&'IFS('!A1&_xlfn.CONCAT(A1)`;
    expect(written("", { formula }).formula).toBe(
      `_xlfn.ifna(_xlfn.XLOOKUP(A1,B:B,C:C),"IFS(")&'IFS('!A1&_xlfn.CONCAT(A1)`,
    );
  });

  test("Excel checks the results when it opens a workbook with formulas", () => {
    const opened = writeAndOpen(planOf([{ row: 0, column: 0, value: 2, formula: "1+1" }]));
    expect(one(opened.part("xl/workbook.xml"), "calcPr").getAttribute("fullCalcOnLoad")).toBe("1");
  });
});
