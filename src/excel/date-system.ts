/**
 * From which year the open workbook counts its days. No property of the API says so; what a date cell shows does: the
 * same number is a day four years later where days count from 1904.
 * https://support.microsoft.com/office/date-systems-in-excel-e7fe7167-48a9-4b96-bb53-5612a800b487
 */
import { OpenWorkbookError } from "../round/ports";
import { toA1 } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import { fromSerial, isDateFormat, type CalendarDay } from "../workbook/dates";
import type { Cell, Sheet } from "../workbook/workbook";

/** So many cells are looked at; a column that is too narrow shows no date. */
const MOST_CELLS = 20;

interface Sample {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly serial: number;
}

/**
 * Do days count from 1904? A workbook without dates counts from 1900, which makes no difference to it.
 * @throws {OpenWorkbookError} H13 with a cell where there are dates and none of them can be read
 */
export async function countsFrom1904(
  context: Excel.RequestContext,
  sheets: readonly Sheet[],
): Promise<boolean> {
  const samples = datesOf(sheets);
  if (samples.length === 0) return false;
  const asked = samples.map(({ sheet, row, column }) => {
    const cell = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
    cell.load("text");
    return cell;
  });
  await context.sync();
  for (const [i, { text }] of asked.entries()) {
    const system = systemOf(String((text as unknown[][])[0]?.[0] ?? ""), samples[i]!.serial);
    if (system !== null) return system === 1904;
  }
  const { sheet, row, column } = samples[0]!;
  throw new OpenWorkbookError({ code: "H13", params: { sheet, cell: toA1(row, column) } });
}

/** Those whose format shows a year first. */
function datesOf(sheets: readonly Sheet[]): Sample[] {
  const withYear: Sample[] = [];
  const without: Sample[] = [];
  for (const sheet of sheets) {
    for (const cell of cellsOf(sheet)) {
      const { row, column } = cell;
      const serial = dateIn(cell);
      if (serial === null) continue;
      const list = /y|e/i.test(cell.format!) ? withYear : without;
      list.push({ sheet: sheet.name, row, column, serial });
      if (withYear.length >= MOST_CELLS) return withYear;
    }
  }
  return [...withYear, ...without].slice(0, MOST_CELLS);
}

/** A day, not a time of day or a duration. */
function dateIn({ kind, value, format }: Cell): number | null {
  if (kind !== "number" || !isDateFormat(format)) return null;
  const serial = Number(value);
  return fromSerial(serial) && fromSerial(serial, true) && /[yd年日]/i.test(format!) ? serial : null;
}

/** What the text of a cell says of its number: the year in it is that of one of two days, else month and day are. */
function systemOf(text: string, serial: number): 1900 | 1904 | null {
  const western = text.replace(/[〇零一二三四五六七八九]/g, (digit) =>
    String(Math.max(0, "零一二三四五六七八九".indexOf(digit))),
  );
  const numbers = new Set((western.match(/\d+/g) ?? []).map(Number));
  const [old, mac] = [fromSerial(serial)!, fromSerial(serial, true)!];
  const checks = [
    ({ year }: CalendarDay) => numbers.has(year),
    ({ year }: CalendarDay) => numbers.has(year % 100),
    ({ month, day }: CalendarDay) => numbers.has(month) && numbers.has(day),
  ];
  const deciding = checks.find((shows) => shows(old) !== shows(mac));
  if (!deciding) return null;
  return deciding(old) ? 1900 : 1904;
}
