import { periodNamed, periodsAgree } from "../../src/workbook/period";

test.each([
  ["2018年6月", "2018-06"],
  ["报表日期：2018 年 06 月 30 日", "2018-06"],
  ["2018-06-30", "2018-06"],
  ["2018年1—6月", "2018-06"],
  ["2018年第二季度", "2018Q2"],
  ["2018年2季度", "2018Q2"],
  ["２０１８年上半年", "2018H1"],
  ["2018年度", "2018"],
  ["43281", null],
  ["第3期", null],
])("%s names %s", (text, period) => {
  expect(periodNamed(text)).toBe(period);
});

test("a period agrees with one that it is a part of, and with no other", () => {
  expect(periodsAgree("2018-06", "2018")).toBe(true);
  expect(periodsAgree("2018Q2", "2018-06")).toBe(true);
  expect(periodsAgree("2018-06", "2018H2")).toBe(false);
  expect(periodsAgree("2018", "2019")).toBe(false);
});
