import type { Area } from "../../../src/workbook/address";
import { removeWhere } from "./book";
import type { Grid, GridCell } from "./grid";
import { shiftLinesIn, shiftSpan, type LineShift } from "./references";
import type { Sheet } from "./sheet";

/** Inserts or deletes whole rows or columns; everything that is below or to the right moves along. */
export function shiftLines(sheet: Sheet, change: LineShift): void {
  moveCells(sheet.grid, change);
  const [sizes, styles] =
    change.axis === "rows"
      ? [sheet.grid.rowSizes, sheet.grid.rowStyles]
      : [sheet.grid.columnSizes, sheet.grid.columnStyles];
  moveLines(sizes, change);
  moveLines(styles, change);
  moveAreas(sheet.merges, change);
  moveLinks(sheet, change);
  moveComments(sheet, change);
  for (const rule of sheet.rules)
    rule.areas = rule.areas.map((area) => shiftArea(area, change)).filter((area) => area !== null);
  removeWhere(sheet.rules, (rule) => rule.areas.length === 0);
  moveOwners(sheet.validations, change);
  moveOwners(sheet.tables, change);
  moveAutoFilter(sheet, change);
  sheet.book.rewriteFormulas((formula, own) => shiftLinesIn(formula, own.name, sheet.name, change));
  sheet.book.touch();
}

function moveCells(grid: Grid, change: LineShift): void {
  const cells: [number, number, GridCell][] = [...grid.allCells()];
  grid.rows.clear();
  for (const [row, column, cell] of cells) {
    const line = moved(change.axis === "rows" ? row : column, change);
    if (line === null) continue;
    const target = change.axis === "rows" ? grid.touch(line, column) : grid.touch(row, line);
    Object.assign(target, cell);
  }
}

function moveLines<T>(lines: Map<number, T>, change: LineShift): void {
  const entries = [...lines];
  lines.clear();
  for (const [line, value] of entries) {
    const next = moved(line, change);
    if (next !== null) lines.set(next, value);
  }
}

function moveAreas(areas: Area[], change: LineShift): void {
  const next = areas.map((area) => shiftArea(area, change)).filter((area) => area !== null);
  areas.splice(0, areas.length, ...next);
}

/** What is on an area of its own: it moves with it and is gone with it. */
function moveOwners(owners: { area: Area }[], change: LineShift): void {
  removeWhere(owners, ({ area }) => shiftArea(area, change) === null);
  for (const owner of owners) owner.area = shiftArea(owner.area, change)!;
}

function moveAutoFilter(sheet: Sheet, change: LineShift): void {
  const area = sheet.autoFilter && shiftArea(sheet.autoFilter.area, change);
  sheet.autoFilter = sheet.autoFilter && area && { ...sheet.autoFilter, area };
}

function moveLinks(sheet: Sheet, change: LineShift): void {
  const entries = [...sheet.links];
  sheet.links.clear();
  for (const [key, link] of entries) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const line = moved(change.axis === "rows" ? row : column, change);
    if (line !== null) sheet.links.set(change.axis === "rows" ? `${line},${column}` : `${row},${line}`, link);
  }
}

function moveComments(sheet: Sheet, change: LineShift): void {
  const axis = change.axis === "rows" ? "row" : "column";
  removeWhere(
    sheet.book.comments,
    (comment) => comment.sheet === sheet && moved(comment[axis], change) === null,
  );
  for (const comment of sheet.book.comments) {
    if (comment.sheet === sheet) comment[axis] = moved(comment[axis], change)!;
  }
}

function moved(line: number, change: LineShift): number | null {
  return shiftSpan({ first: line, last: line }, change)?.first ?? null;
}

function shiftArea(area: Area, change: LineShift): Area | null {
  const rows = change.axis === "rows";
  const span = shiftSpan(
    rows ? { first: area.top, last: area.bottom } : { first: area.left, last: area.right },
    change,
  );
  if (!span) return null;
  return rows
    ? { ...area, top: span.first, bottom: span.last }
    : { ...area, left: span.first, right: span.last };
}
