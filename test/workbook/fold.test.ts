import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fold, withoutRadicals } from "../../src/workbook/fold";

describe("folding", () => {
  it.each([
    ["２０１", "201"],
    ["（人）", "(人)"],
    ["12㎡", "12m²"],
    ["2③", "2③"],
    ["4²", "4²"],
    ["⒈总数", "⒈总数"],
    ["㈠总数", "㈠总数"],
    ["5½", "5½"],
    ["⻘⽯镇", "青石镇"],
    ["⼀⼆⽉", "一二月"],
  ])("%s becomes %s", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("never makes a digit of a character that is none", () => {
    for (let code = 0x80; code < 0x1fbf0; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      if (/\p{Nd}/u.test(character) || /[㋀-㏿]/.test(character)) continue;
      if (/\d/.test(fold(character))) throw new Error(`${character} (${code.toString(16)}) becomes a digit`);
    }
  });

  it("leaves ASCII, 、。 and Chinese characters as they are, as NFKC does", () => {
    const all = [
      ...Array(0x80).keys(),
      0x3001,
      0x3002,
      ...Array.from({ length: 0x5200 }, (_, i) => 0x4e00 + i),
    ];
    const text = String.fromCodePoint(...all);
    expect(fold(text)).toBe(text);
    expect(text.normalize("NFKC")).toBe(text);
  });

  // A mark is its number in 栏次; it is raised again in runs; telephone numbers are found however they are written.
  it("is the only way to NFKC, a few cases excepted", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const users = files.filter((name) =>
      readFileSync(join("src", name), "utf8").includes('normalize("NFKC")'),
    );
    expect(users.map((name) => name.replaceAll("\\", "/")).sort()).toEqual([
      "county-workbook/contact-numbers.ts",
      "files/read/runs.ts",
      "intake/columns.ts",
      "intake/normalise/several-numbers.ts",
      "workbook/fold.ts",
    ]);
  });

  it("leaves a text as it is, its radicals excepted", () => {
    expect(withoutRadicals("⻘⽯镇①，１２㎡")).toBe("青石镇①，１２㎡");
  });
});
