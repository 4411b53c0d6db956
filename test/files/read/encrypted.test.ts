import { utils, write } from "@e965/xlsx";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readWorkbook } from "../../../src/files/read/read-workbook";
import { encryptAgile, encryptStandard, encryptXls, type XlsEncryption } from "../encrypt";
import { packageBytes, values } from "../package";

/** With this password Excel encrypts what is to be opened without one. */
const OWN = "VelvetSweatshop";
const read = (bytes: Uint8Array, name: string) => readWorkbook(bytes, name, { inflate: nodeInflate });
// Longer than a segment of 4096 bytes, and no multiple of a block of 16.
const noise = Array.from({ length: 9000 }, (_, i) => ((i * 2654435761) >>> 7).toString(36)).join("");
const plain = packageBytes({
  data: `<row r="1"><c r="A1"><v>17</v></c></row>`,
  parts: { "docProps/noise.txt": noise },
});

function xls(): Uint8Array {
  const book = utils.book_new();
  // More than a block of 1024 bytes.
  const rows = Array.from({ length: 300 }, (_, i) => [`台上镇${i}`, i * 1.5]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "表1");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["第二张", 7]]), "表2");
  return new Uint8Array(write(book, { bookType: "biff8", type: "buffer" }) as Buffer);
}

describe("a workbook that Excel opens without asking is read without a word", () => {
  test.each([
    ["agile", encryptAgile(plain, OWN)],
    ["standard", encryptStandard(plain, OWN)],
  ])("%s encryption", async (_, bytes) => {
    const { workbook, notices } = await read(bytes, "a.xlsx");
    expect([values(workbook), notices]).toEqual([{ A1: 17 }, []]);
  });

  test.each<XlsEncryption>(["rc4", "cryptoApi", "xor"])(".xls with %s", async (kind) => {
    const known = await read(xls(), "a.xls");
    const { workbook } = await read(encryptXls(xls(), OWN, kind), "a.xls");
    expect(values(workbook)).toEqual(values(known.workbook));
    expect(values(workbook, 1)).toEqual({ A1: "第二张", B1: 7 });
  });
});

describe("any other password is asked for, and never guessed", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["agile", () => encryptAgile(plain, "secret"), "a.xlsx"],
    ["standard", () => encryptStandard(plain, "secret"), "a.xlsx"],
    ["rc4", () => encryptXls(xls(), "secret", "rc4"), "a.xls"],
    ["cryptoApi", () => encryptXls(xls(), "secret", "cryptoApi"), "a.xls"],
    ["xor", () => encryptXls(xls(), "secret", "xor"), "a.xls"],
    ["spun for hours", () => withSpins(encryptAgile(plain, OWN), "9999"), "a.xlsx"],
  ])("%s", async (_, bytes, name) => {
    await expect(read(bytes(), name)).rejects.toMatchObject({ error: { code: "D06" } });
  });
});

/** Four digits more make millions of it. */
function withSpins(bytes: Uint8Array, digits: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  return new Uint8Array(Buffer.from(text.replace('spinCount="1000"', `spinCount="${digits}"`), "latin1"));
}
