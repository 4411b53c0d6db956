import { dumpWorkbook } from "../../src/files/dump";
import { readPackage, relationships } from "./package";

/** One workbook with something for every field that the command line's contract has. */
const dump = () =>
  dumpWorkbook(
    readPackage({
      workbookBefore: `<workbookPr date1904="1"/>`,
      workbookAfter: `<definedNames><definedName name="合计">表1!$A$1</definedName><definedName name="x" localSheetId="1">1</definedName></definedNames><externalReferences><externalReference/></externalReferences>`,
      states: ["visible", "veryHidden"],
      styles: `<cellXfs><xf/><xf numFmtId="10"/></cellXfs>`,
      before: `<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>`,
      data: [
        `<row r="1"><c r="A1" s="1"><v>12.5</v></c><c r="B1" t="str"><v>__proto__</v></c><c r="C1" t="b"><v>0</v></c></row>
         <row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>A1</f></c><c r="C2" t="str"><f>""</f><v></v></c></row>
         <row r="3" hidden="1"/><row r="8" hidden="1"/><row r="9" hidden="1"/>`,
        "",
      ],
      after: `<sheetProtection sheet="1"/><mergeCells><mergeCell ref="A5:C5"/></mergeCells>`,
      sheetRelationships: relationships([["rId1", "comments", "../comments1.xml"]]),
      parts: {
        "xl/comments1.xml": `<comments><commentList><comment ref="A1"><text><t>请核对</t></text></comment></commentList></comments>`,
      },
    }),
  );

describe("the dump of a workbook", () => {
  test("has every field of the contract, and no other", () => {
    expect(JSON.parse(JSON.stringify(dump()))).toEqual({
      format: "xlsx",
      date1904: true,
      sheets: [
        {
          name: "表1",
          visibility: "visible",
          protected: true,
          cells: {
            A1: { v: 12.5, t: "number", z: "0.00%" },
            B1: { v: "__proto__", t: "text" },
            C1: { v: false, t: "boolean" },
            A2: { v: "#DIV/0!", t: "error", f: "1/0" },
            B2: { f: "A1" },
            C2: { v: "", t: "text", f: '""' },
          },
          merges: ["A5:C5"],
          hiddenRows: ["3", "8:9"],
          hiddenColumns: ["B", "D:XFD"],
          comments: { A1: "请核对" },
        },
        {
          name: "表2",
          visibility: "veryHidden",
          protected: false,
          cells: {},
          merges: [],
          hiddenRows: [],
          hiddenColumns: [],
          comments: {},
        },
      ],
      names: [
        { name: "合计", sheet: null, refers: "表1!$A$1" },
        { name: "x", sheet: "表2", refers: "1" },
      ],
      externalLinks: 1,
    });
  });

  test("gives the cells row by row", () => {
    expect(Object.keys(dump().sheets[0]!.cells)).toEqual(["A1", "B1", "C1", "A2", "B2", "C2"]);
  });
});
