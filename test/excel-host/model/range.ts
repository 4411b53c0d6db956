import { contains, toA1 } from "../../../src/workbook/address";
import { withoutPrefix, PLAIN } from "../book/style";
import { removeWhere } from "../book/book";
import { HostError, invalidArgument } from "../protocol/errors";
import { asJson, type Arguments } from "../protocol/arguments";
import type { Json, JsonObject } from "../protocol/messages";
import { defineClass, type ServerObject } from "../protocol/server-object";
import { boxOf } from "./chart-position";
import { copyCells } from "./copy";
import { isHidden, lineProperties, setHidden } from "./line-sizes";
import {
  assertOperationLimit,
  assertSheetAlive,
  columnCount,
  fullAddress,
  isUnbounded,
  isWholeColumns,
  isWholeRows,
  placeArgument,
  rowCount,
  type Place,
} from "./place";
import { rangeAreas } from "./range-areas";
import { rangeFormat, type Formatted } from "./range-format";
import { intersect, navigationMethods } from "./range-navigation";
import * as values from "./values";
import { worksheet } from "./worksheet";
import { conditionalFormats } from "./conditional-format";
import { dataValidation } from "./data-validation";
import { deleteCells, insertCells } from "./shift-cells";

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
export const range: (place: Place) => ServerObject = defineClass<Place>({
  className: "Range",
  assertAlive: assertSheetAlive,
  scalars: {
    address: { get: fullAddress },
    addressLocal: { get: fullAddress },
    rowIndex: { get: ({ area }) => area.top },
    columnIndex: { get: ({ area }) => area.left },
    rowCount: { get: ({ area }) => rowCount(area) },
    columnCount: { get: ({ area }) => columnCount(area) },
    cellCount: { get: ({ area }) => cellCount(rowCount(area) * columnCount(area)) },
    isEntireRow: { get: ({ area }) => isWholeRows(area) },
    isEntireColumn: { get: ({ area }) => isWholeColumns(area) },
    values: { get: values.readValues, set: values.writeInputs },
    formulas: { get: values.readFormulas, set: values.writeInputs },
    formulasLocal: { get: values.readFormulas, set: values.writeInputs },
    text: { get: values.readTexts },
    valueTypes: { get: values.readValueTypes },
    numberFormat: { get: values.readNumberFormats, set: values.writeNumberFormats },
    numberFormatLocal: { get: values.readNumberFormats, set: values.writeNumberFormats },
    left: { get: (place) => boxOf(place).left },
    top: { get: (place) => boxOf(place).top },
    width: { get: (place) => boxOf(place).width },
    height: { get: (place) => boxOf(place).height },
    rowHidden: {
      get: (place) => isHidden(formatted(place), "rows"),
      set: (place, value) => setHidden(formatted(place), "rows", value),
    },
    columnHidden: {
      get: (place) => isHidden(formatted(place), "columns"),
      set: (place, value) => setHidden(formatted(place), "columns", value),
    },
    hyperlink: {
      get: ({ sheet, area }) => sheet.links.get(`${area.top},${area.left}`) ?? null,
      set: setHyperlink,
    },
  },
  navigation: {
    worksheet: ({ sheet }) => worksheet(sheet),
    format: (place) => rangeFormat(formatted(place)),
    conditionalFormats: (place) => conditionalFormats(place),
    dataValidation: (place) => dataValidation(place),
  },
  methods: {
    ...navigationMethods((place) => range(place)),
    // The client sends this before it splits a large write into rows; it wants the shape checked as a whole.
    _ValidateArraySize: ({ area }, args) => {
      if (args.whole(0) !== rowCount(area) || args.whole(1) !== columnCount(area)) {
        throw invalidArgument("the array doesn't match the size of the range");
      }
    },
    clear: (place, args) => clear(place, args.optionalText(0) ?? "All"),
    select: ({ sheet, area }) => {
      sheet.book.assertFocus();
      sheet.book.select(sheet, area);
    },
    merge: (place, args) => merge(place, args.flag(0)),
    unmerge: ({ sheet, area }) => {
      sheet.assertUnprotected();
      removeWhere(sheet.merges, (known) => intersect(known, area) !== undefined);
    },
    getRowProperties: (place, args) => lineProperties(formatted(place), "rows", asked(args)),
    getColumnProperties: (place, args) => lineProperties(formatted(place), "columns", asked(args)),
    getMergedAreasOrNullObject: (place) => mergedAreas(place),
    copyFrom: (place, args) => {
      copyCells(placeArgument(args, 0, place.sheet), place, {
        what: args.optionalText(1) ?? "All",
        skipBlanks: args.flag(2),
        transpose: args.flag(3),
      });
    },
    insert: (place, args) => range(insertCells(place, args.text(0))),
    delete: (place, args) => {
      deleteCells(place, args.text(0));
    },
    calculate: ({ sheet }) => {
      sheet.book.calculate(true);
    },
  },
});

