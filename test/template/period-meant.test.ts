import { periodMeant, periodText } from "../../src/template/words";
import { nextPeriod } from "../../src/workbook/period";

it.each([
  ["2018-06", "2018-06", "2018 年 6 月", "2019-06"],
  ["2018年6月", "2018-06", "2018 年 6 月", "2019-06"],
  ["2018Q2", "2018Q2", "2018 年第 2 季度", "2019Q2"],
  ["2018年第二季度", "2018Q2", "2018 年第 2 季度", "2019Q2"],
  ["2018H1", "2018H1", "2018 年上半年", "2019H1"],
  ["2018年度", "2018", "2018 年度", "2019"],
])("understands %s as a period", (text, period, words, next) => {
  expect(periodMeant(text)).toBe(period);
  expect(periodText(period)).toBe(words);
  expect(nextPeriod(period)).toBe(next);
});

it.each(["2018-13", "18年", "2018年报", "6月"])("takes %s for none", (text) => {
  expect(periodMeant(text)).toBeNull();
});
