/** One odd detail never condemns a workbook: the rest is read, and the loss is named. */
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readWorkbook } from "../../../src/files/read/read-workbook";
import {
  MAIN,
  packageBytes,
  packageParts,
  readBytes,
  readPackage,
  relationships,
  RELS,
  sheetOf,
  values,
  zipParts,
} from "../package";

const data = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>`;
const strings = "<si><t>一</t></si>";
const WHOLE = { A1: "一", B1: 2 };
const one = (inside: string) => readPackage({ data: `<row r="1">${inside}</row>` });

describe("parts that are missing, elsewhere or broken", () => {
  const without = (...names: readonly string[]) => {
    const parts = packageParts({ data, strings, styles: "" });
    for (const name of names) delete parts[name];
    return readBytes(zipParts(parts));
  };

  test.each([
    ["no styles", ["xl/styles.xml"]],
    ["no content types", ["[Content_Types].xml"]],
    ["no relationships of the package", ["_rels/.rels"]],
    ["no relationships of the workbook", ["xl/_rels/workbook.xml.rels"]],
    ["none of these", ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"]],
  ])("%s", (_, names) => {
    const read = without(...names);
    expect([values(read), read.losses]).toEqual([WHOLE, undefined]);
  });

  test("a target written as an address", () => {
    const parts = packageParts({ data });
    parts["xl/worksheets/表 1.xml"] = parts["xl/worksheets/sheet1.xml"]!;
    delete parts["xl/worksheets/sheet1.xml"];
    const target = "worksheets/%E8%A1%A8%201.xml";
    parts["xl/_rels/workbook.xml.rels"] = relationships([
      ["rId1", "worksheet", target],
      ["rIdS", "sharedStrings", "sharedStrings.xml"],
    ]);
    parts["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${strings}</sst>`;
    expect(values(readBytes(zipParts(parts)))).toEqual(WHOLE);
  });

  test.each([
    ["comments", "../comments1.xml", `<comments><commentList><comment ref="A1"><text><t>x`],
    ["drawing", "../drawings/drawing1.xml", `<wsDr><twoCellAnchor><from`],
    ["vmlDrawing", "../drawings/vmlDrawing1.vml", `<xml><v:shape><br></v:shape`],
  ])("%s that are broken are a loss of no weight", (type, target, broken) => {
    const part = `xl/${target.slice(3)}`;
    const sheetRelationships = relationships([["rId1", type, target]]);
    const read = readPackage({ data, strings, sheetRelationships, parts: { [part]: broken } });
    expect(values(read)).toEqual(WHOLE);
    expect(read.losses).toEqual([
      { what: "part", sheet: "表1", cell: null, part: expect.any(String), more: 0 },
    ]);
  });

  test("a sheet that breaks off is a loss of that sheet", () => {
    const parts = packageParts({ data: [data, data], strings });
    const SECOND = "xl/worksheets/sheet2.xml";
    parts[SECOND] = String(parts[SECOND]).slice(0, -60);
    const read = readBytes(zipParts(parts));
    expect(read.sheets.map(({ name }) => name)).toEqual(["表1"]);
    expect(read.losses).toMatchObject([{ what: "sheet", sheet: "表2" }]);
  });

  test("two parts of one name condemn what needs them, not the rest", () => {
    const twice = (name: string): Uint8Array => {
      const parts = {
        ...packageParts({ data, strings }),
        "xl/media/image1.png": "1",
        [name.toUpperCase()]: "2",
      };
      return zipParts(parts);
    };
    expect(values(readBytes(twice("xl/media/image1.png")))).toEqual(WHOLE);
    expect(() => readBytes(twice("xl/worksheets/sheet1.xml"))).toThrow("duplicateEntry");
  });

  test.each([
    ["before", (zip: Uint8Array) => Buffer.concat([Buffer.from("\r\n\r\n"), zip])],
    ["after", (zip: Uint8Array) => Buffer.concat([zip, Buffer.alloc(100_000, 32)])],
  ])("something %s the zip", async (_, around) => {
    const bytes = new Uint8Array(around(packageBytes({ data, strings })));
    const { workbook } = await readWorkbook(bytes, "a.xlsx", { inflate: nodeInflate });
    expect(values(workbook)).toEqual(WHOLE);
  });
});

