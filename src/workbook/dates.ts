/**
 * Dates as Excel keeps them: days since the epoch of the workbook's date system.
 * In the 1900 system 60 means 29 February 1900, a day that never was (ECMA-376 part 1, 18.17.4.1).
 */
const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
export const OFFSET_1904 = 1462;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The serial of a day in the 1900 system; null where the calendar has no such day. Days before 1 March 1900 are none of ours. */
export function toSerial({ year, month, day }: CalendarDay): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const serial = Math.round((time - EPOCH_1900) / DAY);
  return exists && serial > 60 ? serial : null;
}

/** The day of a serial; null outside 1 March 1900 to 31 December 9999. */
export function fromSerial(serial: number, date1904 = false): CalendarDay | null {
  const days = Math.floor(serial) + (date1904 ? OFFSET_1904 : 0);
  if (!(days > 60 && days <= 2_958_465)) return null;
  const date = new Date(EPOCH_1900 + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2020-12-22`. */
export function isoDay({ year, month, day }: CalendarDay): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Does the number format show a date or a time? Formats over 255 characters are none (Excel's own limit). */
export function isDateFormat(format: string | undefined): boolean {
  if (!format || format.length > 255 || /^general$/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|_.|\*./gi, "");
  // 0日 counts days; 年, 月 and 日 make a date only where no digit is shown beside them.
  return /[ymdhs]/i.test(bare) || (/[年月日]/.test(bare) && !/[0#?]/.test(bare));
}
