/** The formats that a library reads for us, written by that library and, where it cannot, by hand. */
import { utils, write, type BookType, type WorkBook } from "@e965/xlsx";
import { FileReadError } from "../../../src/files/read/errors";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readWorkbook, type ReadFile } from "../../../src/files/read/read-workbook";
import { cells, sheetOf, values, zipParts } from "../package";

const read = (bytes: Uint8Array | string, name: string): Promise<ReadFile> =>
  readWorkbook(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes, name, {
    inflate: nodeInflate,
  });

/** A unit's workbook: a visible sheet with a bit of everything, a hidden and a very hidden one. */
function unitBook(): WorkBook {
  const sheet = utils.aoa_to_sheet([
    ["五老志愿者", 210, 0.807, true],
    ["13800138000", "007", "440105199001011234"],
  ]);
  Object.assign(sheet, {
    C3: { t: "n", v: 3, f: "SUM(A4:B4)" },
    A4: { t: "n", v: 1 },
    B4: { t: "n", v: 2 },
    D4: { t: "e", v: 0x17 },
    A5: { t: "s", v: "合计" },
    "!ref": "A1:D5",
    "!merges": [{ s: { r: 4, c: 0 }, e: { r: 4, c: 2 } }],
  });
  sheet["C1"].z = "0.0%";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "关工02");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["x"]]), "隐");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["y"]]), "深");
  book.Workbook = { Sheets: [{}, { Hidden: 1 }, { Hidden: 2 }] };
  return book;
}

const written = (type: BookType, book = unitBook()): Uint8Array =>
  new Uint8Array(write(book, { type: "buffer", bookType: type, compression: true }) as Buffer);

describe.each<[string, BookType, string, string | null]>([
  [".xls of Excel 97", "biff8", "a.xls", "D03"],
  [".xls under the name of WPS", "biff8", "a.et", "D04"],
  [".xls that calls itself .xlsx", "biff8", "a.xlsx", "D04"],
  ["OpenDocument", "ods", "a.ods", null],
  ["OpenDocument in one file of XML", "fods", "a.fods", null],
  ["XML Spreadsheet 2003, as back offices export it", "xlml", "a.xls", "D05"],
])("%s", (_, type, name, notice) => {
  let file: ReadFile;
  beforeAll(async () => {
    file = await read(written(type), name);
  });

  test("numbers, texts and truth values come as what they are", () => {
    expect(values(file.workbook)).toMatchObject({ A1: "五老志愿者", B1: 210, C1: 0.807, D1: true });
  });

  test("long numbers, phone numbers and leading zeros survive", () => {
    const { A2, B2, C2 } = values(file.workbook);
    expect([A2, B2, C2]).toEqual(["13800138000", "007", "440105199001011234"]);
  });

  test("merges are kept", () => {
    expect(sheetOf(file.workbook).merges).toEqual([{ top: 4, left: 0, bottom: 4, right: 2 }]);
  });

  test("it is said what the file is where its name says something else", () => {
    expect(file.notices.map(({ code }) => code)).toEqual(notice === null ? [] : [notice]);
  });
});

test("an .xls keeps formats, errors and which sheets are hidden", async () => {
  const { workbook } = await read(written("biff8"), "a.xls");
  expect(cells(workbook)["D4"]).toMatchObject({ kind: "error", value: "#REF!" });
  expect(cells(workbook)["C1"]).toMatchObject({ value: 0.807, format: "0.0%" });
  expect(workbook.sheets.map(({ visibility }) => visibility)).toEqual(["visible", "hidden", "veryHidden"]);
});

test.each<[BookType, string]>([
  ["ods", "a.ods"],
  ["fods", "a.fods"],
  ["xlml", "a.xml"],
])("formulas of %s are in Excel's notation", async (type, name) => {
  const { workbook } = await read(written(type), name);
  expect(cells(workbook)["C3"]).toMatchObject({ value: 3, formula: "SUM(A4:B4)" });
});

describe("HTML saved as .xls", () => {
  const page = (rows: string): string =>
    `<html><head><meta charset="utf-8"></head><body><table>${rows}</table></body></html>`;

  test("numbers that a double holds are numbers, all else stays the text it is", async () => {
    const row = ["210", "80.7", "-3", "007", "440105199001011234", "1,234", "80.7%", "2020-12-22", "是"];
    const { workbook, notices } = await read(
      page(`<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`),
      "a.xls",
    );
    expect(Object.values(values(workbook))).toEqual([210, 80.7, -3, ...row.slice(3)]);
    expect(notices.map(({ code }) => code)).toEqual(["D05"]);
  });

  test("cells that span others are merged", async () => {
    const { workbook } = await read(page(`<tr><td colspan="3">标题</td></tr><tr><td>1</td></tr>`), "a.xls");
    expect(sheetOf(workbook).merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(values(workbook)).toEqual({ A1: "标题", A2: 1 });
  });

  test("in GB2312, as its page declares", async () => {
    const head = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><table><tr><td>`;
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2]),
      Buffer.from("</td></tr></table>"),
    ]);
    expect(values((await read(new Uint8Array(bytes), "a.xls")).workbook)).toEqual({ A1: "台上镇" });
  });
});

describe("XML Spreadsheet 2003", () => {
  const sheet = (cell: string, prologue = ""): string =>
    `<?xml version="1.0" encoding="UTF-8"?>${prologue}<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="关工02"><Table><Row><Cell ss:Index="2">${cell}</Cell></Row></Table></Worksheet></Workbook>`;

  test("a text of digits stays a text", async () => {
    const { workbook } = await read(sheet(`<Data ss:Type="String">0102</Data>`), "导出.xls");
    expect([sheetOf(workbook).name, values(workbook)]).toEqual(["关工02", { B1: "0102" }]);
  });

  test("a document type is refused", async () => {
    const hostile = sheet(`<Data ss:Type="String">&a;</Data>`, `<!DOCTYPE x [<!ENTITY a "aaaa">]>`);
    await expect(read(hostile, "a.xls")).rejects.toMatchObject({ error: { code: "F02" } });
  });
});

describe("OpenDocument passes our gate before the library sees it", () => {
  test("a sheet may be named __proto__", async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([[1]]), "表");
    const text = new TextDecoder().decode(written("fods", book)).replaceAll("表", "__proto__");
    // Refused or read, but nothing of the program is changed by it.
    const own = { ...Object.getOwnPropertyDescriptors(Object.prototype) };
    await read(text, "a.fods").catch((error: unknown) => expect(error).toBeInstanceOf(FileReadError));
    expect({ ...Object.getOwnPropertyDescriptors(Object.prototype) }).toEqual(own);
  });

  test("an encrypted one is told as such", async () => {
    const bytes = zipParts({
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": "x",
      "META-INF/manifest.xml": `<manifest:manifest><manifest:encryption-data/></manifest:manifest>`,
    });
    await expect(read(bytes, "a.ods")).rejects.toMatchObject({ error: { code: "D06" } });
  });

  test("a text document is no workbook", async () => {
    const bytes = zipParts({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" });
    await expect(read(bytes, "a.ods")).rejects.toMatchObject({ error: { code: "D09" } });
  });
});
