import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readXlsx } from "../../../src/files/read/xlsx";
import {
  cells,
  errorCode,
  packageBytes,
  packageParts,
  readBytes,
  readPackage,
  relationships,
  sheetOf,
  values,
  zipParts,
} from "../package";

const cell = (at: string, value = "1"): string =>
  `<row r="${at.slice(1)}"><c r="${at}"><v>${value}</v></c></row>`;

describe("sheets", () => {
  test("hidden and very hidden sheets are told apart", () => {
    const read = readPackage({ data: ["", "", ""], states: ["visible", "hidden", "veryHidden"] });
    expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["表1", "visible"],
      ["表2", "hidden"],
      ["表3", "veryHidden"],
    ]);
  });

  test("a sheet may be named __proto__ or constructor", () => {
    const parts = packageParts({ data: [cell("A1")] });
    parts["xl/workbook.xml"] = String(parts["xl/workbook.xml"]).replace("表1", "__proto__");
    const read = readBytes(zipParts(parts));
    expect(sheetOf(read).name).toBe("__proto__");
    expect(values(read)).toEqual({ A1: 1 });
  });

  test("hidden rows and columns come as spans", () => {
    const row = (r: number, hidden: string): string => `<row r="${r}"${hidden}/>`;
    const data =
      row(3, ` hidden="1"`) +
      row(7, ` hidden="0"`) +
      [8, 9, 10].map((r) => row(r, ` ht="0" hidden='true'`)).join("");
    const before = `<cols><col min="2" max="2" width="0" hidden="1" customWidth="1"/><col min="3" max="3" width="9"/><col min="4" max="16384" hidden="true"/></cols>`;
    const sheet = sheetOf(readPackage({ data, before }));
    expect(sheet.hiddenRows).toEqual([
      { first: 2, last: 2 },
      { first: 7, last: 9 },
    ]);
    expect(sheet.hiddenColumns).toEqual([
      { first: 1, last: 1 },
      { first: 3, last: 16383 },
    ]);
  });

  test("rows hidden by default are all that the file does not list", () => {
    const before = `<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>`;
    const sheet = sheetOf(readPackage({ data: `<row r="1"/><row r="3" hidden="1"/><row r="4"/>`, before }));
    expect(sheet.hiddenRows).toEqual([
      { first: 1, last: 2 },
      { first: 4, last: 1_048_575 },
    ]);
  });

  test("merged areas", () => {
    const after = `<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B9"/><mergeCell ref="D4"/></mergeCells>`;
    expect(sheetOf(readPackage({ after })).merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 1, bottom: 8, right: 1 },
    ]);
  });

  test("protection of a sheet and of the workbook's structure", () => {
    const read = readPackage({
      after: `<sheetProtection sheet="1" objects="1"/>`,
      workbookBefore: `<workbookProtection lockStructure="1"/>`,
    });
    expect([sheetOf(read).protected, read.structureProtected]).toEqual([true, true]);
    const open = readPackage({ after: `<sheetProtection password="83AF"/>` });
    expect([sheetOf(open).protected, open.structureProtected]).toEqual([false, false]);
  });

  test("the sheet's own filter, not one of a custom view", () => {
    const view = `<customSheetViews><customSheetView guid="x"><autoFilter ref="A9:B9"/></customSheetView></customSheetViews>`;
    expect(
      sheetOf(
        readPackage({ after: `<autoFilter ref="A3:D20"><filterColumn colId="0"/></autoFilter>${view}` }),
      ).autoFilter,
    ).toEqual({
      top: 2,
      left: 0,
      bottom: 19,
      right: 3,
    });
    expect(sheetOf(readPackage({ after: view })).autoFilter).toBeUndefined();
  });

  test("data validations, of the standard and of Excel 2010", () => {
    const after = `<dataValidations count="2"><dataValidation type="list" sqref="B2:B1048576 D4"><formula1>"是,否"</formula1></dataValidation>
      <dataValidation type="whole" operator="between" sqref="C:C"><formula1>0</formula1><formula2>A1&gt;2</formula2></dataValidation><dataValidation sqref="E1"/></dataValidations>
      <extLst><ext xmlns:x14="x14" xmlns:xm="xm"><x14:dataValidations><x14:dataValidation type="list"><x14:formula1><xm:f>关工02!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>F6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    expect(sheetOf(readPackage({ after })).validations).toEqual([
      {
        areas: [
          { top: 1, left: 1, bottom: 1_048_575, right: 1 },
          { top: 3, left: 3, bottom: 3, right: 3 },
        ],
        type: "list",
        formula1: '"是,否"',
      },
      {
        areas: [{ top: 0, left: 2, bottom: 1_048_575, right: 2 }],
        type: "whole",
        formula1: "0",
        formula2: "A1>2",
      },
      { areas: [{ top: 0, left: 4, bottom: 0, right: 4 }], type: "none" },
      { areas: [{ top: 5, left: 5, bottom: 5, right: 5 }], type: "list", formula1: "关工02!$A$1:$A$3" },
    ]);
    const unasked = readXlsx(packageBytes({ after }), { inflate: nodeInflate });
    expect(sheetOf(unasked).validations).toBeUndefined();
  });

  test("comments, a threaded one not twice", () => {
    const read = readPackage({
      sheetRelationships: relationships([
        ["rId1", "comments", "../comments1.xml"],
        ["rId2", "threadedComment", "../threaded.xml"],
      ]),
      parts: {
        "xl/comments1.xml": `<comments><commentList><comment ref="B2"><text><r><t>张三:</t></r><r><t xml:space="preserve">
请核对</t></r></text></comment><comment ref="A1"><text><t>[Threaded comment] …</t></text></comment></commentList></comments>`,
        "xl/threaded.xml": `<ThreadedComments><threadedComment ref="A1" id="1"><text>为什么是 0?</text></threadedComment><threadedComment ref="A1" id="2" parentId="1"><text>已更正</text></threadedComment></ThreadedComments>`,
      },
    });
    expect(sheetOf(read).comments).toEqual([
      { row: 0, column: 0, text: "为什么是 0?\n已更正" },
      { row: 1, column: 1, text: "张三:\n请核对" },
    ]);
  });

  test("defined names belong to the workbook or to a sheet", () => {
    const workbookAfter = `<definedNames><definedName name="合计">表1!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">表2!$A:$C</definedName><definedName name="空"/></definedNames>`;
    expect(readPackage({ data: ["", ""], workbookAfter }).names).toEqual([
      { name: "合计", sheet: null, refersTo: "表1!$A$1" },
      { name: "_xlnm.Print_Area", sheet: "表2", refersTo: "表2!$A:$C" },
      { name: "空", sheet: null, refersTo: "" },
    ]);
  });

  test("external links are counted", () => {
    const workbookAfter = `<externalReferences><externalReference r:id="rId8"/><externalReference r:id="rId9"/></externalReferences>`;
    expect(readPackage({ workbookAfter }).externalLinks).toBe(2);
  });

  test("chart sheets are left out, and a name's sheet is still counted right", () => {
    const parts = packageParts({
      data: ["", cell("A1")],
      workbookAfter: `<definedNames><definedName name="x" localSheetId="1">1</definedName></definedNames>`,
    });
    parts["xl/_rels/workbook.xml.rels"] = relationships([
      ["rId1", "chartsheet", "chartsheets/sheet1.xml"],
      ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ]);
    const read = readBytes(zipParts(parts));
    expect(read.sheets.map(({ name }) => name)).toEqual(["表2"]);
    expect(read.names[0]?.sheet).toBe("表2");
  });

  test("a sheet that the workbook lists and the file lacks is a loss; without any sheet the file is damaged", () => {
    const parts = packageParts({ data: ["", ""] });
    delete parts["xl/worksheets/sheet2.xml"];
    const read = readBytes(zipParts(parts));
    expect(read.sheets.map(({ name }) => name)).toEqual(["表1"]);
    expect(read.losses).toMatchObject([{ what: "noSheet", sheet: "表2", cell: null }]);
    delete parts["xl/worksheets/sheet1.xml"];
    expect(errorCode(() => readBytes(zipParts(parts)))).toBe("F02");
  });
});

