const DAY = 86_400_000;
const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;

/**
 * The serial of an ISO 8601 day, time or both, as a cell of type `d` holds it (ECMA-376 part 1, 18.17.4);
 * a time zone is dropped as Excel knows none. Null where the text is no date.
 */
export function serialFromIso(text: string, date1904: boolean): number | null {
  const match = ISO.exec(text.trim());
  if (!match || text.trim() === "") return null;
  const [year, month, day, hour, minute, second] = match
    .slice(1)
    .map((part) => (part === undefined ? null : Number(part)));
  const time = ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) / 86_400;
  if (year === null || month === null || day === null) return time;
  const at = new Date(Date.UTC(year!, month! - 1, day!));
  if (at.getUTCMonth() !== month! - 1 || at.getUTCDate() !== day!) return null;
  return wholeDays(at.getTime(), date1904) + time;
}

/** The 1900 system counts a 29 February 1900 that never was; days before it lie one lower. */
function wholeDays(time: number, date1904: boolean): number {
  if (date1904) return (time - Date.UTC(1904, 0, 1)) / DAY;
  const days = (time - Date.UTC(1899, 11, 30)) / DAY;
  return days < 61 ? days - 1 : days;
}
