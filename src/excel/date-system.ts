/**
 * From which year the open workbook counts its days. No property of the API says so; what a date cell shows does: the
 * same number is a day four years later where days count from 1904.
 * https://support.microsoft.com/office/date-systems-in-excel-e7fe7167-48a9-4b96-bb53-5612a800b487
 */
import { OpenWorkbookError } from "../ports/ports";
import { areaToA1, toA1 } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import { fromSerial, isDateFormat, OFFSET_1904, type CalendarDay } from "../workbook/dates";
import type { SheetPlan } from "../workbook/plan";
import type { Sheet } from "../workbook/workbook";
import { coveringAreas, groupBy } from "./styled-areas";

/** So many cells are looked at; a column that is too narrow shows no date. */
const MOST_CELLS = 20;

export interface DateCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly serial: number;
}

/** What was asked of dates; readable after the next sync. */
export interface AskedDates {
  readonly cells: readonly DateCell[];
  readonly shown: readonly Excel.Range[];
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
  const asked = askDates(context, samples);
  await context.sync();
  const system = systemShown(asked);
  if (system !== null) return system === 1904;
  const { sheet, row, column } = samples[0]!;
  throw new OpenWorkbookError({ code: "H13", params: { sheet, cell: toA1(row, column) } });
}

/** Queues the question what some of these cells show. */
export function askDates({ workbook }: Excel.RequestContext, cells: readonly DateCell[]): AskedDates {
  const some = cells.slice(0, MOST_CELLS);
  const shown = some.map(({ sheet, row, column }) => {
    const cell = workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
    cell.load("text");
    return cell;
  });
  return { cells: some, shown };
}

/** Null where no cell shows enough of its date. */
export function systemShown({ cells, shown }: AskedDates): 1900 | 1904 | null {
  for (const [i, { text }] of shown.entries()) {
    const system = systemOf(String((text as unknown[][])[0]?.[0] ?? ""), cells[i]!.serial);
    if (system !== null) return system;
  }
  return null;
}

/** The days that a plan writes as numbers. */
export function plannedDates(sheets: readonly SheetPlan[]): DateCell[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, value, formula, style }) => {
      if (formula !== undefined || typeof value !== "number" || !isDay(value, style?.format)) return [];
      return [{ sheet: name, row, column, serial: value }];
    }),
  );
}

/** Queues writing the same days in a workbook that counts from 1904. */
export function countFrom1904({ workbook }: Excel.RequestContext, cells: readonly DateCell[]): void {
  for (const [sheet, dates] of groupBy(cells, (cell) => cell.sheet)) {
    const serials = new Map(dates.map(({ row, column, serial }) => [toA1(row, column), serial]));
    for (const area of coveringAreas(dates)) {
      const { top, left, bottom, right } = area;
      const values: number[][] = [];
      for (let row = top; row <= bottom; row++) {
        values.push([]);
        for (let column = left; column <= right; column++) {
          values.at(-1)!.push(serials.get(toA1(row, column))! - OFFSET_1904);
        }
      }
      workbook.worksheets.getItem(sheet).getRange(areaToA1(area)).values = values;
    }
  }
}

/** Those whose format shows a year first. */
function datesOf(sheets: readonly Sheet[]): DateCell[] {
  const withYear: DateCell[] = [];
  const without: DateCell[] = [];
  for (const sheet of sheets) {
    for (const cell of cellsOf(sheet)) {
      const { row, column } = cell;
      if (cell.kind !== "number" || !isDay(Number(cell.value), cell.format)) continue;
      const list = /y/i.test(cell.format!) ? withYear : without;
      list.push({ sheet: sheet.name, row, column, serial: Number(cell.value) });
      if (withYear.length >= MOST_CELLS) return withYear;
    }
  }
  return [...withYear, ...without].slice(0, MOST_CELLS);
}

/** A day, not a time of day or a duration. */
function isDay(serial: number, format: string | undefined): boolean {
  if (!isDateFormat(format) || !/[yd年日]/i.test(format!)) return false;
  return fromSerial(serial) !== null && fromSerial(serial, true) !== null;
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
