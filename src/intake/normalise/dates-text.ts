/** Dates as people write them. The year of a date without one is the period's; never the machine's clock or locale. */
import { toSerial } from "../../workbook/dates";
import { compact } from "./clean";
import { parseChineseNumeral } from "./chinese-numerals";

export interface WrittenDate {
  /** In the 1900 system. */
  readonly serial: number;
  /** 12月底, 12月, 11.1—11.3: the day is the one that the words come nearest to. */
  readonly approximate: boolean;
  /** Written as the form itself would print it: 2020年12月22日, 2020-12-22, 2020/12/22. */
  readonly usual: boolean;
}

const YEAR = "(?<year>\\d{4}|\\d{2}(?=[-./年]\\d{1,2}[-./月]\\d))";
const WHOLE = new RegExp(
  `^${YEAR}[-./年](?<month>\\d{1,2})[-./月](?<day>\\d{1,2})[日号]?(?:0?0:00(?::00)?)?$`,
);
const DIGITS = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;
const WITHOUT_YEAR = /^(?<month>\d{1,2})(?:月|[-./](?=\d))(?<day>\d{1,2})[日号]?$/;
const PART_OF_MONTH =
  /^(?:(?<year>\d{4})[年.\-/])?(?<month>\d{1,2})月?(?:份)?(?<part>底|末|初|上旬|中旬|下旬|中)?$/;
const RANGE = /^(?<from>.+?\d[日号]?)(?:[-—–~至到、]+)(?<to>\d.*)$/;
const USUAL = /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)$/;

/** Null where the text is no date that we know, or no day of the calendar. `year` is null where no period is known. */
export function parseDateText(text: string, year: number | null): WrittenDate | null {
  const written = arabic(compact(text));
  const whole = WHOLE.exec(written) ?? DIGITS.exec(written) ?? WITHOUT_YEAR.exec(written);
  if (whole?.groups) {
    const { year: own, month, day } = whole.groups;
    return at(own ? fullYear(own) : year, Number(month), Number(day), false, USUAL.test(written));
  }
  return partOfMonth(written, year) ?? firstOfRange(written, year);
}

/** 二〇二〇年十二月二十二日 → 2020年12月22日. */
function arabic(text: string): string {
  return text.replace(/[零〇一二三四五六七八九十]+(?=[年月日号])/g, (numeral) => {
    const value = parseChineseNumeral(numeral);
    return value === null ? numeral : String(value);
  });
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** 12月底 → its last day; 12月上旬 → the 5th; a bare month → its last day. A bare number is no month. */
function partOfMonth(text: string, year: number | null): WrittenDate | null {
  const groups = PART_OF_MONTH.exec(text)?.groups;
  if (!groups || !/月|^\d{4}[.\-/年]/.test(text)) return null;
  const month = Number(groups["month"]);
  const inYear = groups["year"] ? Number(groups["year"]) : year;
  if (inYear === null) return null;
  const last = new Date(Date.UTC(inYear, month, 0)).getUTCDate();
  const days: Readonly<Record<string, number>> = { 初: 1, 上旬: 5, 中旬: 15, 中: 15, 下旬: 25 };
  return at(inYear, month, days[groups["part"] ?? ""] ?? last, true, false);
}

/** 11月1日至3日: an event of several days begins on the first. */
function firstOfRange(text: string, year: number | null): WrittenDate | null {
  const from = RANGE.exec(text)?.groups?.["from"];
  const date = from === undefined ? null : parseDateText(from, year);
  return date && { ...date, approximate: true, usual: false };
}

function at(
  year: number | null,
  month: number,
  day: number,
  approximate: boolean,
  usual: boolean,
): WrittenDate | null {
  const serial = year === null ? null : toSerial({ year, month, day });
  return serial === null ? null : { serial, approximate, usual };
}
