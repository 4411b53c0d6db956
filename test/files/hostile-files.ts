/** Files made to hurt. Each is made when it is asked for, and none is kept. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { randomNumbers } from "./fuzz";
import { packageParts, relationships, zipParts, type PackageOptions } from "./package";
import { rawZip } from "./raw-zip";

export interface HostileFile {
  readonly title: string;
  /** `xlsx` if absent. */
  readonly extension?: string;
  readonly bytes: () => Uint8Array;
}

const MB = 1 << 20;
const SHEET = "xl/worksheets/sheet1.xml";

/** Enough noise in a comment that the zip's ratio looks honest. */
function noise(length: number): string {
  const random = randomNumbers(length);
  const text = Array.from({ length: Math.ceil(length / 250 / 6) }, () => random(2 ** 32).toString(36));
  return `<!--${text.join("")}-->`;
}

/** A package with one of its parts grown large, past the gate that asks for the ratio. */
function large(options: PackageOptions): () => Uint8Array {
  return () => {
    const parts = packageParts(options);
    for (const [name, part] of Object.entries(parts)) {
      if (part.length > 3 * MB) parts[name] = String(part) + noise(part.length);
    }
    return zipParts(parts);
  };
}

const sheet = (title: string, options: () => PackageOptions): HostileFile => ({
  title,
  bytes: () => large(options())(),
});

/** As much of the text as makes a part of so many megabytes. */
const fill = (text: string, megabytes: number): string =>
  text.repeat(Math.floor((megabytes * MB) / Buffer.byteLength(text)));

function rows(count: number, row: (index: number) => string): string {
  return Array.from({ length: count }, (_, i) => row(i)).join("");
}

const ONE = `<row r="1"><c r="A1"><v>1</v></c></row>`;

