/** Finds the head of a table or a list: one to six rows of headings, with numbers of columns and units of measure among them. */
import type { GridCell, SheetGrid } from "./grid";
import { isCaption } from "./captions";
import { isCardRow } from "./cards";
import {
  bare,
  isCodeHead,
  isCrossedOut,
  isMeasure,
  isMeasureHead,
  isOrdinalHead,
  isSignature,
  isStubHead,
} from "./words";

/** Head rows and the row of 栏次 among them. */
export interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The row that numbers the columns. */
  readonly marks: number | null;
  /** The row of units of measure. */
  readonly measures: number | null;
}

const MOST_HEAD_ROWS = 6;

/**
 * The head that begins in this row; null where none does.
 * @param from columns to the left belong to something else
 */
export function headAt(grid: SheetGrid, row: number, from = 0): Head | null {
  if (!canBegin(grid, row)) return null;
  const texts = headCells(grid, row).filter(({ column }) => column >= from);
  if (texts.length === 0) return null;
  const next = row + 1;
  if (row + 1 < grid.rows && isBetterHead(grid, row, next)) {
    const below = isOverRepeats(grid, row, next) ? headAt(grid, next, from) : null;
    return below && { ...below, top: row };
  }
  const left = texts[0]!.column;
  const right = Math.max(...texts.map(({ cell }) => cell.area.right));
  let bottom = Math.max(...texts.map(({ cell }) => cell.area.bottom));
  let marks: number | null = null;
  let measures: number | null = null;
  while (bottom + 1 < grid.rows && bottom + 1 - row < MOST_HEAD_ROWS) {
    const below = bottom + 1;
    if (areMarks(grid, below, right)) {
      marks ??= below;
      bottom = below;
      break;
    }
    if (areMeasures(grid, below)) {
      bottom = measures = below;
      continue;
    }
    if (!goesOn(grid, row, below, left, right)) break;
    bottom = Math.max(...grid.filled(below, 0, right).map(({ cell }) => cell.area.bottom));
  }
  if (marks === null && areLetters(grid, row) && bottom > row) marks = row;
  return { top: row, bottom, left, right: rightOf(grid, row, bottom, right), marks, measures };
}

function rightOf(grid: SheetGrid, top: number, bottom: number, right: number): number {
  let last = right;
  for (let row = top; row <= bottom; row++)
    for (const { cell } of grid.filled(row))
      if (cell.shows === "text") last = Math.max(last, cell.area.right);
  return Math.min(last, grid.columns - 1);
}

/** Two headings or more and nothing that is none: no figures, no line of captions or signatures. */
export function canBegin(grid: SheetGrid, row: number): boolean {
  if (isCardRow(grid, row)) return false;
  const cells = headCells(grid, row);
  if (cells.length < 2 || !(cells.every(({ cell }) => isHeading(cell)) || areMonths(cells))) return false;
  const texts = cells.map(({ cell }) => cell.text);
  if (texts.some((text) => isSignature(text))) return false;
  return !texts.some((text) => isCaption(text) && text.includes(":")) && !texts.every(isCaption);
}

/** Headings that are numbers: `行业 1 2 3 … 12 全年`. */
function areMonths(cells: readonly { cell: GridCell }[]): boolean {
  const first = cells[0]!.cell;
  if (
    first.shows !== "text" ||
    isMarkWord(first.text) ||
    (!isFirstHead(first.text) && !isStubHead(first.text))
  )
    return false;
  const numbers = cells.filter(({ cell }) => !isHeading(cell)).map(({ cell }) => cell.number);
  return numbers.length > 2 && numbers.every((value, i) => value === i + 1);
}

/** The row's cells up to a figure that is apart from the headings: somebody's calculation beside the table. */
function headCells(grid: SheetGrid, row: number): { column: number; cell: GridCell }[] {
  const cells = grid.filled(row);
  const apart = cells.findIndex(
    ({ column, cell }, i) => i > 1 && !isHeading(cell) && column > cells[i - 1]!.cell.area.right + 1,
  );
  return apart < 0 ? cells : cells.slice(0, apart);
}

export function isHeading({ shows, number, text }: GridCell): boolean {
  if (shows === "number")
    return number !== null && Number.isInteger(number) && number >= 1900 && number <= 2100;
  return shows === "text" && !isCrossedOut(text);
}

/** A row of titles above the real head: that one has more headings, and begins no further to the right. */
function isBetterHead(grid: SheetGrid, row: number, next: number): boolean {
  if (!canBegin(grid, next)) return false;
  const [above, below] = [grid.filled(row), grid.filled(next)];
  if (above.some(({ cell }) => cell.area.bottom > row)) return false;
  return below.length > above.length && below[0]!.column <= above[0]!.column;
}

/** Units of measure under the headings: `单位 亩 立方米 万元`. */
function areMeasures(grid: SheetGrid, row: number): boolean {
  const [first, ...others] = headCells(grid, row);
  if (first === undefined || others.length === 0) return false;
  return isMeasureHead(first.cell.text) && others.every(({ cell }) => isMeasure(cell.text));
}

/** Wider headings over headings that repeat, `户数 人数 户数 人数`; nothing over the labels. */
function isOverRepeats(grid: SheetGrid, row: number, next: number): boolean {
  const [above, below] = [grid.filled(row), grid.filled(next)];
  const repeats = above.map(({ column }) => grid.at(next, column).text);
  return above[0]!.column > below[0]!.column && repeats.every((text) => text !== "" && text === repeats[0]);
}