describe("cells", () => {
  test.each([
    [
      "an inline text beside a value",
      `<c r="A1" t="inlineStr"><v>20</v><is><t>17</t></is></c>`,
      { A1: "17" },
    ],
    [
      "an inline text beside an empty value",
      `<c r="A1" t="inlineStr"><v/><is><t>17</t></is></c>`,
      { A1: "17" },
    ],
    ["an empty inline text beside a value", `<c r="A1" t="inlineStr"><is/><v>20</v></c>`, { A1: "20" }],
    ["an inline text without its element", `<c r="A1" t="inlineStr"><v>17</v></c>`, { A1: "17" }],
    ["a type nobody knows", `<c r="A1" t="x"><v>17</v></c>`, { A1: 17 }],
    ["a style that is not there", `<c r="A1" s="99"><v>17</v></c>`, { A1: 17 }],
    ["a small letter", `<c r="aB1"><v>17</v></c>`, { AB1: 17 }],
  ])("%s", (_, cell, expected) => {
    const read = one(cell);
    expect([values(read), read.losses]).toEqual([expected, undefined]);
  });

  test("one that stands twice with different contents is named; the later counts", () => {
    const read = one(`<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="A1"><v>2</v></c>`);
    expect(values(read)).toEqual({ A1: 2 });
    expect(read.losses).toMatchObject([{ what: "twice", cell: "A1", more: 0 }]);
  });

  test("hundreds that are lost are counted, not listed", () => {
    const read = readPackage({
      data: `<row r="1">${`<c r="?"><v>1</v></c>`.repeat(300)}<c r="A1"><v>1</v></c></row>`,
    });
    expect(read.losses).toHaveLength(10);
    expect(read.losses?.at(-1)?.more).toBe(290);
  });

  test("a row beyond the sheet is a loss of its cells", () => {
    const read = readPackage({
      data: `${data.replace(/<c r="A1".*?<\/c>/, "")}<row r="1048577"><c><v>1</v></c></row>`,
    });
    expect(values(read)).toEqual({ B1: 2 });
    expect(read.losses).toMatchObject([{ what: "cell" }]);
  });
});

