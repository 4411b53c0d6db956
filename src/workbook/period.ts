/** Periods: `2020` for a year, `2020H1` and `2020H2` for its halves, `2020Q2` for a quarter, `2020-06` for a month. */
import { fold } from "./fold";

const PERIOD = /^(\d{4})(?:H([12])|Q([1-4])|-(0[1-9]|1[0-2]))?$/;

/** Is the text a period of our century or the last? */
export function isPeriod(text: string): boolean {
  return /^(?:19|20)/.test(text) && PERIOD.test(text);
}

export interface PeriodParts {
  readonly part: "year" | "firstHalf" | "secondHalf" | "quarter" | "month";
  readonly year: string;
  /** Which half, quarter or month of the year; 1 for the year. */
  readonly number: number;
}

/** What a period is made of, for saying it in words; what is no period counts as the name of a year. */
export function partsOf(period: string): PeriodParts {
  const [, year = period, half, quarter, month] = PERIOD.exec(period) ?? [];
  const number = Number(half ?? quarter ?? month ?? 1);
  if (half !== undefined) return { part: number === 1 ? "firstHalf" : "secondHalf", year, number };
  return { part: quarter !== undefined ? "quarter" : month !== undefined ? "month" : "year", year, number };
}

/** The period a year later, `2019 → 2020`, `2019H1 → 2020H1`; null where the text is no period. */
export function nextPeriod(period: string): string | null {
  return sameOfYear(period, 1);
}

function sameOfYear(period: string, years: number): string | null {
  return PERIOD.test(period) ? `${Number(period.slice(0, 4)) + years}${period.slice(4)}` : null;
}

/** The period that follows, `2020-12 → 2021-01`, `2020Q2 → 2020Q3`; null where the text is no period. */
export function followingPeriod(period: string): string | null {
  const months = monthsOf(period);
  const last = months.at(-1);
  if (last === undefined) return null;
  const first = monthAt(indexOf(last) + 1);
  return periodOfMonths(first, monthAt(indexOf(last) + months.length));
}

const MONTHS_OF = { year: 12, firstHalf: 6, secondHalf: 6, quarter: 3, month: 1 } as const;

/** The months of a period, `2020-04`, `2020-05`, `2020-06`; none where the text is no period. */
export function monthsOf(period: string): string[] {
  if (!PERIOD.test(period)) return [];
  const { part, year, number } = partsOf(period);
  const count = MONTHS_OF[part];
  return Array.from({ length: count }, (_, i) => `${year}-${twoDigits((number - 1) * count + i + 1)}`);
}

/** The period from the first to the last of these months; null where none is so long. */
export function periodOfMonths(first: string, last: string): string | null {
  const [year, month] = [first.slice(0, 4), Number(first.slice(5))];
  const length = indexOf(last) - indexOf(first) + 1;
  if (length === 1) return first;
  if (length === 12 && month === 1) return year;
  if (length === 6 && month % 6 === 1) return `${year}H${(month + 5) / 6}`;
  return length === 3 && month % 3 === 1 ? `${year}Q${(month + 2) / 3}` : null;
}

/** A number that is greater for a later end; equal for `2020H1`, `2020Q2` and `2020-06`. Null for what is no period. */
export function endOf(period: string): number | null {
  const last = monthsOf(period).at(-1);
  return last === undefined ? null : indexOf(last);
}

