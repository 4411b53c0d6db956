import fc from "../../tooling/properties";
import { crc32 as zlibCrc32 } from "node:zlib";
import { browserInflate } from "../../../src/files/read/browser-inflate";
import { crc32 } from "../../../src/files/read/crc32";
import { FileReadError } from "../../../src/files/read/errors";
import { nodeInflate } from "../../../src/files/read/node-inflate";
import { DEFAULT_LIMITS } from "../../../src/files/read/limits";
import { openZip } from "../../../src/files/read/zip";
import { errorCode } from "../package";
import { rawZip, type RawEntry } from "../raw-zip";

const text = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);
const zeros = (length: number): Uint8Array => new Uint8Array(length);

/** Both ways of inflating must draw the same line. */
describe.each([
  ["zlib", nodeInflate],
  ["fflate", browserInflate],
])("the zip gate on %s", (_, inflate) => {
  const open = (entries: readonly RawEntry[], limits = {}): ReturnType<typeof openZip> =>
    openZip(rawZip(entries), inflate, { ...DEFAULT_LIMITS, ...limits });
  const refusal = (entries: readonly RawEntry[], limits = {}): string | null =>
    errorCode(() => {
      const zip = open(entries, limits);
      for (const name of zip.names) zip.read(name);
    });

  test("gives what was put in, whatever the case of the name", () => {
    const zip = open([
      { name: "a/甲.txt", data: "台上镇" },
      { name: "stored", data: "x", method: 0 },
      { name: "empty", data: "" },
      { name: "folder/", data: "" },
      { name: "long", data: "x".repeat(300_000) },
    ]);
    expect(zip.names).toEqual(["a/甲.txt", "stored", "empty", "long"]);
    expect([text(zip.read("A/甲.TXT")), text(zip.read("stored")), text(zip.read("empty"))]).toEqual([
      "台上镇",
      "x",
      "",
    ]);
    expect(zip.read("long")).toHaveLength(300_000);
    expect([zip.read("none"), zip.has("none"), zip.has("LONG")]).toEqual([null, false, true]);
  });

  test("names in GBK, with backslashes or a leading slash are made readable", () => {
    const gbk = Uint8Array.from([0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2]);
    expect(
      open([
        { name: gbk, data: "" },
        { name: "\\a\\b", data: "" },
        { name: "/etc/passwd", data: "" },
      ]).names,
    ).toEqual(["台上镇", "a/b", "etc/passwd"]);
  });

  test("Zip64 fields are read", () => {
    expect(text(open([{ name: "a", data: "hello", zip64: true }]).read("a"))).toBe("hello");
  });

  test("a byte-order mark of __proto__ is a name like any other", () => {
    const zip = open([
      { name: "__proto__", data: "p" },
      { name: "constructor", data: "c" },
    ]);
    expect([text(zip.read("__proto__")), text(zip.read("constructor")), zip.read("toString")]).toEqual([
      "p",
      "c",
      null,
    ]);
  });

  test.each<[string, string, RawEntry[], object]>([
    ["a wrong checksum", "F02", [{ name: "a", data: "hello", crc: 1 }], {}],
    ["a wrong checksum of stored data", "F02", [{ name: "a", data: "hello", crc: 1, method: 0 }], {}],
    ["a size that says too little", "F02", [{ name: "a", data: "hello", size: 3 }], {}],
    ["a size that says too much", "F02", [{ name: "a", data: "hello", size: 9 }], {}],
    [
      "two entries of one name",
      "F02",
      [
        { name: "a", data: "1" },
        { name: "A", data: "2" },
      ],
      {},
    ],
    [
      "two entries that share their bytes",
      "F02",
      [
        { name: "a", data: "1" },
        { name: "b", data: "1", shareWith: 0 },
      ],
      {},
    ],
    ["an encrypted entry", "D06", [{ name: "a", data: "1", flags: 1 }], {}],
    ["a compression nobody uses", "F02", [{ name: "a", data: "1", method: 12 }], {}],
    [
      "deflate data that is none",
      "F02",
      [{ name: "a", data: "\xff\xff\xff", method: 8, crc: 0, size: 5, flags: 0 }].map((e) => ({
        ...e,
        data: "hello",
        crc: 7,
      })),
      {},
    ],
    ["an honest bomb", "F03", [{ name: "a", data: zeros(8 << 20) }], {}],
    ["a bomb that lies about its size", "F02", [{ name: "a", data: zeros(8 << 20), size: 1000 }], {}],
    ["a part over the limit", "F03", [{ name: "a", data: "hello" }], { partBytes: 4 }],
    [
      "parts that are too much together",
      "F03",
      [
        { name: "a", data: "hello" },
        { name: "b", data: "hello" },
      ],
      { totalBytes: 9 },
    ],
    [
      "too many entries",
      "F03",
      [
        { name: "a", data: "" },
        { name: "b", data: "" },
      ],
      { entries: 1 },
    ],
  ])("refuses %s with %s", (_title, code, entries, limits) => {
    expect(refusal(entries, limits)).toBe(code);
  });

  test("refuses a zip cut off anywhere", () => {
    const whole = rawZip([
      { name: "a", data: "hello ".repeat(50) },
      { name: "b", data: "x" },
    ]);
    for (let length = 0; length < whole.length; length++) {
      expect(errorCode(() => openZip(whole.subarray(0, length), inflate).read("a"))).toBe("F02");
    }
  });

  test("whatever bytes come, it gives verified bytes or a typed error", () => {
    const bytes = rawZip([
      { name: "a", data: "hello ".repeat(20) },
      { name: "b", data: "other", zip64: true },
    ]);
    const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(edits, (list) => {
        const broken = bytes.slice();
        for (const [at, value] of list) broken[at] = value;
        try {
          const zip = openZip(broken, inflate);
          for (const name of zip.names) zip.read(name);
        } catch (error) {
          expect(error).toBeInstanceOf(FileReadError);
        }
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

test("our checksum is the one that zlib counts", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
});
