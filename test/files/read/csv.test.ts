import { looksDelimited, readCsv } from "../../../src/files/read/csv";
import { DEFAULT_LIMITS, type ReadLimits } from "../../../src/files/read/limits";
import { errorCode, values } from "../package";

/** Reads text, or bytes in another encoding, as a table. */
function read(text: string | Uint8Array, limits: Partial<ReadLimits> = {}) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readCsv(bytes, "台上镇", { ...DEFAULT_LIMITS, ...limits });
}

const cellsOf = (text: string | Uint8Array) => values(read(text)!);

describe("delimited text", () => {
  test("every field is a text, exactly as it stands", () => {
    expect(cellsOf("007,440105199001011234,1.50,是, x \n=1+1,-3,TRUE,2020-12-22")).toEqual({
      A1: "007",
      B1: "440105199001011234",
      C1: "1.50",
      D1: "是",
      E1: " x ",
      A2: "=1+1",
      B2: "-3",
      C2: "TRUE",
      D2: "2020-12-22",
    });
  });

  test("fields in quotes hold delimiters, quotes and lines", () => {
    expect(cellsOf('"a,b","他说""好""","一\r\n二"\nx')).toEqual({
      A1: "a,b",
      B1: '他说"好"',
      C1: "一\r\n二",
      A2: "x",
    });
  });

  test('a number that a program guarded as ="007" is 007', () => {
    expect(cellsOf('="007",a\n"=""13800138000""",b')).toEqual({
      A1: "007",
      B1: "a",
      A2: "13800138000",
      B2: "b",
    });
  });

  test.each([
    ["commas", "a,b\nc,d"],
    ["tabs", "a\tb\nc\td"],
    ["semicolons", "a;b\nc;d"],
    ["carriage returns", "a,b\rc,d"],
    ["both line ends, and one at the end", "a,b\r\nc,d\r\n"],
  ])("split by %s", (_, text) => {
    expect(cellsOf(text)).toEqual({ A1: "a", B1: "b", A2: "c", B2: "d" });
  });

  test("empty fields and lines keep their places and are no cells", () => {
    expect(cellsOf("a,,c\n\n,b")).toEqual({ A1: "a", C1: "c", B3: "b" });
  });

  test("a quotation mark that nobody closes takes the rest", () => {
    expect(cellsOf('a,"b\nc,d')).toEqual({ A1: "a", B1: "b\nc,d" });
  });

  test("the sheet bears the name of the file", () => {
    expect(read("a,b")!.sheets[0]!.name).toBe("台上镇");
  });

  test.each([
    ["UTF-8", new TextEncoder().encode("台上镇,1")],
    ["UTF-8 with a mark", new TextEncoder().encode("\uFEFF台上镇,1")],
    ["GB18030", Uint8Array.from([0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2, 0x2c, 0x31])],
    ["UTF-16, little end first", utf16("台上镇,1")],
  ])("in %s", (_, bytes) => {
    expect(cellsOf(bytes)).toEqual({ A1: "台上镇", B1: "1" });
  });

  test("a character of four bytes in GB18030", () => {
    // 㐀 (U+3400) is 81 39 EE 39.
    expect(cellsOf(Uint8Array.from([0x81, 0x39, 0xee, 0x39, 0x2c, 0xd2, 0xbb]))).toEqual({
      A1: "㐀",
      B1: "一",
    });
  });

  test("bytes that are no text are no table", () => {
    expect(read(Uint8Array.from([0x61, 0x00, 0x01, 0x2c]))).toBeNull();
  });

  test("a text is told from a table by its lines", () => {
    const looks = (text: string): boolean => looksDelimited(new TextEncoder().encode(text));
    expect(looks("单位,人数\n台上镇,12\n")).toBe(true);
    expect(looks("尊敬的各位同志：\n现将有关事项通知如下\n一、\n")).toBe(false);
  });

  test("too many fields or rows are refused", () => {
    expect(errorCode(() => read("1,".repeat(11), { cells: 10 }))).toBe("F03");
    expect(errorCode(() => read(`${"\n".repeat(1_048_576)}1,2`))).toBe("F03");
  });
});

function utf16(text: string): Uint8Array {
  return new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
}
