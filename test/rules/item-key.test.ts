/** Items of an office's own forms in expressions: their keys, bare or in brackets. */
import { compileExpression, createVocabulary, inExpression, isRuleError } from "../../src/rules";

const KEYS = [
  "01",
  "01[2]",
  "02",
  "02[2]",
  "gx:01",
  "gx:01[2]",
  "NM1210",
  "担保类›1.承兑汇票",
  "0203",
  "0203[女]",
];
const SIGNS = ["折旧、摊销[制造费用]", "甲/乙", "（一）收入", "a]b[c", "其中：女"];

const form = (codes: readonly string[]) => ({
  indicators: codes.map((code) => ({ code, name: `名称 ${code}` })),
});
const vocabulary = createVocabulary({ forms: [form([...KEYS, ...SIGNS])], lists: [] });

const matrix = createVocabulary({
  forms: [
    {
      ...form(["11", "11[2]", "12", "12[2]", "13", "13[2]"]),
      own: {
        tables: [
          {
            lines: ["11", "12", "13"].map((key) => ({ key })),
            columns: [
              { key: "1", heads: ["高校", "合计"] },
              { key: "2", heads: ["高校", "其中：女"] },
            ],
            cells: ["11", "12", "13"].flatMap((line) => [
              { line, in: "1", item: line },
              { line, in: "2", item: `${line}[2]` },
            ]),
          },
        ],
      },
    },
  ],
  lists: [],
});

function codesIn(text: string, words = vocabulary): readonly string[] | string {
  const compiled = compileExpression(text, words);
  return isRuleError(compiled) ? compiled.code : compiled.codes;
}

describe("keys of items", () => {
  test.each([...KEYS, ...SIGNS])("%s is that item, in brackets and as an expression writes it", (key) => {
    expect(codesIn(`[${key}]+1`)).toEqual([key]);
    expect(codesIn(`${inExpression(key)}*2`)).toEqual([key]);
  });

  test.each(KEYS)("%s is understood bare", (key) => {
    expect(codesIn(`${key}+0203`)).toEqual([...new Set([key, "0203"])]);
  });

  test("last year's, ranges and sums go by key", () => {
    const compiled = compileExpression("上年(0203[女])+上年[gx:01[2]]", vocabulary);
    expect(isRuleError(compiled) ? compiled : compiled.lastYearCodes).toEqual(["0203[女]", "gx:01[2]"]);
    expect(codesIn("SUM(gx:01~gx:01[2])")).toEqual(["gx:01", "gx:01[2]"]);
    expect(codesIn("0203【女】+NM1210")).toEqual(["0203[女]", "NM1210"]);
  });

  test("a range runs down its column, or along its line", () => {
    expect(codesIn("SUM(11~13)", matrix)).toEqual(["11", "12", "13"]);
    expect(codesIn("SUM(11[2]~13[2])", matrix)).toEqual(["11[2]", "12[2]", "13[2]"]);
    expect(codesIn("SUM(12~12[2])", matrix)).toEqual(["12", "12[2]"]);
    expect(codesIn("SUM(13~11)", matrix)).toBe("badRange");
  });

  test("the first column can be named, and a column by its heading", () => {
    expect(codesIn("11[1]=11[合计]", matrix)).toEqual(["11"]);
    expect(codesIn("13[其中：女]<=13", matrix)).toEqual(["13[2]", "13"]);
    expect(codesIn("13[3]", matrix)).toBe("unknownName");
  });
});