/** The names set to true in a `…LoadOptions`; `format.rowHeight` within another. */
function asked(args: Arguments): string[] {
  return Object.entries(args.fields(0)).flatMap(([name, wanted]) => {
    if (wanted === true) return [name];
    if (typeof wanted !== "object" || wanted === null) return [];
    return Object.entries(wanted).flatMap(([inner, is]) => (is === true ? [`${name}.${inner}`] : []));
  });
}

/** Above 2,147,483,647 cells the API says -1. */
function cellCount(cells: number): number {
  return cells > 2_147_483_647 ? -1 : cells;
}

function formatted({ sheet, area }: Place): Formatted {
  return { sheet, areas: [area] };
}

/**
 * "If the merged areas count in this range is more than 512, then this method will fail to return the result": how, no
 * page says. Only areas whose upper-left cell is in the range: https://github.com/OfficeDev/office-js/issues/3611
 */
const MAX_MERGED_AREAS = 512;

function mergedAreas({ sheet, area }: Place): ServerObject | null {
  const areas = sheet.merges.filter(({ top, left }) => contains(area, top, left));
  if (areas.length <= MAX_MERGED_AREAS) return areas.length > 0 ? rangeAreas({ sheet, areas }) : null;
  if (sheet.book.faults.has("manyMergesAreNull")) return null;
  throw new HostError("GeneralException", "There was an internal error while processing the request.");
}

function clear({ sheet, area }: Place, applyTo: string): void {
  sheet.assertWritable(area);
  assertOperationLimit({ sheet, area });
  const contents = applyTo === "All" || applyTo === "Contents";
  const formats = applyTo === "All" || applyTo === "Formats";
  if (contents) {
    for (const [, , cell] of sheet.grid.cellsIn(area)) {
      cell.value = "";
      delete cell.formula;
    }
    sheet.book.touch();
  }
  if (formats) {
    if (isUnbounded(area)) sheet.grid.changeStyle(area, (style) => withoutPrefix(style, ""));
    else clearFormats(sheet, area);
    removeWhere(sheet.merges, (merged) => intersect(merged, area) !== undefined);
    removeWhere(sheet.rules, (rule) => rule.areas.every((part) => intersect(part, area)));
  }
  if (applyTo === "All") removeWhere(sheet.validations, (known) => intersect(known.area, area) !== undefined);
  if (applyTo !== "Contents") {
    for (const [row, column] of sheet.grid.cellsIn(area)) sheet.links.delete(`${row},${column}`);
  }
  if (contents && formats && isUnbounded(area)) sheet.grid.removeCells(area);
  if (contents) sheet.announceChange(area);
}

/** A cell in a formatted row or column needs a plain format of its own. */
function clearFormats({ grid }: Place["sheet"], area: Place["area"]): void {
  const hasLines = grid.rowStyles.size + grid.columnStyles.size > 0 || grid.sheetStyle !== PLAIN;
  if (hasLines) grid.changeStyle(area, () => PLAIN);
  else for (const [, , cell] of grid.cellsIn(area)) delete cell.style;
}

/** Only the upper-left value survives a merge, as in Excel. */
function merge({ sheet, area }: Place, across: boolean): void {
  sheet.assertUnprotected();
  const parts = across
    ? Array.from({ length: rowCount(area) }, (_, i) => ({ ...area, top: area.top + i, bottom: area.top + i }))
    : [area];
  for (const part of parts) {
    removeWhere(sheet.merges, (known) => intersect(known, part) !== undefined);
    if (rowCount(part) * columnCount(part) === 1) continue;
    sheet.merges.push(part);
    for (const [row, column, cell] of sheet.grid.cellsIn(part)) {
      if (row === part.top && column === part.left) continue;
      cell.value = "";
      delete cell.formula;
    }
  }
  sheet.book.touch();
}

function setHyperlink({ sheet, area }: Place, value: Json): void {
  sheet.assertWritable(area);
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      if (value === null) sheet.links.delete(`${row},${column}`);
      else linkCell({ sheet, area: { top: row, left: column, bottom: row, right: column } }, value);
    }
  }
}

/** Excel writes the text of the link into the cell and formats it as one; the address where there is no text. */
function linkCell({ sheet, area }: Place, value: Json): void {
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw invalidArgument("hyperlink");
  const link = value as JsonObject;
  const text =
    link["textToDisplay"] ?? link["address"] ?? link["documentReference"] ?? toA1(area.top, area.left);
  const cell = sheet.grid.cell(area.top, area.left);
  const isEmpty = cell === undefined || (cell.value === "" && cell.formula === undefined);
  if (link["textToDisplay"] !== undefined || isEmpty)
    sheet.input(area.top, area.left, `'${String(asJson(text, "text"))}`);
  sheet.links.set(`${area.top},${area.left}`, link);
  sheet.grid.setStyle(area, "font.underline", "Single");
  sheet.grid.setStyle(area, "font.color", "#0563C1");
}
