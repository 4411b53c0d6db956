import type { Area } from "../../../src/workbook/address";
import { removeWhere } from "../book/book";
import type { GridCell } from "../book/grid";
import { moveRelative } from "../book/references";
import { RuleState } from "../book/rule-state";
import { HostError, NOT_IMPLEMENTED } from "../protocol/errors";
import { copyLines } from "./copy-lines";
import {
  assertCellLimit,
  assertOperationLimit,
  columnCount,
  isUnbounded,
  isWholeColumns,
  isWholeRows,
  rowCount,
  type Place,
} from "./place";
import { intersect } from "./range-navigation";

export interface CopyOptions {
  /** `All`, `Values`, `Formulas`, `Formats`: https://learn.microsoft.com/javascript/api/excel/excel.rangecopytype */
  readonly what: string;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Copies cells; a source that is smaller than the target is repeated, as in Excel. Relative references move along. */
export function copyCells(source: Place, target: Place, options: CopyOptions): void {
  const area = targetArea(source, target, options.transpose);
  const place = { sheet: target.sheet, area };
  place.sheet.assertWritable(area);
  assertOperationLimit(place);
  if (options.what === "Values") source.sheet.book.calculate();
  if (isUnbounded(source.area) || isUnbounded(area)) copyWholeLines(source, place, options);
  else copyBlock(source, place, options);
  place.sheet.book.touch();
  place.sheet.announceChange(area);
}

/** The target grows to the size of the source. */
function targetArea({ area: from }: Place, { area: to }: Place, transpose: boolean): Area {
  const [down, across] = transpose
    ? [columnCount(from), rowCount(from)]
    : [rowCount(from), columnCount(from)];
  const height = Math.max(rowCount(to), down);
  const width = Math.max(columnCount(to), across);
  return { top: to.top, left: to.left, bottom: to.top + height - 1, right: to.left + width - 1 };
}

/** Whole rows, columns or the sheet: only what is there is touched, never a billion cells. */
function copyWholeLines(source: Place, target: Place, { what, skipBlanks, transpose }: CopyOptions): void {
  const [from, to] = [source.area, target.area];
  const alike =
    isWholeColumns(from) === isWholeColumns(to) &&
    isWholeRows(from) === isWholeRows(to) &&
    rowCount(from) === rowCount(to) &&
    columnCount(from) === columnCount(to);
  if (!alike || what !== "All" || skipBlanks || transpose) {
    throw new HostError(NOT_IMPLEMENTED, "Whole rows and columns are copied as a whole, or not simulated.");
  }
  const cells = [...source.sheet.grid.cellsIn(from)].map(
    ([row, column, cell]) => [row, column, { ...cell }] as const,
  );
  const [down, right] = [to.top - from.top, to.left - from.left];
  target.sheet.grid.removeCells(to);
  for (const [row, column, cell] of cells) {
    const copy = target.sheet.grid.touch(row + down, column + right);
    Object.assign(copy, cell);
    if (cell.formula !== undefined) copy.formula = moveRelative(cell.formula, down, right);
  }
  copyLines(source, target);
  copyAttachments(source, target);
}

function copyBlock(source: Place, target: Place, options: CopyOptions): void {
  assertCellLimit(target.area);
  const [rows, columns] = [rowCount(source.area), columnCount(source.area)];
  const { top, left, bottom, right } = target.area;
  const copies = snapshot(source);
  for (let i = 0; i <= bottom - top; i++) {
    for (let j = 0; j <= right - left; j++) {
      const [row, column] = options.transpose ? [j % rows, i % columns] : [i % rows, j % columns];
      const copy = copies[row]![column]!;
      const from = { row: source.area.top + row, column: source.area.left + column };
      paste(copy, from, { place: target, row: top + i, column: left + j }, options);
    }
  }
  const sameSize = rowCount(target.area) === rows && columnCount(target.area) === columns;
  if (options.what === "All" && sameSize && !options.transpose) copyAttachments(source, target);
}

function snapshot({ sheet, area }: Place): GridCell[][] {
  return Array.from({ length: rowCount(area) }, (_, i) =>
    Array.from({ length: columnCount(area) }, (_unused, j) => ({
      ...(sheet.grid.cell(area.top + i, area.left + j) ?? { value: "" }),
      style: sheet.grid.style(area.top + i, area.left + j),
    })),
  );
}

function paste(
  copy: GridCell,
  from: { row: number; column: number },
  to: { place: Place; row: number; column: number },
  { what, skipBlanks }: CopyOptions,
): void {
  if (skipBlanks && copy.value === "" && copy.formula === undefined) return;
  const cell = to.place.sheet.grid.touch(to.row, to.column);
  if (what !== "Formats") {
    cell.value = copy.value;
    if (copy.formula === undefined || what === "Values") delete cell.formula;
    else cell.formula = moveRelative(copy.formula, to.row - from.row, to.column - from.column);
  }
  if ((what === "All" || what === "Formats") && copy.style) cell.style = copy.style;
}

/** What lies over the cells goes with them: merges, links, data validation, conditional formats, comments. */
function copyAttachments(source: Place, target: Place): void {
  const move = mover(source.area, target.area);
  const moved = (area: Area): Area[] => {
    const part = intersect(area, source.area);
    return part ? [move(part)] : [];
  };
  const merges = source.sheet.merges.flatMap(moved);
  const links = linksIn(source);
  const validations = source.sheet.validations.flatMap((known) =>
    moved(known.area).map((area) => ({ ...known, area })),
  );
  const rules = source.sheet.rules.flatMap((rule) => copyOfRule(rule, rule.areas.flatMap(moved), target));
  dropAttachments(target);
  target.sheet.merges.push(...merges);
  target.sheet.validations.push(...validations);
  target.sheet.rules.push(...rules);
  for (const { row, column, link } of links) {
    const { top, left } = move({ top: row, left: column, bottom: row, right: column });
    target.sheet.links.set(`${top},${left}`, link);
  }
  copyComments(source, target, move);
}

function mover(from: Area, to: Area): (area: Area) => Area {
  const [down, right] = [to.top - from.top, to.left - from.left];
  return (area) => ({
    top: area.top + down,
    left: area.left + right,
    bottom: area.bottom + down,
    right: area.right + right,
  });
}

function linksIn({ sheet, area }: Place) {
  return [...sheet.links].flatMap(([key, link]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const inside = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
    return inside ? [{ key, row, column, link }] : [];
  });
}

function copyOfRule(rule: RuleState, areas: Area[], { sheet }: Place): RuleState[] {
  if (areas.length === 0) return [];
  const copy = new RuleState(sheet.book.newId(), rule.type, areas);
  copy.formula = rule.formula;
  copy.stopIfTrue = rule.stopIfTrue;
  copy.bag.fill(rule.bag.toJson());
  return [copy];
}

function dropAttachments(target: Place): void {
  const { sheet, area } = target;
  removeWhere(sheet.merges, (known) => intersect(known, area) !== undefined);
  removeWhere(sheet.validations, (known) => intersect(known.area, area) !== undefined);
  removeWhere(sheet.rules, (rule) => rule.areas.every((part) => intersect(part, area)));
  for (const { key } of linksIn(target)) sheet.links.delete(key);
}

function copyComments(source: Place, target: Place, move: (area: Area) => Area): void {
  const { comments } = source.sheet.book;
  const inside = ({ sheet, area }: Place, comment: (typeof comments)[number]): boolean =>
    comment.sheet === sheet &&
    comment.row >= area.top &&
    comment.row <= area.bottom &&
    comment.column >= area.left &&
    comment.column <= area.right;
  const copies = comments
    .filter((comment) => inside(source, comment))
    .map((comment) => {
      const { top, left } = move({
        top: comment.row,
        left: comment.column,
        bottom: comment.row,
        right: comment.column,
      });
      return { ...comment, id: source.sheet.book.newId(), sheet: target.sheet, row: top, column: left };
    });
  removeWhere(comments, (comment) => inside(target, comment));
  comments.push(...copies);
}
