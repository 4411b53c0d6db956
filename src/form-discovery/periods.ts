/** Periods in headings and captions: which is earlier, and whether a text is nothing but one. */
import { fold } from "../workbook/fold";
import { endOf, periodNamed } from "../workbook/period";

/** When the period ends that the text names, as {@link endOf} counts; null where it names none. */
export function endNamed(text: string): number | null {
  const period = periodNamed(text);
  return period === null ? null : endOf(period);
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
