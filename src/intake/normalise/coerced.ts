/** D44: what Excel made of something that was typed. */
import { fromSerial } from "../../workbook/dates";
import type { Reading, ReadSettings } from "./reading";
import { refused } from "./reading";

/** Somebody typed 3-5, or 12.5 into a date cell, and Excel made a day of it: both are shown, neither is taken. */
export function refusedDay(raw: string, serial: number, settings: ReadSettings): Reading {
  const day = fromSerial(serial, settings.date1904);
  const shown = day ? `${day.month}月${day.day}日` : raw;
  const typed = day ? `${day.month}-${day.day}` : raw;
  return refused(raw, { code: "D44", class: "explain", variant: "date", params: { shown, typed } });
}