/** Months since the year 0. */
function indexOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(index: number): string {
  return `${Math.floor(index / 12)}-${twoDigits((index % 12) + 1)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}

/** The last day of a period, `2020-06-30`. */
export function lastDayOf(period: string): string {
  const last = monthsOf(period).at(-1)!;
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5))];
  return `${last}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

const SEPARATED = String.raw`(?:年|[-./])(\d{1,2})月?(?:[-./]?(\d{1,2})日?)?`;
/** `2020年1月1日至2020年6月30日`, `2020-01-01至2020-06-30`, `2020年1月1日至6月30日`. */
const FROM_TO = new RegExp(
  String.raw`((?:19|20)\d{2})${SEPARATED}(?:[至到~—–]+|-)((?:19|20)\d{2})${SEPARATED}|` +
    String.raw`((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日)?[-~—–至到]+(\d{1,2})月`,
);

/**
 * The period that a text of any wording names: `2018年6月`, `2018年1—6月`, `2018-06-30` → `2018-06`; `2018年第二季度` → `2018Q2`;
 * `2018年上半年`, `2018年1月1日至6月30日` → `2018H1`; else the year; null where it names none.
 */
export function periodNamed(text: string): string | null {
  const words = withDigits(fold(text).replace(/\s/g, ""));
  const [, year, rest = ""] = /(?<!\d)((?:19|20)\d{2})(?!\d{3})(.*)$/s.exec(words) ?? [];
  if (year === undefined) return null;
  const between = fromTo(words);
  if (between !== null) return between;
  const [, last] = /^年?\d{1,2}月?[-~—–至到](\d{1,2})月/.exec(rest) ?? [];
  const [, own] =
    /^(?:年度?|[-./])?(\d{1,2})(?![\d季])/.exec(rest) ?? /^(0[1-9]|1[0-2])(?!\d)/.exec(rest) ?? [];
  const month = last ?? own;
  if (month !== undefined && isMonth(month)) return `${year}-${month.padStart(2, "0")}`;
  const [, word, letter] = /第?([一二三四1-4])季度?|Q([1-4])/i.exec(rest) ?? [];
  const quarter = word ?? letter;
  if (quarter !== undefined) return `${year}Q${"一二三四".indexOf(quarter) + 1 || quarter}`;
  return year + (/H1|上半年/i.test(rest) ? "H1" : /H2|下半年/i.test(rest) ? "H2" : "");
}

/** The period between two days or months; the month of the last one where no period is so long; null for no such text. */
function fromTo(words: string): string | null {
  const [, y1, m1, , y2, m2, , year, from, to] = FROM_TO.exec(words) ?? [];
  const [first, last] = y1 === undefined ? [from, to] : [m1, m2];
  if (first === undefined || last === undefined || !isMonth(first) || !isMonth(last)) return null;
  const months = [`${y1 ?? year}-${first.padStart(2, "0")}`, `${y2 ?? year}-${last.padStart(2, "0")}`];
  return periodOfMonths(months[0]!, months[1]!) ?? months[1]!;
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

const YEAR_DIGITS = "〇一二三四五六七八九";
const MONTHS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** `二〇二〇年六月` → `2020年6月`. */
function withDigits(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year.replace(/[○零]/g, "〇")].map((digit) => YEAR_DIGITS.indexOf(digit)).join(""),
    )
    .replace(/(十[一二]?|[一二三四五六七八九])(?=月)/g, (month) => String(MONTHS.indexOf(month) + 1));
}

/**
 * Of a text that is the name of a part of a year and nothing more, what it is without the year: `6月份` → `-06`, `二季度`
 * → `Q2`, `上半年` → `H1`; null for any other.
 */
export function partOfYearNamed(text: string): string | null {
  const words = withDigits(fold(text).replace(/\s/g, ""));
  if (!/^(?:\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年|H[12]|Q[1-4])$/i.test(words)) return null;
  const period = periodNamed(`2000年${words}`);
  return period === null || period === "2000" ? null : period.slice(4);
}

/** The year or half of a year that a text names, `集安市2020年上半年` → `2020H1`; null where it names no year. */
export function yearOrHalfNamed(text: string): string | null {
  const words = fold(text);
  const year = /\d{4}/.exec(words)?.[0];
  if (year === undefined) return null;
  return year + (/H1|上半年/i.test(words) ? "H1" : /H2|下半年/i.test(words) ? "H2" : "");
}

const PERIOD_ALONE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4}(?=年))(?:年度?)?(?:(?:年|[-./])?(?:\d{1,2}|[一二三四五六七八九]|十[一二]?)月?份?|H[12]|Q[1-4]|(?:年度?)?(?:[上下]半年|第?[一二三四1-4]季度?))?$/i;
const FIRST_TO_LAST = /^(\d{4})年(\d{1,2})月?(?:[-~—–]+|至|到)(\d{1,2})月份?$/;

/**
 * The period of a text that is one and nothing more: `2020`, `2020年度`, `2020H1`, `2020年上半年`, `2020年1—6月`, `2020年二季度`,
 * `2020年6月`, `2020-06`, `202006`; else null.
 */
export function periodMeant(text: string): string | null {
  const words = fold(text).replace(/\s/g, "");
  const [, year, first, last] = FIRST_TO_LAST.exec(words) ?? [];
  if (year !== undefined)
    return periodOfMonths(`${year}-${first!.padStart(2, "0")}`, `${year}-${last!.padStart(2, "0")}`);
  if (!PERIOD_ALONE.test(words)) return null;
  const period = periodNamed(words);
  // `2018-13` names a year and no month.
  const isYear = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})(?:年度?)?$/.test(words);
  return isYear || period?.length !== 4 ? period : null;
}

/** Is one the other, or a part of it: `2018-06` of `2018Q2`, `2018H1` and `2018`? */
export function periodsAgree(a: string, b: string): boolean {
  const [first, second] = [monthsOf(a), monthsOf(b)];
  return first.every((month) => second.includes(month)) || second.every((month) => first.includes(month));
}

/** The one that most submissions name; of equally many the later one. Null where none names any. */
export function commonPeriod(periods: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const period of periods) if (period) counts.set(period, (counts.get(period) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
  return ranked[0]?.[0] ?? null;
}
