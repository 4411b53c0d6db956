/** What is struck out or raised in formats that a library reads for us. */
import { CFB } from "@e965/xlsx";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { readWorkbook } from "../../../src/files/read/read-workbook";
import { sheetOf, values, zipParts } from "../package";

const read = async (bytes: Uint8Array, name: string) =>
  (await readWorkbook(bytes, name, { inflate: nodeInflate })).workbook;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe("HTML", () => {
  const html = (row: string, head = ""): Promise<Awaited<ReturnType<typeof read>>> =>
    read(text(`<html><head>${head}</head><body><table><tr>${row}</tr></table></body></html>`), "a.xls");

  test.each([
    ["<td>149<sup>1</sup></td>", 1491, { kind: "runs", text: "149¹", struckOut: "" }],
    ["<td><s>164</s>174</td>", 164174, { kind: "runs", text: "174", struckOut: "164" }],
    ["<td><del>164</del> 174</td>", 164174, { kind: "runs", text: "174", struckOut: "164" }],
    ["<td><strike>164</strike></td>", 164, { kind: "struckOut" }],
    [`<td style="text-decoration: line-through">164</td>`, 164, { kind: "struckOut" }],
    [`<td class=xl66>164</td>`, 164, { kind: "struckOut" }],
    [
      `<td>16<span style='text-decoration:line-through'>4<b>5</b></span>7</td>`,
      16457,
      { kind: "runs", text: "167", struckOut: "45" },
    ],
    [`<td>2<font class="font6">3</font></td>`, 23, { kind: "runs", text: "2³", struckOut: "" }],
  ])("%s", async (cell, stored, look) => {
    const style = `<style>.xl65{color:red;}\n.xl66 {text-decoration:line-through;}\n.font6{vertical-align:super;}</style>`;
    const workbook = await html(`${cell}<td>12</td>`, style);
    expect(values(workbook)).toEqual({ A1: stored, B1: 12 });
    expect(sheetOf(workbook).shown).toEqual([{ row: 0, column: 0, ...look }]);
  });

  test("a row that is struck out, and none after it", async () => {
    const workbook = await html(
      `<td>1</td></tr><tr style="text-decoration:line-through"><td>2</td><td>3</td></tr><tr><td>4</td>`,
    );
    expect(sheetOf(workbook).shown?.map(({ row, column, kind }) => [row, column, kind])).toEqual([
      [1, 0, "struckOut"],
      [1, 1, "struckOut"],
    ]);
  });

  test("anything else is plain, as it was", async () => {
    const workbook = await html(
      `<td><b>1</b>2</td><td style="vertical-align:super">3</td><td><sup></sup>4</td>`,
    );
    expect([values(workbook), sheetOf(workbook).shown]).toEqual([{ A1: 12, B1: 3, C1: 4 }, undefined]);
  });
});

test("OpenDocument", async () => {
  const style = (name: string, property: string): string =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${property}/></style:style>`;
  const cell = (inside: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${inside}</text:p></table:table-cell>`;
  const span = (name: string, inside: string): string =>
    `<text:span text:style-name="${name}">${inside}</text:span>`;
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:style="s" xmlns:table="t" xmlns:text="x" office:version="1.2"><office:automatic-styles>${style("T1", `style:text-line-through-style="solid"`)}${style("T2", `style:text-position="super 58%"`)}${style("T3", `style:text-line-through-style="none"`)}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表1"><table:table-row>${cell(span("T1", "164") + "174")}${cell("149" + span("T2", "1"))}${cell(span("T3", "15") + "1")}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`;
  const bytes = zipParts({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": content,
  });
  const workbook = await read(bytes, "a.ods");
  expect(values(workbook)).toEqual({ A1: "164174", B1: "1491", C1: "151" });
  expect(sheetOf(workbook).shown).toEqual([
    { row: 0, column: 0, kind: "runs", text: "174", struckOut: "164" },
    { row: 0, column: 1, kind: "runs", text: "149¹", struckOut: "" },
  ]);
});

