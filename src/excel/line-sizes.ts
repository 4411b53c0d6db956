/** Heights of rows, widths of columns and what is hidden: copying cells does not bring them along. */
import { columnName, type Area } from "../workbook/address";

/** What was asked of the lines of an area; readable after the next sync. */
export interface AskedSizes {
  readonly area: Area;
  readonly sheet: Excel.Worksheet;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

interface Line {
  readonly size: number | undefined;
  readonly hidden: boolean;
}

/** Queues the questions. */
export function askSizes(sheet: Excel.Worksheet, area: Area): AskedSizes {
  sheet.load("standardHeight,standardWidth");
  const { top, left, bottom, right } = area;
  const range = sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  return {
    area,
    sheet,
    rows: range.getRowProperties({ rowHidden: true, format: { rowHeight: true } }),
    columns: range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } }),
  };
}

/** Queues giving the lines of a sheet the sizes that they had, where they differ. Both were asked about one area. */
export function restoreSizes(sheet: Excel.Worksheet, before: AskedSizes, now: AskedSizes): void {
  const { top, left } = before.area;
  for (const { first, last, line } of changes(rowsOf(before), rowsOf(now))) {
    const range = sheet.getRange(`${top + first + 1}:${top + last + 1}`);
    if (line.size === before.sheet.standardHeight) range.format.useStandardHeight = true;
    else if (line.size !== undefined) range.format.rowHeight = line.size;
    range.rowHidden = line.hidden;
  }
  for (const { first, last, line } of changes(columnsOf(before), columnsOf(now))) {
    const range = sheet.getRange(`${columnName(left + first)}:${columnName(left + last)}`);
    // The width of a sheet's other columns is given in characters; in points only by a column that has it.
    if (line.size !== undefined) range.format.columnWidth = line.size;
    range.columnHidden = line.hidden;
  }
}

const rowsOf = ({ rows }: AskedSizes): Line[] =>
  rows.value.map(({ rowHidden, format }) => ({ size: format?.rowHeight, hidden: rowHidden === true }));

const columnsOf = ({ columns }: AskedSizes): Line[] =>
  columns.value.map(({ columnHidden, format }) => ({
    size: format?.columnWidth,
    hidden: columnHidden === true,
  }));

const isSame = (a: Line | undefined, b: Line | undefined): boolean =>
  a?.size === b?.size && a?.hidden === b?.hidden;

/** Runs of neighbouring lines that must change in the same way, counted from the first line of the area. */
function changes(
  before: readonly Line[],
  now: readonly Line[],
): { first: number; last: number; line: Line }[] {
  const runs: { first: number; last: number; line: Line }[] = [];
  before.forEach((line, i) => {
    if (isSame(line, now[i])) return;
    const run = runs.at(-1);
    if (run && run.last === i - 1 && isSame(run.line, line)) run.last = i;
    else runs.push({ first: i, last: i, line });
  });
  return runs;
}
