import * as fs from "node:fs";
import * as path from "node:path";
import { isMessageKey, LOCALES } from "../../src/locales";
import { sayRuleError } from "../../src/locales/rule-error-text";
import { compileExpression, isRuleError } from "../../src/rules";
import { vocabulary } from "./a-template";

it("a wrong rule is told in the reader's language, with the place counted as people count", () => {
  const error = compileExpression("0102=0299", vocabulary);
  expect(isRuleError(error) && sayRuleError("zh-CN", error)).toBe(
    "第 6 个字处：标准模板中没有代码“0299”。请核对代码；如果是数字，请写成不带前导 0 的数。",
  );
});

it("every error has a message of its own", () => {
  const source = fs.readFileSync(path.join(__dirname, "../../src/rules/error.ts"), "utf8");
  const codes = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map((match) => match[1]!);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !isMessageKey(`rule.error.${code}`))).toEqual([]);
});

it.each([
  "0102=",
  "ABS()",
  "SUMIF(0102,1)",
  "0102=[无]",
  "1≤",
  "L2",
  "上年(5)",
  "甲(",
  "A1",
  "0108~0103",
  "",
  "#",
  "SUM(L2[无])",
])("%p is explained in every language", (text) => {
  const error = compileExpression(text, vocabulary);
  expect(isRuleError(error)).toBe(true);
  for (const locale of LOCALES) expect(isRuleError(error) && sayRuleError(locale, error)).toMatch(/\d/);
});

it("a sum in words is told how to be written", () => {
  const error = compileExpression("0102等于0103至0108之和", vocabulary);
  expect(isRuleError(error) && sayRuleError("zh-CN", error)).toBe(
    "第 7 个字处：“0103至0108之和”看不懂。几项之和请用加号连起来，例如 0103+0104；连着的各项可以写成 SUM(0103~0108)。",
  );
});