export const HOSTILE: readonly HostileFile[] = [
  { title: "zip bomb of 256 MB", bytes: () => bomb(256 * MB) },
  { title: "zip bomb that declares 1 KB", bytes: () => bomb(64 * MB, 1000) },
  {
    title: "declares 2 GB",
    bytes: () => rawZip([...small(), { name: SHEET, data: "<worksheet/>", size: 2 ** 31 }]),
  },
  {
    title: "6000 entries",
    bytes: () => rawZip(Array.from({ length: 6000 }, (_, i) => ({ name: `a${i}`, data: "" }))),
  },
  sheet("2.9 million empty cells", () => ({ data: `<row>${"<c/>".repeat(10_000)}</row>`.repeat(290) })),
  sheet("2.9 million numbers", () => ({
    data: `<row>${"<c><v>1</v></c>".repeat(10_000)}</row>`.repeat(290),
  })),
  sheet("2 million texts in the cells", () => ({
    data: `<row>${'<c t="str"><v>abcdefghijklm</v></c>'.repeat(10_000)}</row>`.repeat(200),
  })),
  sheet("texts in the cells, inline", () => ({
    data: `<row>${'<c t="inlineStr"><is><t>五</t></is></c>'.repeat(10_000)}</row>`.repeat(160),
  })),
  sheet("errors, no two alike", () => ({
    data: rows(200, (i) => `<row>${rows(10_000, (j) => `<c t="e"><v>#${i}!${j}</v></c>`)}</row>`),
  })),
  sheet("cells in reverse order", () => ({
    data: rows(1_000_000, (i) => `<c r="A${1_000_000 - i}"><v>1</v></c>`).replace(/^/, "<row>") + "</row>",
  })),
  sheet("the same cell without end", () => ({
    data: `<row>${'<c r="A1"><v>1</v></c>'.repeat(2_500_000)}</row>`,
  })),
  sheet("a million empty rows with style", () => ({
    data: rows(1_000_000, (i) => `<row r="${i + 1}" s="1" customFormat="1"/>`),
  })),
  sheet("every second row hidden, over and over", () => ({
    data: fill(`<row r="1" hidden="1"/><row r="3" hidden="1"/>`, 60),
  })),
  sheet("cells in the corners", () => ({ data: `${ONE}<row><c r="XFD1048576"><v>1</v></c></row>` })),
  sheet("sixty megabytes of blanks", () => ({ data: " ".repeat(60 * MB) })),
  sheet("sixty megabytes of <", () => ({ data: "<".repeat(60 * MB) })),
  sheet("sixty megabytes of <a>", () => ({ data: fill("<a>", 60) })),
  sheet("tags with a prefix that means nothing", () => ({ data: fill("<x:y>", 60) })),
  sheet("tags before the cells", () => ({ before: fill("<a>", 60), data: ONE })),
  sheet("tags after the cells, in Chinese", () => ({ data: ONE, after: fill("<甲>", 60) })),
  sheet("columns without end", () => ({ before: fill(`<col min="1" max="1" hidden="1"/>`, 60), data: ONE })),
  sheet("a million merged areas", () => ({ after: fill(`<mergeCell ref="A1:B2"/>`, 24) })),
  sheet("one merge of the whole sheet", () => ({
    data: ONE,
    after: `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
  })),
  sheet("a validation of whole columns", () => ({
    data: ONE,
    after: `<dataValidations><dataValidation type="list" sqref="C2:H1048576"><formula1>"a"</formula1></dataValidation></dataValidations>`,
  })),
  sheet("validations of a hundred thousand areas each", () => ({
    data: ONE,
    after: fill(`<dataValidation sqref="${"A1 ".repeat(100_000)}"/>`, 60),
  })),
  sheet("a validation whose areas are an element", () => ({
    data: ONE,
    after: `<dataValidation><sqref>${"A1 ".repeat(20 * MB)}</sqref></dataValidation>`,
  })),
  sheet("a tag of sixty megabytes", () => ({ data: ONE, after: `<a ${"b='c' ".repeat(10 * MB)}/>` })),
  sheet("an array formula of the whole sheet", () => ({
    data: `<row><c r="A1"><f t="array" ref="A1:XFD1048576">1</f></c></row>`,
  })),
  sheet("an array formula of 2.9 million cells", () => ({
    data: `<row><c r="A1"><f t="array" ref="A1:A1000000">1</f></c><c r="B1"><f t="array" ref="B1:C900000">1</f></c></row>`,
  })),
  sheet("array formulas over each other", () => ({
    data: rows(1000, (i) => `<row><c r="A${i + 1}"><f t="array" ref="A1:A2900">1</f></c></row>`),
  })),
  sheet("a shared formula of 8000 characters in 100000 cells", () => ({
    data: rows(
      100_000,
      (i) =>
        `<row><c><f t="shared" si="0"${i === 0 ? ` ref="A1:A100000">${"A1+".repeat(2700)}1` : ">"}</f></c></row>`,
    ),
  })),
  sheet("cells that follow a shared formula of 8000 characters before it comes", () => ({
    data: `${rows(100_000, (i) => `<row r="${i + 1}"><c r="A${i + 1}"><f t="shared" si="0"/></c></row>`)}<row><c><f t="shared" si="0" ref="A1:A100001">${"A1+".repeat(2700)}1</f></c></row>`,
  })),
  sheet("a million formulas", () => ({
    data: `<row>${"<c><f>A1+B1+C1+D1</f></c>".repeat(10_000)}</row>`.repeat(115),
  })),
  sheet("formulas without end", () => ({
    data: `<row>${"<c><f>A1+B1+C1+D1</f></c>".repeat(10_000)}</row>`.repeat(200),
  })),
  sheet("a formula of sixty megabytes", () => ({
    data: `<row><c><f>${"A1+".repeat(20 * MB)}</f></c></row>`,
  })),
  sheet("comments of XML without end", () => ({ data: fill("<!---->", 60) })),
  sheet("CDATA without end", () => ({
    data: `<row><c t="str"><v>${fill("<![CDATA[&]]>", 60)}</v></c></row>`,
  })),
  sheet("two million shared strings", () => ({
    data: ONE,
    strings: rows(2_000_000, (i) => `<si><t>text number ${i}</t></si>`),
  })),
  sheet("shared strings in Chinese", () => ({
    data: ONE,
    strings: rows(699_000, (i) => `<si><t>关心下一代工作委员会${i}</t></si>`),
  })),
  sheet("shared strings of rich text", () => ({
    data: ONE,
    strings: fill("<si><r><t>a</t></r><r><t>b</t></r></si>", 60),
  })),
  sheet("shared strings that are none", () => ({ data: ONE, strings: fill("<a>", 60) })),
  sheet("a shared string of sixty megabytes", () => ({
    data: ONE,
    strings: `<si><t>${"五".repeat(20 * MB)}</t></si>`,
  })),
  sheet("a shared string of runs without end", () => ({
    data: ONE,
    strings: `<si>${fill("<r><t>a</t></r>", 60)}</si>`,
  })),
  sheet("entries nested in each other", () => ({ data: ONE, strings: fill("<si>", 60) })),
  sheet("number formats without end", () => ({
    data: ONE,
    styles: `<numFmts>${rows(1_000_000, (i) => `<numFmt numFmtId="${i}" formatCode="0.0&quot;${i}&quot;"/>`)}</numFmts>`,
  })),
  sheet("cell styles without end", () => ({
    data: ONE,
    styles: `<cellXfs>${fill(`<xf numFmtId="9"/>`, 60)}</cellXfs>`,
  })),
  sheet("a number format of a megabyte", () => ({
    data: `<row><c r="A1" s="0"><v>1</v></c></row>`,
    styles: `<numFmts><numFmt numFmtId="164" formatCode="${"[".repeat(MB - 100)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
  })),
  sheet("names without end", () => ({
    data: ONE,
    workbookAfter: fill(`<definedName name="a">1</definedName>`, 60),
  })),
  sheet("comments without end", () => ({
    data: ONE,
    sheetRelationships: relationships([["rId1", "comments", "../comments1.xml"]]),
    parts: {
      "xl/comments1.xml": `<comments>${rows(600_000, (i) => `<comment ref="A${i + 1}"><text><t>${"x".repeat(60)}</t></text></comment>`)}</comments>`,
    },
  })),
  sheet("relationships without end", () => ({
    data: ONE,
    sheetRelationships: fill(`<Relationship Id="a" Type="comments" Target="b"/>`, 60),
  })),
  sheet("the same sheet 500 times", () => ({
    data: `<row>${"<c><v>1</v></c>".repeat(10_000)}</row>`.repeat(20),
    workbookAfter: `<sheet name="a" r:id="rId1"/>`.repeat(500),
  })),
  ...[9_974, 10_303].map((at) => ({
    title: `old workbook in which a library runs in a circle, from byte ${at}`,
    extension: "xls",
    bytes: () => hangingXls(at),
  })),
  {
    title: "old workbook of a hundred thousand texts, cut in the middle",
    extension: "xls",
    bytes: () => largeXls().subarray(0, 3 * MB),
  },
  {
    title: "html of sixty megabytes",
    extension: "xls",
    bytes: () => Buffer.from(`<html><table>${fill("<tr><td>1</td></tr>", 60)}</table></html>`),
  },
  {
    title: "html table that spans the sheet",
    extension: "xls",
    bytes: () => Buffer.from(`<table><tr><td colspan="1000000000" rowspan="1000000000">1</td></tr></table>`),
  },
  {
    title: "XML Spreadsheet that skips to the last row, often",
    extension: "xls",
    bytes: () =>
      Buffer.from(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${fill(`<Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>`, 10)}</Table></Worksheet></Workbook>`,
      ),
  },
  {
    title: "OpenDocument that repeats a cell a billion times",
    extension: "ods",
    bytes: () =>
      zipParts({
        mimetype: "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
      }),
  },
  {
    title: "csv of thirty megabytes of commas",
    extension: "csv",
    bytes: () => Buffer.from(fill(`${",".repeat(10_000)}\n`, 31)),
  },
  {
    title: "csv of sixty megabytes",
    extension: "csv",
    bytes: () => Buffer.from(fill(`${",".repeat(10_000)}\n`, 60)),
  },
  {
    title: "csv of one and a half million fields",
    extension: "csv",
    bytes: () => Buffer.from(fill(`${"1,".repeat(10_000)}\n`, 31)),
  },
  {
    title: "csv of seven hundred thousand fields in Chinese",
    extension: "csv",
    bytes: () => Buffer.from(rows(6_990, () => `${"关心下一代工作委员会,".repeat(100)}\n`)),
  },
  {
    title: "csv of one open quotation mark",
    extension: "csv",
    bytes: () => Buffer.from(`a,b\n"${fill(`""`, 60)}`),
  },
  {
    title: "random bytes",
    bytes: () =>
      Uint8Array.from(
        { length: 4 * MB },
        (
          (r) => () =>
            r(256)
        )(randomNumbers(1)),
      ),
  },
];

const XLS = join(__dirname, "../fixtures/submissions/retyped.xls");

/** One byte of a sound .xls changed, found by mutation: `@e965/xlsx` does not come back from it. */
export function hangingXls(at = 9_974): Uint8Array {
  const bytes = new Uint8Array(readFileSync(XLS));
  bytes[at] = at === 9_974 ? 64 : 108;
  return bytes;
}

function largeXls(): Uint8Array {
  const rows = Array.from({ length: 5000 }, (_, i) => Array.from({ length: 20 }, (_, j) => `第${i}行${j}`));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "明细");
  return new Uint8Array(write(book, { type: "buffer", bookType: "biff8" }) as Buffer);
}

function small(): { name: string; data: string }[] {
  return Object.entries(packageParts({ data: ONE }))
    .filter(([name]) => name !== SHEET)
    .map(([name, data]) => ({ name, data: String(data) }));
}

function bomb(length: number, size?: number): Uint8Array {
  return rawZip([
    ...small(),
    { name: SHEET, data: new Uint8Array(length), ...(size === undefined ? {} : { size }) },
  ]);
}
