/** Days of a year as serials of the 1900 system. */
import { toSerial } from "../workbook/dates";
import { between, type Random } from "./random";

/** The serial of a day that is known to be in the calendar. */
export function day(year: number, month: number, date: number): number {
  const serial = toSerial({ year, month, day: date });
  if (serial === null) throw new RangeError(`${year}-${month}-${date} is no day`);
  return serial;
}

/** Days between 6 January and 30 November, in order. */
export function daysOf(random: Random, year: number, count: number): number[] {
  const first = day(year, 1, 6);
  const last = day(year, 11, 30);
  return Array.from({ length: count }, () => between(random, first, last)).sort((a, b) => a - b);
}
