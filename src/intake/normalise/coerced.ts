/** D44: what Excel made of something that was typed. */
import { fromSerial } from "../../workbook/dates";
import type { Reading, ReadSettings } from "./reading";
import { refused } from "./reading";

/** Nobody counts activities of before this year: the number was typed into a cell that shows dates. */
const FIRST_YEAR = 1920;

/**
 * Somebody typed 3-5 or 9:30 and Excel made a day or a time of it: what Excel shows is said, neither is taken. A number in a cell
 * that shows dates is shown as the number.
 */
export function refusedDay(raw: string, serial: number, settings: ReadSettings): Reading {
  if (serial > 0 && serial < 1) {
    const minutes = Math.round(serial * 24 * 60);
    const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
    return refused(raw, {
      code: "D44",
      class: "explain",
      variant: "time",
      params: { shown: time },
    });
  }
  const day = fromSerial(serial, settings.date1904);
  if (!day || day.year < FIRST_YEAR)
    return refused(raw, { code: "D44", class: "explain", variant: "dateFormat" });
  const shown = `${day.month}月${day.day}日`;
  const typed = `${day.month}-${day.day}`;
  return refused(raw, { code: "D44", class: "explain", variant: "date", params: { shown, typed } });
}
