/** Periods in headings and captions: which is earlier, and whether a text is nothing but one. */
import { fold } from "../workbook/fold";

const DIGITS = "〇一二三四五六七八九十";

/** Months since the year 0, at the end of the period that the text names; null where it names no year. */
export function monthNamed(text: string): number | null {
  const words = fold(text).replace(/\s/g, "");
  const [, year, rest = ""] = /((?:19|20)\d{2})年?(.*)/.exec(words) ?? [];
  if (year === undefined) return null;
  return Number(year) * 12 + monthOf(rest);
}

function monthOf(rest: string): number {
  const [, range] = /(?:\d{1,2}月?[-~—至到])(\d{1,2})月/.exec(rest) ?? [];
  const [, month] = /^(?:度|[-./])?(\d{1,2})(?!\d)/.exec(rest) ?? [];
  if (range !== undefined) return Number(range);
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12) return Number(month);
  const [, half] = /^H([12])/i.exec(rest) ?? [];
  if (half !== undefined) return Number(half) * 6;
  const [, letter] = /^Q([1-4])/i.exec(rest) ?? [];
  if (letter !== undefined) return Number(letter) * 3;
  const [, quarter] = /(?:第?([一二三四1-4])季度?)/.exec(rest) ?? [];
  if (quarter !== undefined) return 3 * (/\d/.test(quarter) ? Number(quarter) : DIGITS.indexOf(quarter));
  return /上半年/.test(rest) ? 6 : 12;
}

const PERIOD =
  /(?:(?:19|20)\d{2})?(?:年度?|[-./])?(?:第?[一二三四1-4]季度?|[上下]半年|\d{1,2}(?:[-~—至到]\d{1,2})?月份?|\d{1,2})?(?:\d{1,2}日)?/;
const PLACE =
  /^(?:(?:19|20)?[\d_]{0,4}年(?:度|[\d_]{0,2}月(?:[\d_]{0,2}日)?|第?[_一二三四1-4]?季度?|[上下]半年)?)$/;

/** `2018年06月`, `    年   月`: a period, or the place for one, and nothing more. */
export function isPeriodOnly(text: string): boolean {
  const words = fold(text).replace(/[\s()]/g, "");
  return words !== "" && (PLACE.test(words) || (PERIOD.exec(words)?.[0] === words && /\d{4}/.test(words)));
}

/** The text without the year and what belongs to it: `2017年全国情况统计表` → `全国情况统计表`. */
export function withoutPeriod(text: string): string {
  return fold(text)
    .replace(
      /(?:19|20)[\d_]{2}\s*年(?:度|\s*\d{1,2}\s*(?:[-~—至到]\s*\d{1,2}\s*)?月份?|第?[一二三四1-4]季度|[上下]半年)?/g,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
}
