import { MAX_COLUMNS, MAX_ROWS } from "../../../src/workbook/address";
import { HostError, invalidArgument, NOT_IMPLEMENTED } from "../protocol/errors";
import { shiftLines } from "../book/shift-lines";
import { columnCount, isWholeColumns, isWholeRows, rowCount, type Place } from "./place";

/** `Range.insert`: whole rows and columns only. */
export function insertCells(place: Place, direction: string): Place {
  if (direction !== "Down" && direction !== "Right") throw invalidArgument(`shift ${direction}`);
  shift(place, 1);
  return place;
}

/** `Range.delete`: whole rows and columns only. */
export function deleteCells(place: Place, direction: string): void {
  if (direction !== "Up" && direction !== "Left") throw invalidArgument(`shift ${direction}`);
  shift(place, -1);
}

function shift({ sheet, area }: Place, sign: 1 | -1): void {
  sheet.assertUnprotected();
  if (isWholeRows(area) && rowCount(area) < MAX_ROWS) {
    shiftLines(sheet, { axis: "rows", at: area.top, count: sign * rowCount(area) });
    sheet.announceChange(area, undefined, sign > 0 ? "RowInserted" : "RowDeleted");
  } else if (isWholeColumns(area) && columnCount(area) < MAX_COLUMNS) {
    shiftLines(sheet, { axis: "columns", at: area.left, count: sign * columnCount(area) });
    sheet.announceChange(area, undefined, sign > 0 ? "ColumnInserted" : "ColumnDeleted");
  } else {
    throw new HostError(NOT_IMPLEMENTED, "Only whole rows and columns can be inserted or deleted here.");
  }
}
