import { expandZip } from "../../src/files/expand-zip";
import { nodeInflate } from "../../src/files/read/node-inflate";
import { packageBytes, zipParts } from "./package";
import { rawZip } from "./raw-zip";

const given = (name: string, bytes: Uint8Array) =>
  expandZip({ name, bytes: () => Promise.resolve(bytes) }, nodeInflate);

describe("a zip that a unit sent instead of a workbook", () => {
  test("is opened, each file named behind the zip's name", async () => {
    const workbook = packageBytes();
    const files = await given("台上镇.zip", zipParts({ "报表/台上镇.xlsx": workbook, "说明.txt": "x" }));
    expect(files.map(({ name }) => name)).toEqual(["台上镇.zip/报表/台上镇.xlsx", "台上镇.zip/说明.txt"]);
    expect(await files[0]!.bytes()).toEqual(workbook);
  });

  test("what Excel and macOS leave beside the files is passed over", async () => {
    const files = await given(
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
    ["an empty zip", zipParts({})],
    ["no zip at all", new TextEncoder().encode("单位,人数")],
  ])("%s comes back as it is", async (_, bytes) => {
    const [only, ...others] = await given("a", bytes);
    expect([only!.name, others]).toEqual(["a", []]);
    expect(await only!.bytes()).toEqual(bytes);
  });

  test("a zip with too many entries is not opened", async () => {
    const files = await given(
      "a.zip",
      rawZip(Array.from({ length: 5001 }, (_, i) => ({ name: `${i}`, data: "" }))),
    );
    expect(files.map(({ name }) => name)).toEqual(["a.zip"]);
  });
});
