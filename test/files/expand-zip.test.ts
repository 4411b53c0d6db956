import { expandZip } from "../../src/files/expand-zip";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { passedOverInFolder } from "../../src/app/report-names";
import { packageBytes, zipParts } from "./package";
import { rawZip } from "./raw-zip";

const expanded = (name: string, bytes: Uint8Array) =>
  expandZip(
    { name, bytes: () => Promise.resolve(bytes) },
    { inflate: nodeInflate, passOver: passedOverInFolder },
  );
const given = async (name: string, bytes: Uint8Array) => (await expanded(name, bytes)).files;
/** A zip of texts and of zips. */
const packed = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  rawZip(Object.entries(files).map(([name, data]) => ({ name, data })));

describe("a zip that a unit sent instead of a workbook", () => {
  test("is opened, each file named behind the zip's name", async () => {
    const workbook = packageBytes();
    const zip = zipParts({ "报表/台上镇.xlsx": workbook, "说明.txt": "x" });
    const { files, skipped } = await expanded("台上镇.zip", zip);
    expect(files.map(({ name }) => name)).toEqual(["台上镇.zip/报表/台上镇.xlsx"]);
    expect(skipped).toEqual([{ file: "台上镇.zip/说明.txt", reason: "notAWorkbook" }]);
    expect(await files[0]!.bytes()).toEqual(workbook);
  });

  test("what Excel and macOS leave beside the files is passed over", async () => {
    const { files, skipped } = await expanded(
      "a.zip",
      zipParts({
        "~$a.xlsx": "x",
        "__MACOSX/._a.xlsx": "x",
        ".DS_Store": "x",
        "Thumbs.db": "x",
        "a.xlsx": "x",
      }),
    );
    expect(files.map(({ name }) => name)).toEqual(["a.zip/a.xlsx"]);
    expect(skipped.map(({ reason }) => reason).sort()).toEqual([
      "hidden",
      "notAWorkbook",
      "notAWorkbook",
      "temporary",
    ]);
  });

  test("names that climb out lead nowhere", async () => {
    const files = await given(
      "a.zip",
      rawZip(
        ["../../etc/passwd.xlsx", "./a.xlsx", "/root.xlsx", "C:/x.xlsx"].map((name) => ({ name, data: "x" })),
      ),
    );
    expect(files.map(({ name }) => name)).toEqual([
      "a.zip/etc/passwd.xlsx",
      "a.zip/a.xlsx",
      "a.zip/root.xlsx",
      "a.zip/x.xlsx",
    ]);
  });

  test("a file of it that is damaged or needs a password fails alone, when its turn comes", async () => {
    const files = await given(
      "a.zip",
      rawZip([
        { name: "good.xlsx", data: "hello" },
        { name: "bad.xlsx", data: "hello", crc: 1 },
        { name: "secret.xlsx", data: "hello", flags: 1 },
      ]),
    );
    expect(new TextDecoder().decode(await files[0]!.bytes())).toBe("hello");
    await expect(files[1]!.bytes()).rejects.toMatchObject({ error: { code: "F02" } });
    await expect(files[2]!.bytes()).rejects.toMatchObject({ error: { code: "D06" } });
  });

  test.each<[string, Uint8Array]>([
    ["a workbook", packageBytes()],
    ["an OpenDocument", zipParts({ mimetype: "x", "content.xml": "<x/>" })],
    ["a damaged zip", zipParts({ "a.xlsx": "x" }).subarray(0, 40)],
    ["no zip at all", new TextEncoder().encode("单位,人数")],
  ])("%s comes back as it is", async (_, bytes) => {
    const [only, ...others] = await given("a", bytes);
    expect([only!.name, others]).toEqual(["a", []]);
    expect(await only!.bytes()).toEqual(bytes);
  });

  test.each<[string, Uint8Array, object]>([
    ["nothing", zipParts({}), { code: "F04", params: { format: "emptyZip" } }],
    ["no workbook", packed({ "照片.jpg": "x" }), { code: "F04", params: { format: "emptyZip" } }],
    [
      "nothing that can be had without a password",
      rawZip([{ name: "a.xlsx", data: "x", flags: 1 }]),
      { code: "D06", params: { format: "zip" } },
    ],
    [
      "more files than a county has",
      packed(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.xls`, ""]))),
      { code: "F03" },
    ],
    [
      "more than can be inflated in time",
      rawZip(Array.from({ length: 20 }, (_, i) => ({ name: `${i}.xlsx`, data: "x", size: 60 << 20 }))),
      { code: "F03" },
    ],
  ])("one with %s is one file that cannot be read", async (_, zip, error) => {
    const [only, ...others] = await given("a.zip", zip);
    expect([only!.name, others]).toEqual(["a.zip", []]);
    await expect(only!.bytes()).rejects.toMatchObject({ error });
  });

  test("a zip with too many entries is not opened", async () => {
    const files = await given(
      "a.zip",
      rawZip(Array.from({ length: 5001 }, (_, i) => ({ name: `${i}`, data: "" }))),
    );
    expect(files.map(({ name }) => name)).toEqual(["a.zip"]);
  });

  test("zips in it are opened, and those in them, but no deeper ones", async () => {
    const deep = (depth: number): Uint8Array =>
      depth === 0 ? packageBytes() : packed({ [depth === 1 ? "a.xlsx" : "z.zip"]: deep(depth - 1) });
    const three = await given("a.zip", deep(3));
    expect(three.map(({ name }) => name)).toEqual(["a.zip/z.zip/z.zip/a.xlsx"]);
    expect(await three[0]!.bytes()).toEqual(packageBytes());
    const four = await given("a.zip", deep(4));
    await expect(four[0]!.bytes()).rejects.toMatchObject({ error: { code: "F03" } });
  });

  test("a damaged zip in it fails alone", async () => {
    const files = await given("a.zip", packed({ "good.xlsx": "hello", "bad.zip": "PK\u0003\u0004nothing" }));
    expect(files.map(({ name }) => name)).toEqual(["a.zip/good.xlsx", "a.zip/bad.zip"]);
  });

  test("two files of one name are both there", async () => {
    const files = await given(
      "a.zip",
      rawZip(["a.xlsx", "a.xlsx", "A.xlsx", "../a.xlsx"].map((name, i) => ({ name, data: String(i) }))),
    );
    expect(files.map(({ name }) => name)).toEqual([
      "a.zip/a.xlsx",
      "a.zip/a（2）.xlsx",
      "a.zip/A.xlsx",
      "a.zip/a（3）.xlsx",
    ]);
    expect(new TextDecoder().decode(await files[3]!.bytes())).toBe("3");
  });

  test.each<[string, string, number[]]>([
    ["GB18030", "台上镇.xlsx", [0xcc, 0xa8, 0xc9, 0xcf, 0xd5, 0xf2]],
    ["GB18030 that could be Latin or Arabic in UTF-8", "通.xlsx", [0xcd, 0xa8]],
    ["UTF-8 without its flag", "台上镇.xlsx", [...new TextEncoder().encode("台上镇")]],
  ])("names are read in %s", async (_, name, bytes) => {
    const [file] = await given(
      "a.zip",
      rawZip([{ name: new Uint8Array([...bytes, ...new TextEncoder().encode(".xlsx")]), data: "x" }]),
    );
    expect(file!.name).toBe(`a.zip/${name}`);
  });
});
