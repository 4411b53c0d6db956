import fc from "../../../tooling/properties";
import { unzipSync, zipSync } from "fflate";
import { nodeInflate } from "../../../../src/files/read/node-inflate";
import { readXlsx } from "../../../../src/files/read/xlsx";
import { workbookHighlighter } from "../../../../src/files/write/patch/highlight-workbook";
import { patchXlsx } from "../../../../src/files/write/patch/patch-xlsx";
import { open } from "../opened";
import { styleAt } from "./patched";
import { unitWorkbook } from "./unit-workbook";

const marker = workbookHighlighter({ inflate: nodeInflate });
const B2 = { row: 1, column: 1, fill: "F2A69B", comment: "请核对" };
const A2 = { row: 1, column: 0, fill: "F2A69B", comment: "请核对" };
const on = (...cells: (typeof B2)[]) => [{ sheet: "关工02", cells }];

/** The workbook with one more part, known by a relationship of the given source. */
function withPart(relationships: string, type: string, target: string, xml: string): Uint8Array {
  const parts = unzipSync(unitWorkbook());
  const text = new TextDecoder().decode(parts[relationships]);
  const one = `<Relationship Id="rIdMore" Type="${type}" Target="${target}"/></Relationships>`;
  parts[relationships] = new TextEncoder().encode(text.replace("</Relationships>", one));
  parts[target.replace(/^\.\.\/|^\//, "xl/").replace("xl/_xml", "_xml")] = new TextEncoder().encode(xml);
  return zipSync(parts);
}

const SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
const signed = (): Uint8Array => withPart("_rels/.rels", SIGNATURE, "/_xmlsignatures/origin.sigs", "");

const THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const threaded = (): Uint8Array =>
  withPart(
    "xl/worksheets/_rels/sheet1.xml.rels",
    "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
    "../threadedComments/threadedComment1.xml",
    `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="A2" id="{1}"><text>谈</text></threadedComment></ThreadedComments>`,
  );

interface Address {
  readonly row: number;
  readonly column: number;
}
const inOrder = (a: Address, b: Address): number => a.row - b.row || a.column - b.column;

describe("marking a unit's workbook", () => {
  it("sets fill and note", () => {
    const outcome = marker.mark(unitWorkbook(), on(B2));
    if (!outcome.ok) throw new Error(outcome.detail);
    expect(styleAt(open(outcome.bytes), "B2").fill).toBe("FFF2A69B");
    const [sheet] = readXlsx(outcome.bytes, { inflate: nodeInflate }).sheets;
    expect(sheet!.comments).toContainEqual({ row: 1, column: 1, text: "请核对" });
  });

  it("leaves a signed workbook alone: the signature would no longer hold", () => {
    expect(marker.mark(signed(), on(B2))).toMatchObject({ ok: false, reason: "signed" });
    expect(() => patchXlsx(signed(), {})).toThrow(/signed/);
  });

  it("marks a cell in which a conversation stands by its fill alone, and its neighbours in full", () => {
    const outcome = marker.mark(threaded(), on(A2, B2));
    if (!outcome.ok) throw new Error(outcome.detail);
    const opened = open(outcome.bytes);
    expect([styleAt(opened, "A2").fill, styleAt(opened, "B2").fill]).toEqual(["FFF2A69B", "FFF2A69B"]);
    const [sheet] = readXlsx(outcome.bytes, { inflate: nodeInflate }).sheets;
    expect(sheet!.comments.map(({ column, text }) => [column, text])).toEqual([
      [0, "谈"],
      [1, "请核对"],
    ]);
  });

  it("changes no value, formula, format, merge or old note, wherever the marks stand", () => {
    const bytes = unitWorkbook();
    const [before] = readXlsx(bytes, { inflate: nodeInflate }).sheets;
    const place = fc.record({ row: fc.nat(30), column: fc.nat(12) });
    const places = fc.uniqueArray(place, { minLength: 1, selector: ({ row, column }) => `${row} ${column}` });
    fc.assert(
      fc.property(places, (cells) => {
        const outcome = marker.mark(bytes, on(...cells.map((cell) => ({ ...B2, ...cell }))));
        if (!outcome.ok) throw new Error(outcome.detail);
        const [after] = readXlsx(outcome.bytes, { inflate: nodeInflate }).sheets;
        expect({ ...after, comments: [] }).toEqual({ ...before, comments: [] });
        const noted = after!.comments.filter(({ text }) => text.endsWith(B2.comment));
        expect(noted.map(({ row, column }) => ({ row, column })).sort(inOrder)).toEqual(
          [...cells].sort(inOrder),
        );
        for (const old of before!.comments) {
          expect(after!.comments.some(({ text }) => text.startsWith(old.text))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("says why it could not, and where", () => {
    expect(marker.mark(unitWorkbook(), [{ sheet: "关工99", cells: [B2] }])).toEqual({
      ok: false,
      reason: "refused",
      detail: "unknownSheet 关工99",
    });
    expect(marker.mark(new Uint8Array(9), on(B2))).toMatchObject({ ok: false, reason: "refused" });
  });
});
