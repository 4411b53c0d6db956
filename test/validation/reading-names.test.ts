import { emptyTemplate } from "../../src/template/empty-template";
import type { Indicator } from "../../src/template/template";
import { indexTemplate } from "../../src/template/template-index";
import { readingNames } from "../../src/validation/relation-text";

function names(line: { key: string; code?: string }, columns: readonly string[]) {
  const codes = columns.map((key, i) => (i === 0 ? line.key : `${line.key}[${key}]`));
  const indicators = codes.map((code) => ({ code, name: code }) as unknown as Indicator);
  const table = {
    lines: [{ ...line, path: ["办公费"], row: 4 }],
    columns: columns.map((key, i) => ({ key, heads: [key], role: "value" as const, column: i + 2 })),
    cells: columns.map((key, i) => ({
      row: 4,
      column: i + 2,
      use: "sum" as const,
      line: line.key,
      in: key,
      item: codes[i]!,
    })),
  };
  const own = { sheet: "费用", titles: [], tables: [table] };
  const form = {
    id: "费用",
    code: "",
    title: "",
    fills: [],
    layout: "own" as const,
    own,
    indicators,
    notes: [],
  };
  const index = indexTemplate({ ...emptyTemplate("费用"), forms: [form] });
  return codes.map((code) => readingNames(index, null, () => "C5").code!(code));
}

describe("what an item of an office's own form is called beside its name", () => {
  it("is its line and column where the office numbers both", () => {
    expect(names({ key: "01", code: "01" }, ["1", "2"])).toEqual(["01行1栏", "01行2栏"]);
  });

  it("is the item's key where the line has a code", () => {
    expect(names({ key: "01", code: "01" }, ["计划", "完成"])).toEqual(["01", "01[完成]"]);
  });

  it("is its cell where the office has no code: a key that we made says nothing", () => {
    expect(names({ key: "办公费" }, ["计划", "完成"])).toEqual(["C5", "C5"]);
  });
});
