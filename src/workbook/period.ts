/** Periods: `2020` for a year, `2020H1` and `2020H2` for its halves, `2020Q2` for a quarter, `2020-06` for a month. */
import { fold } from "./fold";

/** The period a year later, `2019 → 2020`, `2019H1 → 2020H1`; null where the text is no period. */
export function nextPeriod(period: string): string | null {
  const match = /^(\d{4})(H[12]|Q[1-4]|-\d{2})?$/.exec(period);
  return match ? `${Number(match[1]) + 1}${match[2] ?? ""}` : null;
}

/**
 * The period that a text of any wording names: `2018年6月`, `2018年1—6月`, `2018-06-30` → `2018-06`; `2018年第二季度` → `2018Q2`;
 * `2018年上半年` → `2018H1`; else the year; null where it names none.
 */
export function periodNamed(text: string): string | null {
  const words = fold(text).replace(/\s/g, "");
  const [, year, rest = ""] = /(?<!\d)((?:19|20)\d{2})(?!\d{3})(.*)$/s.exec(words) ?? [];
  if (year === undefined) return null;
  const [, last] = /^年?\d{1,2}月?[-~—–至到](\d{1,2})月/.exec(rest) ?? [];
  const [, own] = /^(?:年|[-./])?(\d{1,2})(?![\d季])/.exec(rest) ?? /^(0[1-9]|1[0-2])(?!\d)/.exec(rest) ?? [];
  const month = last ?? own;
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12)
    return `${year}-${month.padStart(2, "0")}`;
  const [, word, letter] = /第?([一二三四1-4])季度?|Q([1-4])/i.exec(rest) ?? [];
  const quarter = word ?? letter;
  if (quarter !== undefined) return `${year}Q${"一二三四".indexOf(quarter) + 1 || quarter}`;
  return year + (/H1|上半年/i.test(rest) ? "H1" : /H2|下半年/i.test(rest) ? "H2" : "");
}

/** Is one the other, or a part of it: `2018-06` of `2018Q2`, `2018H1` and `2018`? */
export function periodsAgree(a: string, b: string): boolean {
  const [first, second] = [monthsOf(a), monthsOf(b)];
  return first.every((month) => second.includes(month)) || second.every((month) => first.includes(month));
}

function monthsOf(period: string): string[] {
  const [, year = "", half, quarter, month] = /^(\d{4})(?:H([12])|Q([1-4])|-(\d{2}))?$/.exec(period) ?? [];
  if (month !== undefined) return [period];
  const [first, count] = half ? [Number(half) * 6 - 6, 6] : quarter ? [Number(quarter) * 3 - 3, 3] : [0, 12];
  return Array.from({ length: count }, (_, i) => `${year}-${String(first + i + 1).padStart(2, "0")}`);
}

/** The one that most submissions name; of equally many the later one. Null where none names any. */
export function commonPeriod(periods: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const period of periods) if (period) counts.set(period, (counts.get(period) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
  return ranked[0]?.[0] ?? null;
}
