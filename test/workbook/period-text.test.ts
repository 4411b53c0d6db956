import { periodText as onSheets } from "../../src/findings/say";
import { sayInReport } from "../../src/locales/report-words";
import { periodInName, periodText as inPane, wordsOf } from "../../src/taskpane/messages";
import { builtInTemplate } from "../../src/template/builtin";
import { periodText as onForms, validUntil } from "../../src/template/words";

it.each([
  ["2020", "2020 年度", "2020"],
  ["2020H1", "2020 年上半年", "first half of 2020"],
  ["2020H2", "2020 年下半年", "second half of 2020"],
  ["2020Q3", "2020 年第 3 季度", "quarter 3 of 2020"],
  ["2020-06", "2020 年 6 月", "month 6 of 2020"],
])("%s has one name in the pane, on sheets and on forms", (period, chinese, english) => {
  expect(inPane(wordsOf("zh-CN"), period)).toBe(chinese);
  expect(onSheets(period, sayInReport("zh-CN"))).toBe(chinese);
  expect(onForms(period)).toBe(chinese);
  expect(periodInName(wordsOf("zh-CN"), period)).toBe(chinese.replaceAll(" ", ""));
  expect(inPane(wordsOf("en-US"), period)).toBe(english);
  expect(onSheets(period, sayInReport("en-US"))).toBe(english);
  expect(periodInName(wordsOf("en-US"), period)).toBe(english);
});

it.each(["2020H1", "2020Q3", "2020-06"])(
  "forms of %s name no last day: the template has one for years",
  (period) => {
    expect(validUntil(builtInTemplate, period)).toEqual([]);
    expect(validUntil(builtInTemplate, "2020")).toEqual(["有效期至：2021年1月31日"]);
  },
);