/** 栏次: `行号 1 2 3`, `甲 乙 1 2`, `A B C`. */
function areMarks(grid: SheetGrid, row: number, right: number): boolean {
  const cells = grid.filled(row, 0, right);
  const numbers = cells.filter(({ cell }) => markOf(cell) !== null);
  if (numbers.length === 0) return false;
  const isMark = (cell: GridCell): boolean =>
    markOf(cell) !== null || isMarkWord(cell.text) || isCrossedOut(cell.text);
  if (!cells.every(({ cell }) => isMark(cell))) return false;
  const values = numbers.map(({ cell }) => markOf(cell)!);
  const rising = values.every((value, i) => i === 0 || value === 1 || value === values[i - 1]! + 1);
  return (
    rising &&
    (values.length > 1 || cells.length > 1) &&
    (values[0] === 1 || values.length > 2) &&
    (cells.length > 2 || cells.some(({ cell }) => isMarkWord(cell.text)))
  );
}

function isMarkWord(text: string): boolean {
  return /^(?:[甲乙丙丁戊]|行号|栏次|行次|列号|栏号|列次|序号|代码)$/.test(bare(text));
}

/** The number of a column mark `3`, `(3)`, `③`, `C`; null where the cell is none. */
export function markOf({ shows, number, text }: GridCell): number | null {
  if (shows === "number")
    return number !== null && Number.isInteger(number) && number >= 0 && number < 200 ? number : null;
  const words = bare(text);
  const [, digits] = /^[(（]?(\d{1,3})[)）]?(?:[=＝].*)?$/.exec(words) ?? [];
  if (digits !== undefined) return Number(digits);
  if (/^[A-Z]$/.test(words)) return words.charCodeAt(0) - 64;
  return null;
}

/** The first head row bears letters over the value columns: `A`, `B`. */
function areLetters(grid: SheetGrid, row: number): boolean {
  const letters = grid.filled(row).filter(({ cell }) => /^[A-Z]$/.test(bare(cell.text)));
  return letters.length > 0 && bare(letters[0]!.cell.text) === "A";
}

/** Does the head go on in the row `below`: headings under wider ones, none where the labels are? */
function goesOn(grid: SheetGrid, top: number, below: number, left: number, right: number): boolean {
  const cells = grid.filled(below, 0, right);
  if (cells.length === 0 || !cells.every(({ cell }) => isHeading(cell))) return false;
  if (cells.some(({ column }) => column <= left)) return false;
  const heads: (GridCell | null)[] = [];
  for (let column = left; column < grid.columns; column++)
    heads.push(lowestHead(grid, top, below - 1, column));
  const wide = (column: number): boolean => {
    const head = heads[column - left];
    if (!head) return true;
    if (head.area.right > head.area.left) return true;
    // Not merged, and nothing beside it: the heading is meant for both.
    const beside = heads[column + 1 - left];
    return beside === null && cells.some((cell) => cell.column === column + 1);
  };
  if (cells.every(({ column }) => wide(column))) return true;
  const named = heads.filter((head, i) => i > 0 && head !== null && head.area.bottom < below).length;
  return cells.length >= named && named > 0 && cells.length > 1;
}

function lowestHead(grid: SheetGrid, top: number, bottom: number, column: number): GridCell | null {
  for (let row = bottom; row >= top; row--) {
    const cell = grid.at(row, column);
    if (cell.shows !== "empty") return cell;
  }
  return null;
}

/** The texts over a column from the top, each once, without the rows of 栏次 and of units of measure. */
export function headsOf(grid: SheetGrid, head: Head, column: number): string[] {
  const texts: string[] = [];
  for (let row = head.top; row <= head.bottom; row++) {
    if (row === head.marks || row === head.measures) continue;
    const text = headText(grid, head, row, column);
    if (text !== "" && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

function headText(grid: SheetGrid, head: Head, row: number, column: number): string {
  const cell = grid.at(row, column);
  if (cell.shows === "number") return String(cell.number);
  if (cell.text !== "" || row === head.bottom) return cell.text;
  // A wider heading that is not merged: `计划` over two columns, of which only the first holds it.
  if (grid.at(row, column).area.bottom > row) return "";
  for (let left = column - 1; left > head.left; left--) {
    const beside = grid.at(row, left);
    if (beside.shows === "empty") continue;
    const children = grid.at(row + 1, column).shows === "text" && grid.at(row + 1, left).shows === "text";
    return children && beside.area.right === left && beside.area.bottom === row ? beside.text : "";
  }
  return "";
}

/** What no line is called. */
export function isFirstHead(text: string): boolean {
  const words = bare(text);
  return isOrdinalHead(words) || isCodeHead(words) || /^(?:项目|指标|名称|类别|甲|.{2}名称)$/.test(words);
}

/** The last heading of each column, from `left` to `right`. */
export function lastHeads(
  grid: SheetGrid,
  { head, left, right }: { readonly head: Head; readonly left: number; readonly right: number },
): string[] {
  return Array.from({ length: right - left + 1 }, (_, i) => headsOf(grid, head, left + i).at(-1) ?? "");
}
