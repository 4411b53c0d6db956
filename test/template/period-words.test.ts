import type { OwnSheet } from "../../src/template/own-sheet";
import { differInPeriod, periodWords } from "../../src/template/period-words";

/** A sheet with these texts in its first row, the place of the period first; lines below. */
function sheet(place: string, ...texts: string[]): OwnSheet {
  return {
    sheet: "月报",
    titles: [],
    tables: [{ lines: [{ key: "1", path: ["甲"], row: 5 }], columns: [], cells: [] }],
    texts: [place, ...texts].map((text, column) => ({ row: 0, column, text })),
    period: { row: 0, column: 0, label: "" },
  };
}

const worded = (blank: OwnSheet, period: string): string[] =>
  periodWords(blank, period).map(({ value }) => value);

describe("titles and headings that name the period of the blank", () => {
  it.each([
    [
      "2020年5月",
      "2020-06",
      ["5月份", "1—5月累计", "2020年5月份月报表"],
      ["6月份", "1—6月累计", "2020年6月份月报表"],
    ],
    ["2020年12月", "2021-01", ["12月", "2020年12月月报"], ["1月", "2021年1月月报"]],
    ["2020年第一季度", "2020Q2", ["一季度", "第1季度完成"], ["二季度", "第2季度完成"]],
    ["2020年上半年", "2020H2", ["上半年完成"], ["下半年完成"]],
  ])("%s → %s", (place, period, texts, expected) => {
    expect(worded(sheet(place, ...texts), period)).toEqual(expected);
  });

  it.each([
    ["a table of months", "2020年5月", "2020-06", ["4月", "5月", "6月"]],
    ["last month beside this", "2020年5月", "2020-06", ["4月末", "5月末"]],
    ["a day to report on", "2020年5月", "2020-06", ["请于5月25日前报送"]],
    ["the same period", "2020年5月", "2020-05", ["5月份"]],
    ["a period of another length", "2020年5月", "2020Q2", ["5月份"]],
    ["a blank of no certain month", "    年   月", "2020-06", ["5月份"]],
  ])("leaves alone %s", (_, place, period, texts) => {
    expect(worded(sheet(place, ...texts), period)).toEqual([]);
  });

  it("are the same heading in another period", () => {
    expect(differInPeriod("5月份", "6月份")).toBe(true);
    expect(differInPeriod("1-5月累计", "1-6月累计")).toBe(true);
    expect(differInPeriod("5月份", "6月计划")).toBe(false);
  });

  it("leaves notes below the tables alone", () => {
    const blank = sheet("2020年5月");
    const texts = [...blank.texts!, { row: 6, column: 0, text: "5月份的数以统计局为准" }];
    expect(worded({ ...blank, texts }, "2020-06")).toEqual([]);
  });
});
