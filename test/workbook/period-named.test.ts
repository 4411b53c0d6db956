import {
  followingPeriod,
  lastDayOf,
  partOfYearNamed,
  periodNamed,
  periodsAgree,
} from "../../src/workbook/period";

test.each([
  ["2018年6月", "2018-06"],
  ["报表日期：2018 年 06 月 30 日", "2018-06"],
  ["2018-06-30", "2018-06"],
  ["2018年1—6月", "2018-06"],
  ["2018年第二季度", "2018Q2"],
  ["2018年2季度", "2018Q2"],
  ["２０１８年上半年", "2018H1"],
  ["2018年度", "2018"],
  ["二〇一八年第二季度", "2018Q2"],
  ["二○一八年六月", "2018-06"],
  ["2018年十二月份", "2018-12"],
  ["统计期间：2018年1月1日至2018年6月30日", "2018H1"],
  ["2018年4月1日—6月30日", "2018Q2"],
  ["2018-01-01至2018-12-31", "2018"],
  ["2018.06.01-2018.06.30", "2018-06"],
  ["2018年1月1日至5月31日", "2018-05"],
  ["2017年12月26日至2018年1月25日", "2018-01"],
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

test.each([
  ["2020-12", "2021-01", "2020-12-31"],
  ["2020-02", "2020-03", "2020-02-29"],
  ["2020Q4", "2021Q1", "2020-12-31"],
  ["2020H1", "2020H2", "2020-06-30"],
  ["2020", "2021", "2020-12-31"],
])("%s is followed by %s and ends on %s", (period, next, day) => {
  expect(followingPeriod(period)).toBe(next);
  expect(lastDayOf(period)).toBe(day);
});

test.each([
  ["6月份", "-06"],
  ["十一月", "-11"],
  ["第二季度", "Q2"],
  ["上半年", "H1"],
  ["Q3", "Q3"],
  ["13月", null],
  ["6月报", null],
  ["年度", null],
])("%s without a year is %s", (text, part) => {
  expect(partOfYearNamed(text)).toBe(part);
});
