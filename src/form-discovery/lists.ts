/** Finds the lists of a sheet: headings over rows for records, which are empty or only numbered. */
import { isTotalLabel } from "../intake/align/own-totals";
import type { Span } from "../workbook/address";
import type { GridCell, SheetGrid } from "./grid";
import { isCardRow } from "./cards";
import { canBegin, headAt, headsOf, type Head } from "./heads";
import {
  bare,
  isCodeHead,
  isNoteHead,
  isNoteLine,
  isOrdinalHead,
  isPersonal,
  isPlainWords,
  isSignature,
  isWordsHead,
} from "./words";

export interface ListArea {
  readonly head: Head;
  readonly left: number;
  readonly right: number;
  /** The label beside the list, `家庭主要成员`, merged over all of its rows; null where there is none. */
  readonly label: string | null;
  /** The column that numbers the records. */
  readonly ordinal: number | null;
  /** Rows for records, heads that are repeated on further pages among them. */
  readonly rows: Span;
  /** The row of the office's own totals. */
  readonly total: number | null;
  /** The last row that belongs to the list. */
  readonly bottom: number;
}

/** A list has so many columns beside the numbers of its rows. */
const LEAST_COLUMNS = 3;
const LEAST_NUMBERED = 2;

/** The list whose head begins in this row; null where none does. */
export function listAt(grid: SheetGrid, row: number): ListArea | null {
  if (!canBegin(grid, row) || isCardRow(grid, row)) return null;
  const beside = labelBeside(grid, row);
  const head = headAt(grid, row, beside === null ? 0 : beside.area.right + 1);
  if (head === null || head.top !== row || (beside !== null && head.bottom >= beside.area.bottom))
    return null;
  const body = bodyOf(grid, head, beside?.area.bottom ?? null);
  if (body === null) return null;
  const columns = columnsUnder(grid, head).filter((column) => column !== body.ordinal);
  // Codes without names are lines of a table, except beside words: 编号, 当事人, 诉求.
  if (
    body.isNumbered &&
    isCodeHead(headsOf(grid, head, head.left).at(-1) ?? "") &&
    !areWords(grid, head, columns)
  )
    return null;
  if (columns.length < (body.isNumbered ? LEAST_NUMBERED : LEAST_COLUMNS)) return null;
  const { rows, total, bottom, ordinal } = body;
  return {
    head,
    left: head.left,
    right: head.right,
    label: beside?.text ?? null,
    ordinal,
    rows,
    total,
    bottom,
  };
}

/** Do the headings ask for words, or for a person? */
function areWords(grid: SheetGrid, head: Head, columns: readonly number[]): boolean {
  const heads = columns.map((column) => headsOf(grid, head, column));
  const isPerson = heads.some((each) => isPersonal(each.join(" ")));
  const worded = heads.filter((each) => {
    const said = each.join(" ");
    return isWordsHead(said) || isNoteHead(said) || isPlainWords(each.at(-1) ?? "");
  });
  return isPerson || worded.length * 2 >= columns.length;
}

/** The first column of each heading; what is merged to its right holds nothing. */
export function columnsUnder(grid: SheetGrid, head: Head): number[] {
  const columns: number[] = [];
  for (let column = head.left; column <= head.right; column++) {
    const { area } = grid.at(head.bottom, column);
    if (area.left === column && headsOf(grid, head, column).length > 0) columns.push(column);
  }
  return columns;
}

/** A label at the left that reaches further down than the headings beside it. */
function labelBeside(grid: SheetGrid, row: number): GridCell | null {
  const [first, ...others] = grid.filled(row);
  if (first === undefined || others.length < 2 || first.cell.shows !== "text") return null;
  const { area } = first.cell;
  const lowest = Math.max(...others.map(({ cell }) => cell.area.bottom));
  return area.bottom > lowest && others[0]!.column === area.right + 1 && !isOrdinalHead(first.cell.text)
    ? first.cell
    : null;
}

interface Body {
  readonly rows: Span;
  readonly total: number | null;
  readonly bottom: number;
  readonly ordinal: number | null;
  readonly isNumbered: boolean;
}

type RowKind = "empty" | "numbered" | "subtotal" | "total" | "head" | "title" | "example" | "other";

/** @param last the last row that can belong to the list; null where only the content says so */
function bodyOf(grid: SheetGrid, head: Head, last: number | null): Body | null {
  const top = totalAbove(grid, head);
  const first = (top ?? head.bottom) + 1;
  const kinds: RowKind[] = [];
  let next = first;
  let count = 0;
  for (; next < grid.rows && (last === null || next <= last); next++) {
    const kind = kindOfRow(grid, head, next, count);
    if (kind === "other") break;
    kinds.push(kind);
    if (kind === "numbered") count++;
    if (kind === "total") break;
  }
  const ends =
    last !== null || next >= grid.rows || kinds.at(-1) === "total" || isEnd(grid, head, next, kinds.length);
  const isNumbered = count > 0;
  if (!isNumbered && !ends) return null;
  const below = kinds.at(-1) === "total" ? first + kinds.length - 1 : null;
  const records = (kind: RowKind): boolean => kind === "numbered" || kind === "example";
  const lastNumbered = kinds.findLastIndex(records);
  const lastRow = below !== null ? kinds.length - 2 : isNumbered ? lastNumbered : kinds.length - 1;
  if (below !== null && !kinds.some((kind) => records(kind) || kind === "empty")) return null;
  // Nothing below the head: the records come as far as they come.
  const rows = { first, last: Math.max(first, first + lastRow) };
  const ordinal = isNumbered || isOrdinalHead(headsOf(grid, head, head.left).at(-1) ?? "") ? head.left : null;
  return {
    rows,
    total: below ?? top,
    ordinal,
    isNumbered,
    bottom: Math.max(below ?? rows.last, head.bottom),
  };
}

