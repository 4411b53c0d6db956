import { filledPeriod, filledUnit } from "../../src/template/fill-caption";
import type { OwnSheet } from "../../src/template/own-sheet";

function sheet(text: string, label: string, kind: "unit" | "period", more: Partial<OwnSheet> = {}): OwnSheet {
  const caption = { row: 1, column: 0, label };
  return {
    sheet: "表一",
    titles: [],
    tables: [],
    texts: text === "" ? [] : [{ row: 1, column: 0, text }],
    [kind]: caption,
    ...more,
  };
}

it.each([
  ["", "", "台上镇"],
  ["填报单位：", "填报单位：", "填报单位：台上镇"],
  ["填报单位（盖章）：      ", "填报单位（盖章）：", "填报单位（盖章）：台上镇"],
  ["填报单位：________（盖章）", "填报单位：", "填报单位：台上镇（盖章）"],
  ["填报单位：（公章）", "填报单位：", "填报单位：台上镇（公章）"],
  ["填报单位：______镇（街道）", "填报单位：", "填报单位：台上镇"],
  ["填报单位：XX镇", "填报单位：", "填报单位：台上镇"],
  ["填报单位：        2020年  月", "填报单位：", "填报单位：台上镇        2020年  月"],
  ["填报单位：  　 单位：万元", "填报单位：", "填报单位：台上镇  　 单位：万元"],
  ["（乡镇名称）", "", "台上镇"],
  ["填报单位", "", "填报单位：台上镇"],
])("writes the unit's name at “%s”", (text, label, filled) => {
  expect(filledUnit(sheet(text, label, "unit"), "台上镇")?.value).toBe(filled);
});

it.each([
  ["    年   月", "", "2020-06", "2020年6月"],
  ["2019年12月", "", "2020-06", "2020年6月"],
  ["2019年03月份", "", "2020-06", "2020年06月份"],
  ["2019年1—5月", "", "2020-06", "2020年1—6月"],
  ["2019年第一季度", "", "2020Q2", "2020年第二季度"],
  ["2019年1季度", "", "2020Q2", "2020年2季度"],
  ["2019年上半年", "", "2020H2", "2020年下半年"],
  ["2019年度", "", "2020", "2020年度"],
  ["报表日期：2019-12-31", "报表日期：", "2020-06", "报表日期：2020-06-30"],
  ["报表日期：    年  月  日", "报表日期：", "2020Q1", "报表日期：2020年3月31日"],
  ["统计期间：2019年1月1日至2019年6月30日", "统计期间：", "2020H1", "统计期间：2020年1月1日至2020年6月30日"],
  ["所属期：2019年5月　　单位：万元", "所属期：", "2020-06", "所属期：2020年6月　　单位：万元"],
  ["报表日期：", "报表日期：", "2020Q2", "报表日期：2020年6月30日"],
  ["报告期：", "报告期：", "2020", "报告期：2020年"],
  ["", "", "2020Q2", "2020年第二季度"],
])("writes the period at “%s”", (text, label, period, filled) => {
  expect(filledPeriod(sheet(text, label, "period"), period)?.value).toBe(filled);
});

it("writes on the line beside the label where the blank has one", () => {
  const merges = [{ top: 1, left: 1, bottom: 1, right: 3 }];
  const own = sheet("填报单位：", "填报单位：", "unit", { merges });
  expect(filledUnit(own, "台上镇")).toEqual({ row: 1, column: 1, value: "台上镇" });
});
