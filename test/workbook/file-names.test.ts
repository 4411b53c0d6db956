import fc from "fast-check";
import { distinctFileNames, fileNameFor } from "../../src/workbook/file-names";

describe("names of files", () => {
  it.each([
    ["台上镇", "台上镇"],
    ["财政/金融", "财政_金融"],
    ["CON", "CON_"],
    ["con.2020", "con_.2020"],
    ["COM¹", "COM¹_"],
    ["CONSTANT", "CONSTANT"],
    ["民政局. ", "民政局"],
    [" 民政局", "民政局"],
    ["..", "_"],
    ["~$台上镇", "_$台上镇"],
    [".gitignore", "_gitignore"],
    ["a\u202egnp.exe", "a_gnp.exe"],
    ["", "_"],
  ])("%j is stored as %j", (text, name) => {
    expect(fileNameFor(text)).toBe(name);
  });

  it("keeps the ending of a long one", () => {
    expect(fileNameFor(`${"好".repeat(300)}.xlsx`)).toMatch(/^好+\.xlsx$/);
  });

  it("gives each its own, and leaves those alone that have one", () => {
    expect(distinctFileNames(["a/b", "a:b", "A:B", "a_b（2）"])).toEqual([
      "a_b",
      "a_b（3）",
      "A_B（4）",
      "a_b（2）",
    ]);
  });

  it("never refused by Windows, never two of one name, never beyond 255 bytes with an ending", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "A", "台", "/", ":", ".", " ", "con", "\u0301", "😀"),
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        const names = distinctFileNames(texts);
        expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(texts.length);
        for (const name of names) {
          expect(name).not.toMatch(/[\\/:*?"<>|]|^(?:con)(?:\.|$)|[. ]$|^$/i);
          expect(Buffer.byteLength(`${name}.xlsx`)).toBeLessThan(256);
        }
      }),
    );
  });
});