test("formats dragged to the last row: only the cells that hold something are kept", () => {
  const empty = Array.from({ length: 3000 }, (_, i) => {
    const r = i + 2;
    return `<row r="${r}" spans="1:2"><c r="A${r}" s="1"/><c r="B${r}" s="1"/></row>`;
  }).join("");
  const last = `<row r="1048576" ht="0"><c r="A1048576" s="1"/></row><row r="9000"><c r="A9000" s="1"/><c r="B9000"><v>5</v></c></row>`;
  const bytes = packageBytes({
    data: data + empty + last,
    strings,
    after: `<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
  });
  const whole = readBytes(bytes);
  const compact = readBytes(bytes, { partBytes: 20_000 });
  expect(values(compact)).toEqual({ ...WHOLE, B9000: 5 });
  expect(compact).toEqual(whole);
});

describe("what is hidden by its size", () => {
  const hidden = (row: string, before = "") => sheetOf(readPackage({ data: row, before }));
  test.each([
    [`<row r="3" ht="0" customHeight="1"/>`, 1],
    [`<row r="3" ht="0.25"/>`, 1],
    [`<row r="3" ht="0.75"/>`, 0],
    [`<row r="3" ht="13.5"/>`, 0],
    [`<row r="3" hidden="1" ht="13.5"/>`, 1],
    [`<row r="3" ht="0" hidden="0"/>`, 1],
  ])("%s", (row, count) => expect(hidden(row).hiddenRows).toHaveLength(count));

  test("a column of no width, and all that are not listed where the usual width is none", () => {
    expect(hidden("", `<cols><col min="2" max="3" width="0" customWidth="1"/></cols>`).hiddenColumns).toEqual(
      [{ first: 1, last: 2 }],
    );
    const listed = `<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="2" width="9"/></cols>`;
    expect(hidden("", listed).hiddenColumns).toEqual([{ first: 2, last: 16_383 }]);
  });
});

describe("what a person sees otherwise than it is stored", () => {
  const r = (text: string, format = "") => `<r><rPr>${format}</rPr><t>${text}</t></r>`;
  const UP = `<vertAlign val="superscript"/>`;
  const shown = (runs: string) =>
    sheetOf(
      readPackage({ data: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, strings: `<si>${runs}</si>` }),
    ).shown;

  test.each([
    ["a raised digit", r("149") + r("1", UP), [{ kind: "runs", text: "149¹", struckOut: "" }]],
    [
      "a lowered one",
      r("CO") + r("2", `<vertAlign val="subscript"/>`),
      [{ kind: "runs", text: "CO₂", struckOut: "" }],
    ],
    [
      "a part struck out",
      r("164", "<strike/>") + r("174"),
      [{ kind: "runs", text: "174", struckOut: "164" }],
    ],
    ["all struck out", r("16", "<strike/>") + r("4", "<strike/>"), [{ kind: "struckOut" }]],
    ["a strike taken back", r("16", `<strike val="0"/>`) + r("4"), undefined],
    ["bold and plain", r("16", "<b/>") + r("4"), undefined],
    [
      "plain text before the first run",
      `<t>16</t>` + r("4", "<strike/>"),
      [{ kind: "runs", text: "16", struckOut: "4" }],
    ],
  ])("%s", (_, runs, expected) => {
    expect(shown(runs)).toEqual(expected?.map((each) => ({ row: 0, column: 0, ...each })));
  });

  test("the cell keeps what is stored", () => {
    const read = one(`<c r="A1" t="inlineStr"><is>${r("149")}${r("1", UP)}</is></c>`);
    expect([values(read), sheetOf(read).shown]).toEqual([
      { A1: "1491" },
      [{ row: 0, column: 0, kind: "runs", text: "149¹", struckOut: "" }],
    ]);
  });

  test("a whole cell struck out by its font, and no other", () => {
    const styles = `<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>`;
    const read = readPackage({
      data: `<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>`,
      styles,
    });
    expect(sheetOf(read).shown).toEqual([{ row: 0, column: 1, kind: "struckOut" }]);
  });

  test("a picture in the cell", () => {
    expect(sheetOf(one(`<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>`)).shown).toEqual([
      { row: 0, column: 0, kind: "picture" },
    ]);
  });

  test("text boxes, of both generations, and no comments, pictures or repetitions", () => {
    const sp = (text: string) =>
      `<xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p><a:p><a:r><a:t>人</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const corner = (name: string, column: number, row: number) =>
      `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>1000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>1000</xdr:rowOff></xdr:${name}>`;
    const drawing = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m"><xdr:twoCellAnchor>${corner("from", 4, 6)}${corner("to", 5, 7)}<mc:AlternateContent><mc:Choice>${sp("12")}</mc:Choice><mc:Fallback>${sp("旧")}</mc:Fallback></mc:AlternateContent></xdr:twoCellAnchor><xdr:twoCellAnchor>${corner("from", 0, 0)}${corner("to", 1, 1)}<xdr:pic/></xdr:twoCellAnchor></xdr:wsDr>`;
    const shape = (kind: string, text: string) =>
      `<v:shape><v:textbox><div>${text}</div></v:textbox><x:ClientData ObjectType="${kind}"><x:Anchor>1, 2, 3, 4, 1, 60, 3, 18</x:Anchor></x:ClientData></v:shape>`;
    const read = readPackage({
      data,
      strings,
      sheetRelationships: `<Relationships><Relationship Id="rId1" Type="${RELS}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="rId2" Type="${RELS}/vmlDrawing" Target="/xl/drawings/vml1.vml"/></Relationships>`,
      parts: {
        "xl/drawings/drawing1.xml": drawing,
        "xl/drawings/vml1.vml": `<xml xmlns:v="v" xmlns:x="x">${shape("Note", "批注")}${shape("Rect", "约30人")}</xml>`,
      },
    });
    expect(sheetOf(read).textBoxes).toEqual([
      { row: 3, column: 1, text: "约30人", area: { top: 3, left: 1, bottom: 3, right: 1 } },
      { row: 6, column: 4, text: "12\n人", area: { top: 6, left: 4, bottom: 7, right: 5 } },
    ]);
  });
});
