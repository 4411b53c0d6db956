import { checkText } from "../../src/fact-check/check-text";
import type { CountyFacts } from "../../src/annual-report/county-facts";
import { builtInTemplate } from "../../src/template/builtin";
import type { Indicator, Template } from "../../src/template/template";

const ITEMS: readonly (readonly [code: string, name: string, measure: string, value: number])[] = [
  ["A", "1.低保户数", "户", 320],
  ["B", "残疾人总数 · 男", "人", 410],
  ["C", "残疾人总数 · 女", "人", 390],
  ["D", "集装箱吞吐量", "标箱", 5600],
  ["E", "贷款 · 余额/发生额", "万元", 1250],
];

const form = builtInTemplate.forms.find(({ layout }) => layout === "table")!;
const template: Template = {
  ...builtInTemplate,
  forms: [
    {
      ...form,
      indicators: ITEMS.map(([code, name, measure]): Indicator => ({
        ...form.indicators[0]!,
        code,
        name,
        measure,
        kind: "whole",
        aggregation: "stock",
        indent: 0,
      })),
    },
  ],
};
const county: CountyFacts = {
  template,
  period: "2020",
  figure: (code, unit, year) => {
    const item = ITEMS.find(([each]) => each === code);
    return item && unit === null && year === "this" ? { value: item[3], place: null } : null;
  },
  wholeLastYear: () => null,
};

const verdicts = (text: string): string[] =>
  checkText(text, template, county).map(({ claim, verdict, expected }) =>
    `${claim.text} ${verdict} ${expected ?? ""}`.trim(),
  );

describe("a template of an office's own", () => {
  it.each([
    ["全市低保户320户。", "320户 agrees 320"],
    ["全市低保户数为302户。", "302户 disagrees 320"],
    ["全市男残疾人410人。", "410人 agrees 410"],
    ["全市残疾人总数中女390人。", "390人 agrees 390"],
    ["全市贷款余额1250万元。", "1250万元 agrees 1250"],
    ["全市贷款发生额0.125亿元。", "0.125亿元 agrees 0.125"],
    ["全市集装箱吞吐量6500标箱。", "6500标箱 disagrees 5600"],
    ["全市残疾人800人。", "800人 untied"],
  ])("is held against by name, unit and measure: %s", (text, verdict) => {
    expect(verdicts(text)).toEqual([verdict]);
  });
});
