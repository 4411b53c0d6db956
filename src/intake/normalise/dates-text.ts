/** Dates as people write them. The year of a date without one is the period's; never the machine's clock or locale. */
import { toSerial } from "../../workbook/dates";
import { fold } from "../../workbook/fold";
import { parseChineseNumeral, withChineseZeros } from "./chinese-numerals";
import { compact } from "./clean";
import { withoutFootnotes } from "./footnotes";

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
  `^${YEAR}[-./年,、·。\\\\](?<month>\\d{1,2})[-./月,、·。\\\\](?<day>\\d{1,2})[日号]?$`,
);
const DIGITS = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;
const WITHOUT_YEAR = /^(?<month>\d{1,2})(?:月|[-./](?=\d))(?<day>\d{1,2})[日号]?$/;
const PART_OF_MONTH =
  /^(?:(?<year>\d{4})[年.\-/])?(?<month>\d{1,2})月?(?:份)?(?<part>底|末|初|上旬|中旬|下旬|中)?$/;
const RANGE_SIGN = /[-—–―~至到、及和,]+(?=\d)/g;
const USUAL = /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|年\d{1,2}月\d{1,2}日)$/;
/** Longer texts are no dates. */
const LONGEST = 60;

const DAYTIME = "上午|下午|中午|午后|晚上|晚间|晚|早上|早晨|早|凌晨|傍晚|夜间|夜|全天|[ap]\\.?m\\.?";
const CLOCK =
  "\\d{1,2}\\s*(?:[:]\\s*\\d{1,2}(?:[:]\\d{1,2}(?:\\.\\d+)?)?|[时点](?:\\d{1,2}分?|半|整|[一三]刻)?)Z?";
const TIME = new RegExp(
  `[T\\s]*\\(?(?:${DAYTIME})?\\s*(?:${CLOCK}(?:\\s*[-—–~至到]+\\s*(?:${DAYTIME})?${CLOCK})?|(?<=(?:${DAYTIME})\\s*))(?:\\s*[ap]\\.?m\\.?)?\\)?`,
  "gi",
);
const WEEKDAY = /\(?(?:星期|礼拜|周)[一二三四五六日天1-7]\)?|\([一二三四五六日]\)/g;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Null where the text is no date that we know, or no day of the calendar. `year` is null where no period is known. */
export function parseDateText(text: string, year: number | null): WrittenDate | null {
  if (text.length > LONGEST) return null;
  const written = essence(text);
  const about = /^(?:约|大约)|(?:前后|左右|前|后|起|止)$/;
  if (about.test(written)) {
    const date = day(written.replace(about, ""), year);
    return date && { ...date, approximate: true, usual: false };
  }
  const date = day(written, year) ?? partOfMonth(written, year) ?? firstOfRange(written, year);
  return date && { ...date, usual: USUAL.test(compact(text)) };
}

/** The date alone: without the time of day, the weekday, remarks in brackets and footnote marks; in Arabic digits. */
function essence(text: string): string {
  const timeless = withoutEnglishMonth(fold(text)).replace(TIME, " ").replace(WEEKDAY, "");
  const bare = timeless.replace(/\([^()]*\)\s*$/, "").replace(/(?<=\d)\s+(?=\d)/g, ".");
  const joined = compact(bare).replace(/[.。,、;]+$/, "");
  return arabic(withChineseZeros(withoutFootnotes(joined)?.text ?? joined));
}

/** `Feb 1, 2020` and `1-Feb-2020` → `2020-2-1`. */
function withoutEnglishMonth(text: string): string {
  const [, first, word, second, year] =
    /^\s*(\d{1,2})?[-\s]*([A-Za-z]{3})[a-z]*\.?[-\s]*(\d{1,2}(?!\d))?[-,\s]*(\d{4})\b/.exec(text) ?? [];
  const month = MONTHS.indexOf((word ?? "").toLowerCase()) + 1;
  const date = first ?? second;
  return month === 0 || date === undefined ? text : `${year}-${month}-${date}`;
}

function day(written: string, year: number | null): WrittenDate | null {
  const whole = WHOLE.exec(written) ?? DIGITS.exec(written) ?? WITHOUT_YEAR.exec(written);
  if (!whole?.groups) return null;
  const { year: own, month, day: date } = whole.groups;
  return at(own ? fullYear(own) : year, Number(month), Number(date), false, USUAL.test(written));
}

/** 二〇二〇年十二月二十二日 → 2020年12月22日. */
function arabic(text: string): string {
  return text.replace(/[零〇一二三四五六七八九十廿卅]+(?=[年月日号]|$)/g, (numeral) => {
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

/** 11月1日至3日, 2020.2.1-2.3: an event of several days begins on the first. */
function firstOfRange(text: string, year: number | null): WrittenDate | null {
  const starts = [...text.matchAll(RANGE_SIGN)].map(({ index }) => text.slice(0, index));
  const read = (parse: typeof day): WrittenDate | null =>
    starts.reduce<WrittenDate | null>((found, start) => found ?? parse(start, year), null);
  // 2020-02-30 is no range from February on: a month must be called one.
  const date = read(day) ?? read((start, own) => (start.endsWith("月") ? partOfMonth(start, own) : null));
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