/** 合计 right below the head, above numbered rows. */
function totalAbove(grid: SheetGrid, head: Head): number | null {
  const row = head.bottom + 1;
  const isTotal = row + 1 < grid.rows && kindOfRow(grid, head, row, 0) === "total";
  return isTotal && kindOfRow(grid, head, row + 1, 0) === "numbered" ? row : null;
}

function kindOfRow(grid: SheetGrid, head: Head, row: number, count: number): RowKind {
  const cells = grid.filled(row, head.left, head.right);
  const [first] = cells;
  if (first === undefined) return isUnderLabel(grid, head, row) ? "other" : "empty";
  const texts = cells.filter(({ cell }) => cell.shows === "text");
  const label = texts.find(({ cell }) => isTotalLabel(cell.text));
  if (label && cells.every(({ column, cell }) => column === label.column || isOpen(cell)))
    return /[本小]/.test(bare(label.cell.text)) ? "subtotal" : "total";
  if (isExample(first.cell)) return "example";
  if (isRepeated(grid, head, row)) return "head";
  const isAlone = cells.slice(1).every(({ cell }) => isOpen(cell));
  if (isAlone && first.column === head.left && isNumber(first.cell, count + 1)) return "numbered";
  if (texts.length === cells.length && texts.every(({ cell }) => /^[….·、]+$/.test(cell.text)))
    return "numbered";
  if (cells.every(({ cell }) => isOpen(cell))) return "empty";
  return isAboveRepeated(grid, head, row) ? "title" : "other";
}

type HeadPlace = Pick<Head, "top" | "bottom" | "left" | "right">;

/** Title and captions that a further page repeats above the head. */
export function isAboveRepeated(grid: SheetGrid, head: HeadPlace, row: number): boolean {
  for (let next = row; next < row + MOST_TITLES && next < grid.rows; next++) {
    if (next > row && isRepeated(grid, head, next)) return true;
    const cells = grid.filled(next);
    if (cells.length > 3 || cells.some(({ cell }) => cell.shows !== "text" || isTotalLabel(cell.text)))
      return false;
  }
  return false;
}

const MOST_TITLES = 5;

/** Nothing that a person wrote: a formula of the row, a zero. */
function isOpen({ shows, number }: GridCell): boolean {
  return shows === "formula" || (shows === "number" && number === 0);
}

/** Records are numbered from 1 up, on each page or through all of them. */
function isNumber({ shows, number, text }: GridCell, next: number): boolean {
  const value = shows === "number" ? number : /^\d{1,4}$/.test(text) ? Number(text) : null;
  return value === next || value === 1 || /^[一二三四五六七八九十]{1,3}$/.test(bare(text));
}

function isExample({ shows, text }: GridCell): boolean {
  return (
    shows === "text" && /^[(（【[]?(?:填[写报])?(?:示例|样例|举例|例如?|如)[)）】\]]?[:：]?$/.test(bare(text))
  );
}

/** The head again, on a further page. */
export function isRepeated(grid: SheetGrid, head: HeadPlace, row: number): boolean {
  for (let from = head.top; from <= head.bottom; from++) {
    const [own, other] = [grid.filled(from, head.left, head.right), grid.filled(row, head.left, head.right)];
    if (
      own.length > 1 &&
      own.length === other.length &&
      own.every(({ cell }, i) => cell.text === other[i]!.cell.text)
    )
      return true;
  }
  return false;
}

/** Under a label that is merged over several rows: the row is a line of a table. */
function isUnderLabel(grid: SheetGrid, head: Head, row: number): boolean {
  const { shows, area } = grid.at(row, head.left);
  return shows === "text" && area.top > head.bottom && area.top < row;
}

/** What comes below is no line of this list: another head, labels side by side, a signature, a note, a single text. */
function isEnd(grid: SheetGrid, head: Head, row: number, records: number): boolean {
  const cells = grid.filled(row);
  const [first] = cells;
  if (first === undefined) return true;
  if (cells.some(({ cell }) => isSignature(cell.text)) || isNoteLine(first.cell.text)) return true;
  if (cells.length === 1) return first.cell.shows === "text" && first.cell.area.right >= head.right - 1;
  // Right below the head it is a line of a table.
  if (records === 0) return false;
  return isCardRow(grid, row) || (canBegin(grid, row) && !isCodeHead(first.cell.text));
}
