import { unzipSync } from "fflate";
import { crc32 } from "node:zlib";
import { expandZip } from "../../../src/files/expand-zip";
import { browserInflate } from "../../../src/files/read/browser-inflate";
import { readCsv } from "../../../src/files/read/csv";
import { FileReadError } from "../../../src/files/read/errors";
import type { Inflate } from "../../../src/files/read/inflate";
import { DEFAULT_LIMITS } from "../../../src/files/read/limits";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { sniff } from "../../../src/files/read/sniff";
import { readTextDocument } from "../../../src/files/read/text-document";
import { readXlsx } from "../../../src/files/read/xlsx";
import { cellsOf } from "../../../src/workbook/cells";
import type { Workbook } from "../../../src/workbook/workbook";
import { tries } from "../../tooling/properties";
import { mutateBytes, mutateXml, randomNumbers } from "../fuzz";
import { packageBytes, relationships, zipParts } from "../package";

/** A small workbook that has a little of everything. */
const WORKBOOK = packageBytes({
  workbookBefore: `<workbookPr date1904="0"/><workbookProtection lockStructure="1"/>`,
  workbookAfter: `<definedNames><definedName name="合计" localSheetId="0">表1!$A$1</definedName></definedNames>`,
  states: ["visible", "veryHidden"],
  styles: `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
  strings: `<si><t>五老</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve"> 志愿</t></r><r><t>者</t></r><rPh><t>zhi</t></rPh></si>`,
  before: `<sheetFormatPr zeroHeight="0"/><cols><col min="2" max="3" hidden="1"/></cols>`,
  data: [
    `<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>44197.5</v></c><c r="C1" t="b"><v>1</v></c></row>
     <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><f t="shared" ref="B2:B4" si="0">A2+$B$1&amp;"B1"</f><v>1</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
     <row r="3"><c r="A3" t="inlineStr"><is><t>_x000D_行</t></is></c><c r="B3"><f t="shared" si="0"/><v>-0.5e3</v></c></row>
     <row><c><f t="array" ref="A4:B5">SUM(A1:A3)</f><v>3</v></c><c t="str"><v>&#20116;</v></c><c t="d"><v>2020-12-22</v></c></row>`,
    `<row r="9"><c r="XFD9"><v>1</v></c></row>`,
  ],
  after: `<sheetProtection sheet="1"/><autoFilter ref="A1:C4"/><mergeCells><mergeCell ref="A6:C7"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1 B2:B9"><formula1>"是,否"</formula1></dataValidation></dataValidations>`,
  sheetRelationships: relationships([["rId1", "comments", "../comments1.xml"]]),
  parts: {
    "xl/comments1.xml": `<comments><commentList><comment ref="A1"><text><r><t>请核对</t></r></text></comment></commentList></comments>`,
  },
});

/** What must hold of anything that was accepted: an honest grid. */
function checkGrid(workbook: Workbook): void {
  for (const { cells } of workbook.sheets) {
    let before = -1;
    for (const cell of cellsOf({ cells } as Workbook["sheets"][number])) {
      const at = cell.row * 16_384 + cell.column;
      if (!(at > before && cell.row < 1_048_576 && cell.column < 16_384))
        throw new Error(`cells out of order at ${at}`);
      if (cell.value === undefined || (typeof cell.value === "number" && !Number.isFinite(cell.value)))
        throw new Error(`no value at ${at}`);
      before = at;
    }
  }
}

/** Reads, and lets only typed errors pass; null where it was not accepted. */
function accepted(bytes: Uint8Array, inflate: Inflate): Workbook | null {
  try {
    const workbook = readXlsx(bytes, { inflate });
    checkGrid(workbook);
    return workbook;
  } catch (error) {
    if (error instanceof FileReadError) return null;
    throw error;
  }
}

describe.each([
  ["zlib", nodeInflate],
  ["fflate", browserInflate],
])("changed bytes, on %s", (_, inflate) => {
  const genuine = new Set(Object.values(unzipSync(WORKBOOK)).map((part) => crc32(part)));
  let inflated: number[] = [];
  const watching: Inflate = {
    raw(compressed, size) {
      const bytes = inflate.raw(compressed, size);
      inflated.push(crc32(bytes));
      return bytes;
    },
    crc32: (bytes) => inflate.crc32(bytes),
  };

  test("damaged files: a typed error, or nothing but parts that are whole", () => {
    const random = randomNumbers(20201222);
    let count = 0;
    const files = tries(500);
    for (let i = 0; i < files; i++) {
      inflated = [];
      const workbook = accepted(mutateBytes(WORKBOOK, random), watching);
      if (!workbook) continue;
      count++;
      const damaged = inflated.filter((sum) => !genuine.has(sum)).length;
      // Comments and relationships are no cells: without them the rest is read, and they are named.
      const named = (workbook.losses ?? []).filter(({ what }) => what === "part").length;
      expect(damaged).toBeLessThanOrEqual(named);
    }
    // Both outcomes occur: damage to what a reader does not need is let pass.
    expect(count).toBeGreaterThan(files / 100);
    expect(count).toBeLessThan(files / 2);
  });
});

describe("changed XML in a whole zip", () => {
  const parts = Object.entries(unzipSync(WORKBOOK)).filter(([name]) => name !== "[Content_Types].xml");
  const texts = parts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const);

  test.each(texts)("variants of %s: a typed error or a sound grid", (name, text) => {
    const random = randomNumbers(name.length * 7919);
    const others = Object.fromEntries(texts);
    let count = 0;
    for (let i = 0; i < tries(100); i++) {
      if (accepted(zipParts({ ...others, [name]: mutateXml(text, random) }), nodeInflate)) count++;
    }
    expect(count).toBeGreaterThan(0);
  });
});

describe("changed bytes of other files", () => {
  const csv = new TextEncoder().encode(`\uFEFF单位,人数\r\n台上镇,"1,2""3"\n="007";;\t,\r`.repeat(20));
  const word = zipParts({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>五老</w:t><w:tab/><w:br/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:p/></w:body></w:document>`,
  });
  const inner = zipParts({ "台上镇.xlsx": WORKBOOK, "a/b.txt": "x" });

  /** Only typed errors may come out. */
  async function survives(read: () => unknown): Promise<boolean> {
    try {
      await read();
      return true;
    } catch (error) {
      if (error instanceof FileReadError) return false;
      throw error;
    }
  }

  test.each<[string, Uint8Array, (bytes: Uint8Array) => unknown]>([
    ["tables of text", csv, (bytes) => readCsv(bytes, "a", DEFAULT_LIMITS)],
    ["Word documents", word, (bytes) => readTextDocument(bytes, { inflate: nodeInflate })],
    [
      "zips of workbooks",
      inner,
      async (bytes) => {
        const given = { name: "a.zip", bytes: () => Promise.resolve(bytes) };
        const { files } = await expandZip(given, { inflate: nodeInflate, passOver: () => null });
        for (const file of files) await file.bytes();
      },
    ],
    ["whatever they are by their first bytes", WORKBOOK, (bytes) => sniff(bytes.subarray(bytes[0]! % 64))],
  ])("%s: a typed error, or something read", async (name, bytes, read) => {
    const random = randomNumbers(name.length);
    let survived = 0;
    for (let i = 0; i < tries(250); i++)
      if (await survives(() => read(mutateBytes(bytes, random)))) survived++;
    expect(survived).toBeGreaterThan(0);
  });
});
