import {
  MAIN,
  errorCode,
  formulas,
  packageParts,
  readBytes,
  readPackage,
  relationships,
  sheetOf,
  values,
  zipParts,
} from "../package";
import { strToU8, zipSync } from "fflate";

const SHEET = "xl/worksheets/sheet1.xml";
const data = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A1</f><v>2</v></c></row>`;
const strings = "<si><t>台上镇</t></si>";
const expected = { A1: "台上镇", B1: 2 };

/** The usual package with some parts changed. */
function change(changes: Record<string, (xml: string) => string | Uint8Array>): Uint8Array {
  const parts = packageParts({ data, strings });
  for (const [name, edit] of Object.entries(changes)) parts[name] = edit(String(parts[name]));
  return zipParts(parts);
}

const utf16 = (xml: string, big: boolean, mark = true): Uint8Array => {
  const text = (mark ? "\uFEFF" : "") + xml.replace("UTF-8", "UTF-16");
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((c, i) => view.setUint16(i * 2, c.charCodeAt(0), !big));
  return bytes;
};

const prefixed =
  (prefix: string, main = MAIN) =>
  (xml: string): string =>
    xml
      .replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`)
      .replace(`xmlns="${MAIN}"`, `xmlns:${prefix}="${main}"`);

describe("packages in every shape that people's programs write", () => {
  const parts = ["xl/workbook.xml", "xl/sharedStrings.xml", SHEET];
  const all = (edit: (xml: string) => string | Uint8Array): Uint8Array =>
    change(Object.fromEntries(parts.map((part) => [part, edit])));

  test.each<[string, () => Uint8Array]>([
    ["the usual one", () => change({})],
    ["UTF-16, little end first", () => all((xml) => utf16(xml, false))],
    ["UTF-16, big end first", () => all((xml) => utf16(xml, true))],
    ["UTF-16 without a mark", () => all((xml) => utf16(xml, false, false))],
    ["UTF-8 with a mark", () => all((xml) => `\uFEFF${xml}`)],
    ["GB18030, as the declaration says", () => change({ "xl/sharedStrings.xml": () => gbk })],
    ["a prefix before every name", () => all(prefixed("x"))],
    ["a Strict file", () => all((xml) => xml.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"))],
    [
      "a Strict file with prefixes",
      () => all(prefixed("ns0", "http://purl.oclc.org/ooxml/spreadsheetml/main")),
    ],
    [
      "comments and instructions everywhere",
      () =>
        change({
          [SHEET]: (xml) => xml.replace(/<(?=[a-z/])/g, `<!-- <c r="A1"><v>9</v></c> --><?pi <c>?><`),
        }),
    ],
    [
      "a CDATA section as value",
      () => change({ [SHEET]: (xml) => xml.replace("<v>2</v>", "<v><![CDATA[2]]></v>") }),
    ],
    [
      "white space wherever it may stand",
      () =>
        change({
          [SHEET]: (xml) => xml.replace(/(r|t)="(\w+)"/g, `\n $1 =\t'$2'\r\n`).replace(/></g, ">\n<"),
        }),
    ],
    [
      "a wrong dimension",
      () => change({ [SHEET]: (xml) => xml.replace("<sheetData>", `<dimension ref="A1"/><sheetData>`) }),
    ],
    ["cells without addresses", () => change({ [SHEET]: (xml) => xml.replace(/ r="\w+"/g, "") })],
    [
      "attributes nobody knows",
      () => change({ [SHEET]: (xml) => xml.replace(/<c /g, `<c x:y="a>b" cm="1" vm='"' `) }),
    ],
    [
      "a root relationship with a leading slash",
      () => change({ "_rels/.rels": (xml) => xml.replace("xl/workbook", "/xl/workbook") }),
    ],
  ])("%s", (_, build) => {
    expect(values(readBytes(build()))).toEqual(expected);
  });

  // 台上镇 in GB18030: cc a8 c9 cf d5 f2
  const gbk = Uint8Array.from([
    ...strToU8(`<?xml version="1.0" encoding="GB2312"?><sst><si><t>`),
    ...[0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2],
    ...strToU8(`</t></si></sst>`),
  ]);

  test("parts of any name, in any folder", () => {
    const parts = packageParts({ data, strings });
    const sheet = parts[SHEET]!;
    delete parts[SHEET];
    parts["xl/Tabelle/Ü.xml"] = sheet;
    parts["xl/_rels/workbook.xml.rels"] = relationships([
      ["rId1", "worksheet", "../xl/./Tabelle/Ü.xml"],
      ["rIdS", "sharedStrings", "/XL/SharedStrings.XML"],
    ]);
    expect(values(readBytes(zipParts(parts)))).toEqual(expected);
  });

  test("backslashes in the zip's names", () => {
    const parts = packageParts({ data, strings });
    const renamed = Object.entries(parts).map(([name, part]) => [name.replaceAll("/", "\\"), part]);
    expect(values(readBytes(zipParts(Object.fromEntries(renamed) as typeof parts)))).toEqual(expected);
  });

  test("entries that are stored, not deflated", () => {
    const parts = Object.entries(packageParts({ data, strings })).map(([name, part]) => [
      name,
      strToU8(String(part)),
    ]);
    expect(
      values(readBytes(zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>, { level: 0 }))),
    ).toEqual(expected);
  });

  test("no styles, no shared strings, no sheet data at all", () => {
    const parts = packageParts({});
    parts[SHEET] = `<worksheet xmlns="${MAIN}"><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
    expect(sheetOf(readBytes(zipParts(parts))).merges).toHaveLength(1);
    parts[SHEET] =
      `<worksheet xmlns="${MAIN}"><sheetData/><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`;
    expect(sheetOf(readBytes(zipParts(parts))).merges).toHaveLength(1);
  });

  test("cells out of order are put in order, and of two with one address the later counts", () => {
    const odd = `<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="C1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>`;
    const read = readPackage({ data: odd });
    expect(Object.entries(values(read))).toEqual([
      ["C1", 3],
      ["A2", 2],
      ["B2", 4],
    ]);
  });

  test("rows without numbers follow each other", () => {
    const odd = `<row><c><v>1</v></c></row><row r="5"><c><v>2</v></c><c r="D5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`;
    expect(values(readPackage({ data: odd }))).toEqual({ A1: 1, A5: 2, D5: 3, E5: 4, A6: 5 });
  });

  test("a comment around a cell hides it", () => {
    const odd = `<row r="1"><!--<c r="A1"><v>1</v></c>--><c r="B1"><v>2</v></c></row>`;
    expect(values(readPackage({ data: odd }))).toEqual({ B1: 2 });
  });

  test("CDATA in a formula is the formula's text", () => {
    const odd = `<row r="1"><c r="A1"><f><![CDATA[IF(B1<2,"&",1)]]></f><v>1</v></c></row>`;
    expect(formulas(readPackage({ data: odd }))).toEqual({ A1: 'IF(B1<2,"&",1)' });
  });

  test.each([
    [
      "a wrong byte in a text",
      () =>
        change({
          "xl/sharedStrings.xml": () =>
            Uint8Array.from([...strToU8("<sst><si><t>"), 0xff, ...strToU8("</t></si></sst>")]),
        }),
    ],
    ["a sheet that breaks off", () => change({ [SHEET]: (xml) => xml.slice(0, xml.indexOf("<f>")) })],
    [
      "an attribute without end",
      () => change({ [SHEET]: (xml) => xml.replace(`"B1"`, `"B1`).replace(/"/g, "'").replace("'B1", `"B1`) }),
    ],
  ])("%s is damage", (_, build) => {
    expect(errorCode(() => readBytes(build()))).toBe("F02");
  });

  test.each(["XFE1", "B0", "B1048577", "1B", "", "__proto__"])(
    "a cell at “%s” is a loss of that cell alone",
    (at) => {
      const whole = readBytes(change({}));
      const read = readBytes(change({ [SHEET]: (xml) => xml.replace(`"B1"`, `"${at}"`) }));
      const { B1: _, ...others } = values(whole);
      expect(values(read)).toEqual(others);
      expect(read.losses).toMatchObject([{ what: "cell", cell: at }]);
    },
  );

  test.each(["b1", "$B$1", " B1 "])("a cell at “%s” is where it means", (at) => {
    const read = readBytes(change({ [SHEET]: (xml) => xml.replace(`"B1"`, `"${at}"`) }));
    expect(values(read)).toEqual(values(readBytes(change({}))));
    expect(read.losses).toBeUndefined();
  });

  test("a zip without a workbook is no workbook", () => {
    expect(errorCode(() => readBytes(zipParts({ "a.txt": "x" })))).toBe("F04");
  });
});