describe(".xls", () => {
  const u16 = (...numbers: number[]): Buffer => {
    const bytes = Buffer.alloc(numbers.length * 2);
    numbers.forEach((each, i) => bytes.writeUInt16LE(each, i * 2));
    return bytes;
  };
  const u32 = (number: number): Buffer => u16(number & 0xffff, number >>> 16);
  const record = (type: number, ...content: Buffer[]): Buffer => {
    const body = Buffer.concat(content);
    return Buffer.concat([u16(type, body.length), body]);
  };
  const font = (flags: number, position: number): Buffer =>
    record(0x31, u16(200, flags, 8, 400, position), Buffer.from([0, 0, 0, 0, 1, 0, 65]));
  const format = (font: number): Buffer => record(0xe0, u16(font, 0), Buffer.alloc(16));
  const rich = (content: string, ...runs: number[]): Buffer =>
    Buffer.concat([
      u16(content.length),
      Buffer.from([runs.length ? 8 : 0]),
      ...(runs.length ? [u16(runs.length / 2)] : []),
      Buffer.from(content, "latin1"),
      u16(...runs),
    ]);

  /** Fonts 0 to 3 plain, 5 struck out, 6 raised (there is no 4); formats 0 plain, 1 struck out. */
  function xls(): Uint8Array {
    const sst = Buffer.concat([
      u32(4),
      u32(4),
      rich("164174", 0, 5, 3, 0),
      rich("1491", 3, 6),
      rich("plain"),
    ]);
    // The last text goes on in a second record, which says again that its characters take one byte.
    const cut = Buffer.concat([u16(4), Buffer.from([0]), Buffer.from("ab")]);
    const globals = (sheetAt: number): Buffer =>
      Buffer.concat([
        record(0x809, u16(0x600, 5, 0, 0), u32(0), u32(0)),
        ...[0, 0, 0, 0].map(() => font(0, 0)),
        font(8, 0),
        font(0, 1),
        format(0),
        format(5),
        record(0x85, u32(sheetAt), u16(0), Buffer.from([2, 1]), Buffer.from("表1", "utf16le")),
        record(0xfc, sst, cut),
        record(0x3c, Buffer.from([0]), Buffer.from("cd")),
        record(0x0a),
      ]);
    const label = (column: number, style: number, index: number): Buffer =>
      record(0xfd, u16(0, column, style), u32(index));
    const sheet = Buffer.concat([
      record(0x809, u16(0x600, 16, 0, 0), u32(0), u32(0)),
      record(0x200, u32(0), u32(2), u16(0, 9, 0)),
      label(0, 0, 0),
      label(1, 0, 1),
      label(2, 0, 2),
      label(3, 1, 3),
      record(0x27e, u16(1, 0, 1), u32((7 << 2) | 2)),
      record(0xbd, u16(1, 1), u16(0), u32((8 << 2) | 2), u16(1), u32((9 << 2) | 2), u16(2)),
      record(0x0a),
    ]);
    const file = CFB.utils.cfb_new();
    CFB.utils.cfb_add(file, "/Workbook", Buffer.concat([globals(globals(0).length), sheet]));
    return new Uint8Array(CFB.write(file, { type: "buffer" }) as Buffer);
  }

  test("cells and runs, by font", async () => {
    const workbook = await read(xls(), "a.xls");
    expect(values(workbook)).toEqual({
      A1: "164174",
      B1: "1491",
      C1: "plain",
      D1: "abcd",
      A2: 7,
      B2: 8,
      C2: 9,
    });
    expect(sheetOf(workbook).shown).toEqual([
      { row: 0, column: 0, kind: "runs", text: "174", struckOut: "164" },
      { row: 0, column: 1, kind: "runs", text: "149¹", struckOut: "" },
      { row: 0, column: 3, kind: "struckOut" },
      { row: 1, column: 0, kind: "struckOut" },
      { row: 1, column: 2, kind: "struckOut" },
    ]);
  });

  test.each(["BOOK", "WORKBOOK", "workbook"])("a stream named %s is the workbook", async (name) => {
    const bytes = Buffer.from(xls());
    const at = bytes.indexOf(Buffer.from("Workbook\0", "utf16le"));
    bytes.fill(0, at, at + 64);
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    expect(values(await read(new Uint8Array(bytes), "a.xls"))).toMatchObject({ A2: 7 });
  });

  test("pictures that make it large are left out", async () => {
    const stream = Buffer.from(
      CFB.find(CFB.read(Buffer.from(xls()), { type: "buffer" }), "/Workbook")!.content as Uint8Array,
    );
    const pictures = Buffer.concat([record(0xeb, Buffer.alloc(8000)), record(0x3c, Buffer.alloc(8000))]);
    const sheets = stream.indexOf(record(0x85).subarray(0, 2), 100);
    const at = stream.indexOf(Buffer.concat([u16(0x85)]), sheets);
    const moved = Buffer.from(stream);
    moved.writeUInt32LE(moved.readUInt32LE(at + 4) + pictures.length, at + 4);
    const bytes = new Uint8Array(Buffer.concat([moved.subarray(0, at), pictures, moved.subarray(at)]));
    const { workbook } = await readWorkbook(bytes, "a.xls", {
      inflate: nodeInflate,
      limits: { librarySize: 10_000 },
    });
    expect(values(workbook)).toMatchObject({ A1: "164174", A2: 7 });
  });
});
