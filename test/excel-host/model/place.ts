import { MAX_COLUMNS, MAX_ROWS, parseArea, parseColumn, type Area } from "../../../src/workbook/address";
import { stringifyA1Ref } from "@borgar/fx";
import { addressOf, columnCount, isWholeColumns, isWholeRows, rowCount } from "../book/area";
import { WHOLE_SHEET } from "../book/grid";
import type { Sheet } from "../book/sheet";
import { HostError, invalidArgument, itemNotFound } from "../protocol/errors";
import type { Arguments } from "../protocol/arguments";

/** What a Range object of the API stands for. */
export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins */
export const MAX_CELLS = 5_000_000;
/** An address given as an argument: `getRanges` in the documentation. */
const MAX_ADDRESS = 8_192;

export { addressOf, columnCount, isWholeColumns, isWholeRows, rowCount } from "../book/area";

/** `A:A` and `2:5` have no values to speak of: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded */
export function isUnbounded(area: Area): boolean {
  return isWholeColumns(area) || isWholeRows(area);
}

export function assertCellLimit(area: Area): void {
  if (rowCount(area) * columnCount(area) > MAX_CELLS) {
    throw new HostError(
      "RangeExceedsLimit",
      "The cell count in the range has exceeded the maximum supported number.",
    );
  }
}

/** https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling#excel-specific-error-codes-and-messages */
const MAX_OPERATION_CELLS = 33_554_000;

/** How much one call may change in Excel on the web. */
export function assertOperationLimit({ sheet, area }: Place): void {
  if (sheet.book.platform !== "web" || rowCount(area) * columnCount(area) <= MAX_OPERATION_CELLS) return;
  throw new HostError(
    "OperationCellsExceedLimit",
    `The attempted operation affects more than the limit of ${MAX_OPERATION_CELLS} cells.`,
  );
}

/** `'Data (2)'!A1`: quoted only where a formula needs it. */
export function fullAddress({ sheet, area }: Place): string {
  const corner = stringifyA1Ref({ context: [sheet.name], range: { top: 0, left: 0, bottom: 0, right: 0 } });
  return corner.slice(0, corner.lastIndexOf("!") + 1) + addressOf(area);
}

/** The area from its corners; InvalidArgument where it leaves the sheet or is empty. */
export function areaAt(top: number, left: number, bottom: number, right: number): Area {
  if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS || top > bottom || left > right) {
    throw invalidArgument("the range leaves the sheet");
  }
  return { top, left, bottom, right };
}

/** An address as `Worksheet.getRange` takes it: cells, whole rows or columns, a name; nothing is the whole sheet. */
export function placeAt(sheet: Sheet, address: string | undefined): Place {
  if (address === undefined || address === "") return { sheet, area: WHOLE_SHEET };
  if (address.length > MAX_ADDRESS) throw invalidArgument(`an address has at most ${MAX_ADDRESS} characters`);
  const bang = address.lastIndexOf("!");
  if (bang >= 0) {
    const named = sheet.book.sheet(unquote(address.slice(0, bang)));
    if (named !== sheet) throw invalidArgument(`${address} is on another sheet than ${sheet.name}`);
  }
  const local = address.slice(bang + 1);
  const area = parseArea(local) ?? parseLines(local);
  if (area) return { sheet, area };
  const name = sheet.book.findName(local, sheet);
  const place = name && sheet.book.locate(name.formula.slice(1), sheet);
  if (!place) throw invalidArgument(`${address} is no address`);
  return place;
}

/** An argument that is a Range or an address, which may name its sheet. */
export function placeArgument(args: Arguments, index: number, sheet: Sheet): Place {
  const range = args.objectOf<Place>(index, "Range");
  if (range) return range;
  const address = args.text(index);
  const bang = address.lastIndexOf("!");
  const named = bang < 0 ? sheet : sheet.book.sheet(unquote(address.slice(0, bang).replace(/^=/, "")));
  if (!named) throw invalidArgument(`${address} names no sheet`);
  return placeAt(named, address.slice(bang + 1));
}

export function assertSheetAlive({ sheet }: { readonly sheet: Sheet }): void {
  if (sheet.deleted) throw itemNotFound();
}

function unquote(sheetName: string): string {
  return sheetName.replace(/^'(.*)'$/, "$1").replace(/''/g, "'");
}

/** `A:C` and `2:5`. */
function parseLines(address: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(address);
  if (columns) {
    const [a, b] = [parseColumn(columns[1]!), parseColumn(columns[2]!)];
    return areaAt(0, Math.min(a, b), MAX_ROWS - 1, Math.max(a, b));
  }
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(address);
  if (!rows) return null;
  const [a, b] = [Number(rows[1]) - 1, Number(rows[2]) - 1];
  return areaAt(Math.min(a, b), 0, Math.max(a, b), MAX_COLUMNS - 1);
}
