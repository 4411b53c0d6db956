/** Which year a sentence speaks of, or whether it speaks of a part of it, of plans or of several years. */
import type { Year } from "../../annual-report/county-facts";
import { fold } from "../../workbook/fold";

/** Part of the year, several years, plans, requirements: such numbers are in no line. */
const OTHER_TIME =
  /上半年|下半年|[一二三四1-4]季度|(?<!\d)(?:1[01]|[1-9])月|十一月|(?<!十)[一二三四五六七八九]月|十月|暑假|寒假|暑期|节前|节日?期间|活动期间|学期|当天|当日|当月|本月|首日|累计|历年|多年|历届|[近几]年|[二三四五六七八九十\d]年(?:来|间|以来)|连续|十三五|十四五|明年|来年|下年|下一年|下一步|计划|力争|争取|目标|预计|打算|前年/;
/** The same, directly beside the number. */
const OTHER_HERE = /要求|规定|应当|必须|每年|每月|每季|至少|不少于|不低于/;
/** 比上年 compares, and so do 由上年的2368人 and 超过上年135人: none says that a number is last year's. */
const LAST = /(?<![比较与同和由从超过]|对比)(?:上年|去年|上一年)(?!度?(?:同期)?(?:相比|比))/;

/** A year's name in any text that is not part of a document's number. */
const YEAR = /(?<!\d)(\d{4})年/g;

export type Time = Year | "other";

/** `period`: the year that the county's figures are of, `2020`; null where none are given. */
export function timeOf(text: string, period: string | null, own: boolean): Time {
  const plain = fold(text).replace(/目标考核|达到.{0,3}标准|《[^《》]*》/g, "");
  if (OTHER_TIME.test(plain) || (own && OTHER_HERE.test(plain))) return "other";
  const year = [...plain.matchAll(YEAR)].map((match) => Number(match[1])).at(-1);
  if (LAST.test(withLastYear(plain, period))) return "last";
  return year === undefined || period === null || [0, 1].includes(yearOf(period) - year) ? "this" : "other";
}

/** 2019年 in a report of 2020 is 上年. */
function withLastYear(text: string, period: string | null): string {
  return period === null
    ? text
    : text.replace(YEAR, (words, year) => (Number(year) === yearOf(period) - 1 ? "上年" : words));
}

function yearOf(period: string): number {
  return Number(period.slice(0, 4));
}

/** Without the words that only say when: 2020年12月底，今年. With 比 or 由 before it the year says more. */
export function withoutTime(text: string, period: string | null): string {
  return withLastYear(text, period).replace(TIME_WORDS, "");
}

const TIME_WORDS =
  /(?:截至|截止|(?<![加长高升展大充少降低落增扩减])到)?\d{4}年(?:度|末|底|1?[0-2]月(?:底|末|\d{1,2}日)?)?|(?:截至|截止)?12月(?:底|末|31日)|(?<![比较与同和由从是为于到超过])(?:上年度|上一年|上年|去年)(?:末|底|全年)?的?/g;