describe("number formats", () => {
  const styled = (styles: string, count: number): (string | undefined)[] => {
    const data = `<row r="1">${Array.from({ length: count }, (_, i) => `<c s="${i}"><v>1</v></c>`).join("")}</row>`;
    return Object.values(cells(readPackage({ data, styles }))).map(({ format }) => format);
  };

  test("the file's own, and the builtin ones with the Chinese dates", () => {
    const xfs = [0, 9, 14, 31, 57, 49, 164, 22, 165].map((id) => `<xf numFmtId="${id}"/>`).join("");
    const own = `<numFmts><numFmt numFmtId="164" formatCode="0.0&quot;万元&quot;"/><numFmt numFmtId="22" formatCode="yyyy/m/d"/><numFmt numFmtId="165" formatCode="GENERAL"/></numFmts>`;
    expect(
      styled(
        `${own}<cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs>${xfs}</cellXfs><cellStyles/>`,
        9,
      ),
    ).toEqual([
      undefined,
      "0%",
      "mm-dd-yy",
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      "@",
      '0.0"万元"',
      "yyyy/m/d",
      undefined,
    ]);
  });

  test("a style that the file lacks is General", () => {
    expect(styled(`<cellXfs><xf numFmtId="9"/></cellXfs>`, 2)).toEqual(["0%", undefined]);
  });

  test("a conditional format's number format is not taken for a cell's", () => {
    const conditional = `<dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy/m/d"/></dxf></dxfs>`;
    const own = `<numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    expect(styled(own + conditional, 1)).toEqual(["0.0"]);
  });
});
