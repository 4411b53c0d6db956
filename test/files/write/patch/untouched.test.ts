import { unzipSync, zipSync } from "fflate";
import { FileReadError } from "../../../../src/files/read/errors";
import { patchXlsx } from "../../../../src/files/write/patch/patch-xlsx";
import { marked, patched } from "./patched";
import { unitWorkbook } from "./unit-workbook";

describe("a patch", () => {
  test("of nothing changes no part", () => {
    expect(patched({}).touched).toEqual([]);
  });

  test("of values, fills, comments and a sheet leaves charts, pictures, tables and settings byte for byte", () => {
    const { touched } = patched({
      sheets: [
        { sheet: "关工02", cells: [{ row: 1, column: 1, value: 4, fill: "FFFF00", comment: "核对" }] },
      ],
      added: [{ name: "审核结果", cells: [] }],
    });
    expect(touched).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      "xl/comments1.xml",
      "xl/drawings/vmlDrawing1.vml",
      "xl/styles.xml",
      "xl/workbook.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet3.xml",
    ]);
  });

  test("of one cell leaves every other character of the sheet", () => {
    const before = new TextDecoder().decode(unzipSync(unitWorkbook())["xl/worksheets/sheet1.xml"]);
    const after = marked({ A2: { value: 9 } }).text("xl/worksheets/sheet1.xml");
    expect(after).toBe(before.replace('<c r="A2"><v>3</v></c>', '<c r="A2"><v>9</v></c>'));
  });

  test("given in pieces for one sheet is one patch", () => {
    const piece = (column: number) => ({ sheet: "关工02", cells: [{ row: 8, column, comment: "缺填" }] });
    expect(patched({ sheets: [piece(0), piece(1)] }).workbook.sheets[0]?.comments).toHaveLength(3);
  });

  test("twice of one cell is refused", () => {
    const cell = { row: 0, column: 0, value: 1 };
    expect(() => patched({ sheets: [{ sheet: "关工02", cells: [cell, cell] }] })).toThrow(
      /cellTwice at 关工02!A1/,
    );
  });

  test("of a sheet that is not there is refused", () => {
    expect(() => patched({ sheets: [{ sheet: "关工99", cells: [] }] })).toThrow(/unknownSheet at 关工99/);
  });

  test("reads a workbook in UTF-16 and writes UTF-8", () => {
    const parts = unzipSync(unitWorkbook());
    const sheet = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]).replace("UTF-8", "UTF-16");
    parts["xl/worksheets/sheet1.xml"] = Uint8Array.from(Buffer.from(`\ufeff${sheet}`, "utf16le"));
    const patch = { sheets: [{ sheet: "关工02", cells: [{ row: 1, column: 0, value: "新" }] }] };
    const text = new TextDecoder().decode(
      unzipSync(patchXlsx(zipSync(parts), patch))["xl/worksheets/sheet1.xml"],
    );
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/);
    expect(text).toContain("新");
  });
});

describe("bytes that are no workbook", () => {
  const refused = (bytes: Uint8Array): unknown => {
    try {
      return patchXlsx(bytes, {});
    } catch (error) {
      return error instanceof FileReadError ? error.error.code : error;
    }
  };

  test("are refused as the reader refuses them", () => {
    const cut = unitWorkbook().subarray(0, 900);
    expect([refused(cut), refused(zipSync({ "a.txt": new Uint8Array(3) }))]).toEqual(["F02", "F04"]);
  });

  test("with a document type in a part that is changed are refused", () => {
    const change = (xml: string, path: string): string =>
      path === "xl/worksheets/sheet1.xml"
        ? xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')
        : xml;
    const patch = { sheets: [{ sheet: "关工02", cells: [{ row: 0, column: 0, value: 1 }] }] };
    expect(() => patchXlsx(unitWorkbook({ change }), patch)).toThrow(FileReadError);
  });
});
