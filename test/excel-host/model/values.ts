import { SSF } from "@e965/xlsx";
import { invalidArgument, invalidOperation } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import { isErrorText } from "../book/input";
import type { GridCell, GridValue } from "../book/grid";
import { styleProperty, withProperty } from "../book/style";
import { assertCellLimit, columnCount, isUnbounded, rowCount, type Place } from "./place";

type CellReader = (cell: GridCell | undefined, row: number, column: number) => Json;

/** The cells of the place as rows; null where it is unbounded, as Excel answers. */
export function readCells({ sheet, area }: Place, read: CellReader): Json {
  if (isUnbounded(area)) return null;
  assertCellLimit(area);
  const rows: Json[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Json[] = [];
    for (let column = area.left; column <= area.right; column++) {
      line.push(read(sheet.grid.cell(row, column), row, column));
    }
    rows.push(line);
  }
  return rows;
}

export function readValues(place: Place): Json {
  place.sheet.book.calculate();
  return readCells(place, (cell) => cell?.value ?? "");
}

export function readFormulas(place: Place): Json {
  return readCells(place, (cell) => cell?.formula ?? cell?.value ?? "");
}

export function readTexts(place: Place): Json {
  place.sheet.book.calculate();
  return readCells(place, (cell, row, column) => {
    const format = styleProperty(place.sheet.grid.style(row, column), "numberFormat");
    const text = formatValue(cell?.value ?? "", String(format), place.sheet.book.date1904);
    const width = place.sheet.grid.columnSizes.get(column)?.size;
    return typeof cell?.value === "number" && isTooWide(text, width) ? "########" : text;
  });
}

export function readValueTypes(place: Place): Json {
  place.sheet.book.calculate();
  return readCells(place, (cell) => valueType(cell?.value ?? ""));
}

export function readNumberFormats(place: Place): Json {
  const { grid } = place.sheet;
  return readCells(place, (_, row, column) => styleProperty(grid.style(row, column), "numberFormat") ?? null);
}

/** A number that does not fit is shown as `###`; a character takes about 5.25 points. */
const isTooWide = (text: string, width: number | undefined): boolean =>
  width !== undefined && text.length * 5.25 > width;

/** What the cell shows, except in columns that are too narrow. */
export function formatValue(value: GridValue, format: string, date1904 = false): string {
  if (value === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") {
    const section = format.split(";")[value < 0 && format.includes(";") ? 1 : 0]!;
    const optional = OPTIONAL_DECIMALS.exec(section);
    if (optional) return withOptionalDecimals(format.includes(";") ? Math.abs(value) : value, optional);
  }
  return String(SSF.format(format, value, { date1904 }));
}

/** `#,##0.0#`: decimals that show only where there are any. SheetJS's formatter does not know them. */
const OPTIONAL_DECIMALS = /^([+-]?)(#,##)?0\.(0*)(#+)$/;

function withOptionalDecimals(
  value: number,
  [, sign = "", grouping, fixed = "", optional = ""]: RegExpExecArray,
): string {
  const digits = new Intl.NumberFormat("en-US", {
    useGrouping: grouping !== undefined,
    minimumFractionDigits: fixed.length,
    maximumFractionDigits: fixed.length + optional.length,
  }).format(value);
  // Excel leaves the point where no decimal follows it.
  return sign + (fixed === "" && !digits.includes(".") ? `${digits}.` : digits);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangevaluetype */
export function valueType(value: GridValue): string {
  if (value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return isErrorText(value) ? "Error" : "String";
}

/** Writes values or formulas: one for all cells, or rows of them in the shape of the range. */
export function writeInputs(place: Place, input: Json): void {
  const { sheet, area } = place;
  assertBounded(place);
  sheet.assertWritable(area);
  const single = rowCount(area) * columnCount(area) === 1;
  const before = single ? sheet.value(area.top, area.left) : "";
  forEachInput(place, input, (row, column, value) => sheet.input(row, column, value));
  if (!single) sheet.announceChange(area);
  else sheet.announceChange(area, { before, after: sheet.value(area.top, area.left) });
}

export function writeNumberFormats(place: Place, input: Json): void {
  const { sheet, area } = place;
  sheet.assertWritable(area, "format");
  if (!Array.isArray(input)) {
    sheet.grid.setStyle(area, "numberFormat", readFormat(input));
    return;
  }
  assertBounded(place);
  forEachInput(place, input, (row, column, value) => {
    if (value === null) return;
    const cell = sheet.grid.touch(row, column);
    cell.style = withProperty(sheet.grid.style(row, column), "numberFormat", readFormat(value));
  });
}

function readFormat(value: Json): string {
  if (typeof value !== "string") throw invalidArgument("a number format is a text");
  try {
    SSF.format(value, 1);
  } catch (error) {
    throw invalidArgument(`the number format ${value} cannot be read: ${String(error)}`);
  }
  return value === "" ? "General" : value;
}

function assertBounded({ area }: Place): void {
  if (isUnbounded(area)) throw invalidOperation("cells of an unbounded range cannot be set");
  assertCellLimit(area);
}

function forEachInput(
  { area }: Place,
  input: Json,
  write: (row: number, column: number, value: Json) => void,
): void {
  assertShape(input, rowCount(area), columnCount(area));
  for (let row = area.top; row <= area.bottom; row++) {
    const line = Array.isArray(input) ? (input[row - area.top] as Json) : input;
    for (let column = area.left; column <= area.right; column++) {
      write(row, column, Array.isArray(line) ? (line[column - area.left] as Json) : (line as Json));
    }
  }
}

function assertShape(input: Json, rows: number, columns: number): void {
  if (!Array.isArray(input)) return;
  const fits = input.length === rows && input.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw invalidArgument(
      "the number of rows or columns in the input array doesn't match the size or dimensions of the range",
    );
  }
}
