import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readWorkbook } from "../../../src/files/read/read-workbook";
import { randomNumbers } from "../fuzz";
import { packageBytes, packageParts, zipParts } from "../package";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const hex = (digits: string): Uint8Array => new Uint8Array(Buffer.from(digits, "hex"));
const read = (bytes: Uint8Array, name: string) => readWorkbook(bytes, name, { inflate: nodeInflate });
const random = randomNumbers(7);

/** A compound file ([MS-CFB]) with one directory sector that holds the names. */
function compoundFile(...names: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 * 3);
  hex("d0cf11e0a1b11ae1").forEach((byte, i) => (bytes[i] = byte));
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  ["Root Entry", ...names].forEach((name, i) => {
    const at = 512 * 2 + i * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = i === 0 ? 5 : 2;
  });
  return new Uint8Array(bytes);
}

describe("what is no workbook is told for what it is, whatever its name", () => {
  test.each<[string, Uint8Array, string, string]>([
    ["nothing at all", new Uint8Array(), "a.xlsx", "F01"],
    ["a workbook with a password", compoundFile("EncryptionInfo", "EncryptedPackage"), "a.xlsx", "D06"],
    ["a PDF", text("%PDF-1.7\n…"), "扫描件.xlsx", "D09"],
    ["a PDF behind some bytes", text("\n\n%PDF-1.4"), "a.xls", "D09"],
    ["a PNG", hex("89504e470d0a1a0a0000000d49484452"), "a.xlsx", "D09"],
    ["a JPEG", hex("ffd8ffe000104a46494600010100"), "照片.xlsx", "D09"],
    ["a photo of a telephone", hex("000000246674797068656963000000006d696631"), "a.xlsx", "D09"],
    ["a WebP", hex("524946462a000000574542505650382000"), "a.xlsx", "D09"],
    [
      "a Word document",
      zipParts({ "[Content_Types].xml": "<x/>", "word/document.xml": "<x/>" }),
      "a.xlsx",
      "D09",
    ],
    ["an old Word document", compoundFile("WordDocument"), "a.xls", "D09"],
    ["RTF", text("{\\rtf1\\ansi}"), "a.xls", "D09"],
    ["slides", zipParts({ "[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>" }), "a.xlsx", "D09"],
    [
      "a binary workbook",
      zipParts({ "[Content_Types].xml": "<x/>", "xl/workbook.bin": "x" }),
      "a.xlsb",
      "D04",
    ],
    ["a RAR", hex("526172211a0701003392b5e5"), "a.zip", "F04"],
    ["a 7z", hex("377abcaf271c00049e7a"), "a.zip", "F04"],
    ["a zip of something else", zipParts({ "notes.txt": "x" }), "a.xlsx", "F04"],
    ["a web archive", text("MIME-Version: 1.0\r\nContent-Type: multipart/related"), "a.xls", "D05"],
    ["a letter", text("各位同志：\n请于月底前报送。\n"), "通知.txt", "F04"],
    ["a damaged .xlsx", packageBytes().subarray(0, 400), "a.xlsx", "F02"],
    [
      "random bytes that call themselves .xlsx",
      Uint8Array.from({ length: 4096 }, () => random(256)),
      "a.xlsx",
      "F02",
    ],
    [
      "random bytes that call themselves .et",
      Uint8Array.from({ length: 4096 }, () => random(256)),
      "a.et",
      "D04",
    ],
    ["a damaged .xls", compoundFile("Workbook"), "a.xls", "D03"],
    ["an .xls cut off in its header", compoundFile("Workbook").subarray(0, 600), "a.xls", "F02"],
  ])("%s", async (_, bytes, name, code) => {
    await expect(read(bytes, name)).rejects.toMatchObject({ error: { code } });
  });
});

describe("what is a workbook is read, whatever its name", () => {
  test.each([
    ["a.xlsx", []],
    ["a.XLSM", []],
    ["a.xls", ["D04"]],
    ["a.et", ["D04"]],
    ["没有扩展名", ["D04"]],
  ])("%s", async (name, notices) => {
    const file = await read(packageBytes(), name);
    expect([file.workbook.format, file.notices.map(({ code }) => code)]).toEqual(["xlsx", notices]);
  });

  test("Excel's Strict format is read and named", async () => {
    const parts = packageParts();
    parts["_rels/.rels"] = String(parts["_rels/.rels"]).replace(
      "http://schemas.openxmlformats.org/officeDocument/2006",
      "http://purl.oclc.org/ooxml/officeDocument",
    );
    const { notices } = await read(zipParts(parts), "a.xlsx");
    expect(notices).toEqual([{ code: "D05", params: { format: "strict", extension: "xlsx" } }]);
  });

  test("a table of text under a workbook's name is named", async () => {
    const { workbook, notices } = await read(text("单位,人数\n台上镇,12\n"), "a.xlsx");
    expect([workbook.format, notices.map(({ code }) => code)]).toEqual(["csv", ["D05"]]);
  });
});
