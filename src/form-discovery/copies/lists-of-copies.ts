/**
 * Lists among filled copies: below a head that all share, every unit has records of its own. The blank has the head and
 * empty rows; lines of a table would bear the same labels in all copies.
 */
import { isTotalLabel } from "../../intake/align/own-totals";
import { isDateFormat } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { fillOf } from "../card-fills";
import { tidy, SheetGrid, type GridCell } from "../grid";
import { isAboveRepeated, isRepeated } from "../lists";
import { bare, isCodeHead, isNoteLine, isOrdinalHead, isSignature } from "../words";
import { withTexts, type BlankSheet } from "./blank-of-copies";
import type { CopySheet } from "./copy-sheet";
import type { Evidence } from "./evidence";
import type { CopiedSheet } from "./norm";

/** What units wrote below a heading. */
export interface ListColumnOfCopies {
  readonly rows: { readonly first: number; readonly last: number };
  readonly column: number;
  readonly holds: "figures" | "words";
  readonly choices?: readonly string[];
}

export interface ListsOfCopies {
  readonly blank: BlankSheet;
  readonly columns: readonly ListColumnOfCopies[];
}

const LEAST_HEADINGS = 3;
/** Labels of lines are the same in most copies; records are not. */
const SAME_LABELS = 0.6;
/** So many copies are compared with each other. */
const COMPARED = 6;

export function withoutRecords(blank: BlankSheet, copied: CopiedSheet, evidence: Evidence): ListsOfCopies {
  const shared = new SheetGrid(blank.sheet);
  const norm = new SheetGrid(copied.norm.sheet);
  const emptied = new Map<string, null>();
  const columns: ListColumnOfCopies[] = [];
  for (let row = 0; row < norm.rows; row++) {
    const head = headAt(norm, shared, row);
    if (!head) continue;
    const end = endOf(norm, shared, head);
    const copies = recordsOf(head, end, evidence);
    if (!areRecords(copies)) {
      row = head.bottom;
      continue;
    }
    const total = totalRow(norm, head, end);
    const isAbove = total === head.bottom + 1;
    const rows = { first: head.bottom + (isAbove ? 2 : 1), last: (isAbove ? end : (total ?? end)) - 1 };
    for (let each = head.bottom + 1; each < end; each++)
      for (const { column, cell } of [...norm.filled(each), ...shared.filled(each)])
        if (!isKept(cell, each === total, column === head.ordinal)) emptied.set(`${each} ${column}`, null);
    for (const [i, column] of head.columns.entries()) {
      const written = copies.map(({ cells }) => cells.map((record) => record[i]));
      const holds = heldIn(written);
      const choices = holds === "words" ? choicesIn(written) : null;
      if (holds) columns.push({ rows, column, holds, ...(choices ? { choices } : {}) });
    }
    row = end - 1;
  }
  return { blank: withTexts(blank, emptied), columns };
}

/** Labels and formulas of the office's totals, numbers of rows. */
function isKept({ shows }: GridCell, isTotal: boolean, isOrdinal: boolean): boolean {
  return isTotal ? shows === "text" || shows === "formula" : isOrdinal && shows === "number";
}

interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** First columns of its headings, that of ordinals left out. */
  readonly columns: readonly number[];
  readonly ordinal: number | null;
  /** The last row of the list, where a label beside it says so. */
  readonly last: number | null;
}

/** Texts side by side, and nothing else, that copies share. */
function headAt(norm: SheetGrid, shared: SheetGrid, top: number): Head | null {
  if (!isHeadRow(norm, shared, top)) return null;
  const { cells, last } = withoutLabelBeside(norm.filled(top).map(({ cell }) => cell));
  if (cells.length < LEAST_HEADINGS) return null;
  let bottom = Math.max(...cells.map(({ area }) => area.bottom));
  const isParted = cells.some(({ area }) => area.right > area.left);
  if (bottom === top && isParted && isHeadRow(norm, shared, top + 1)) bottom = top + 1;
  if (last !== null && bottom >= last) return null;
  for (let row = top + 1; row <= bottom; row++)
    if (norm.filled(row).length > 0 && !isHeadRow(norm, shared, row)) return null;
  const [left, right] = [cells[0]!.area.left, Math.max(...cells.map(({ area }) => area.right))];
  const all: number[] = [];
  for (let column = left; column <= right; column++) {
    const { area, shows } = norm.at(bottom, column);
    if (area.left === column && (shows === "text" || norm.at(top, column).shows === "text")) all.push(column);
  }
  const ordinal = all.find((column) => isOrdinalHead(norm.at(bottom, column).text)) ?? numberedCodes(norm, bottom, all[0]); // prettier-ignore
  return { top, bottom, left, right, columns: all.filter((column) => column !== ordinal), ordinal, last };
}

/** 编号 over 1, 2, 3 … numbers the records. */
function numberedCodes(norm: SheetGrid, bottom: number, column: number | undefined): number | null {
  if (column === undefined || !isCodeHead(norm.at(bottom, column).text)) return null;
  const isNext = (next: number): boolean => norm.at(bottom + next, column).number === next;
  return isNext(1) && isNext(2) ? column : null;
}

/** `家庭主要成员`, merged over all rows of the list beside it. */
function withoutLabelBeside(cells: readonly GridCell[]): { cells: readonly GridCell[]; last: number | null } {
  const [first, ...others] = cells;
  const lowest = Math.max(-1, ...others.map(({ area }) => area.bottom));
  return first && others.length > 0 && first.area.bottom > lowest
    ? { cells: others, last: first.area.bottom }
    : { cells, last: null };
}

function isHeadRow(norm: SheetGrid, shared: SheetGrid, row: number): boolean {
  const cells = norm.filled(row);
  return (
    cells.length > 0 &&
    cells.every(
      ({ column, cell }) =>
        cell.shows === "text" &&
        shared.at(row, column).shows === "text" &&
        !cell.text.includes(":") &&
        fillOf(cell.written) === null &&
        !isTotalLabel(cell.text),
    )
  );
}

/** The first row below that is no record: a signature, a note, a title or head that copies share. */
function endOf(norm: SheetGrid, shared: SheetGrid, head: Head): number {
  const { bottom, last, ordinal } = head;
  if (last !== null) return last + 1;
  // Where records are numbered, a word in that column is a label of something else.
  const isLabelled = (row: number): boolean => {
    const cell = ordinal === null ? undefined : shared.at(row, ordinal);
    return cell?.shows === "text" && cell.area.top === row && !isTotalLabel(cell.text);
  };
  for (let row = bottom + 1; row < norm.rows; row++) {
    const cells = norm.filled(row);
    const [first] = cells;
    if (first === undefined) continue;
    if (cells.some(({ cell }) => isSignature(cell.text)) || isNoteLine(first.cell.text)) return row;
    if (isRepeated(norm, head, row) || isTotalLabel(first.cell.text)) continue;
    if (isLabelled(row) && !isAboveRepeated(norm, head, row)) return row;
    if (isHeadRow(norm, shared, row) && (cells.length >= LEAST_HEADINGS || isWide(first.cell)))
      return isAboveRepeated(norm, head, row) ? row + 1 : row;
  }
  return norm.rows;
}

function isWide({ area }: GridCell): boolean {
  return area.right - area.left >= 2;
}

function totalRow(norm: SheetGrid, { bottom }: Head, end: number): number | null {
  const isTotal = (row: number): boolean => {
    const [first] = norm.filled(row);
    return first !== undefined && isTotalLabel(first.cell.text) && !/[小本]/.test(first.cell.text);
  };
  let last = end - 1;
  while (last > bottom && norm.filled(last).length === 0) last--;
  return [last, bottom + 1].find((row) => row > bottom && isTotal(row)) ?? null;
}

/** What one copy has below the head: records from top to bottom, each with its cells by column. */
interface Records {
  readonly cells: readonly (readonly (Cell | undefined)[])[];
}

function recordsOf({ bottom, columns: own }: Head, end: number, evidence: Evidence): Records[] {
  const places = own.map((column) => evidence.at(bottom, column));
  const copies = new Map<CopySheet, (number | undefined)[]>();
  for (const [i, held] of places.entries())
    for (const { copy, at } of held) {
      const columns = copies.get(copy) ?? own.map(() => undefined);
      columns[i] = at.column;
      copies.set(copy, columns);
    }
  return [...copies].map(([copy, columns]): Records => {
    const below = places.flatMap((held) => held.flatMap((each) => (each.copy === copy ? [each.at.row] : [])));
    const last = evidence.at(end, 0).find((each) => each.copy === copy)?.at.row ?? copy.rows;
    const cells: (Cell | undefined)[][] = [];
    for (let row = Math.max(...below) + 1; row < last; row++) {
      const record = columns.map((column) => (column === undefined ? undefined : copy.at(row, column)));
      const texts = record.map((cell) => (cell?.kind === "text" ? tidy(String(cell.value)) : ""));
      if (texts.some((text) => isSignature(text))) break;
      if (texts.some((text) => isTotalLabel(text)) || record.every((cell) => shownBy(cell) === "")) continue;
      cells.push(record);
    }
    return { cells };
  });
}

function shownBy(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === "empty" || cell.formula !== undefined) return "";
  return bare(tidy(String(cell.value)));
}

/** No column bears the same words, each once, in most copies; and somebody wrote more than numbers. */
function areRecords(copies: readonly Records[]): boolean {
  const filled = copies.filter(({ cells }) => cells.length > 0).slice(0, COMPARED);
  if (filled.length < 2) return false;
  const count = filled[0]!.cells[0]!.length;
  const widest = Math.max(
    ...filled.flatMap(({ cells }) =>
      cells.map((record) => record.filter((cell) => shownBy(cell) !== "").length),
    ),
  );
  if (widest * 2 < count) return false;
  const columns = Array.from({ length: count }, (_, i) =>
    filled.map(({ cells }) => cells.map((record) => (record[i]?.kind === "text" ? shownBy(record[i]) : ""))),
  );
  const wordy = columns.filter((column) => column.some((texts) => texts.some((text) => text !== "")));
  const [first, second] = wordy;
  if (!first) return false;
  const areLines = areLabels(first) || (second !== undefined && areShared(first) && areLabels(second));
  return !areLines;
}

/** Are they all different from each other in one copy, and the same in the others? */
function areLabels(copies: readonly (readonly string[])[]): boolean {
  return (
    areShared(copies) &&
    copies.every((own) => {
      const words = own.filter((text) => text !== "");
      return new Set(words).size >= words.length * SAME_LABELS;
    })
  );
}

/** Have most copies the same words? Names of groups are the same, too; records end where a unit has no more. */
function areShared(copies: readonly (readonly string[])[]): boolean {
  let [same, compared] = [0, 0];
  for (const [i, own] of copies.entries()) {
    const words = own.filter((text) => text !== "");
    for (const other of copies.slice(i + 1)) {
      const there = new Set(other);
      compared += Math.max(words.length, other.filter((text) => text !== "").length);
      same += words.filter((text) => there.has(text)).length;
    }
  }
  return compared > 0 && same >= compared * SAME_LABELS;
}

/** A choice is short, there are few, and each comes again and again. */
const LONGEST_CHOICE = 6;
const MOST_CHOICES = 6;
const LEAST_TIMES = 3;

/** The words of a column, where all of its cells hold one of a few that several units use; in the order of how often. */
function choicesIn(copies: readonly (readonly (Cell | undefined)[])[]): readonly string[] | null {
  const times = new Map<string, number>();
  const units = new Map<string, number>();
  for (const cells of copies) {
    const words = cells.map(shownBy).filter((text) => text !== "");
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    for (const word of new Set(words)) units.set(word, (units.get(word) ?? 0) + 1);
  }
  const words = [...times].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const isFew = words.length >= 2 && words.length <= MOST_CHOICES;
  const isChoice = (word: string): boolean =>
    /^\p{L}+$/u.test(word) &&
    [...word].length <= LONGEST_CHOICE &&
    times.get(word)! >= LEAST_TIMES &&
    units.get(word)! >= 2;
  return isFew && words.every(isChoice) ? words : null;
}

function heldIn(copies: readonly (readonly (Cell | undefined)[])[]): "figures" | "words" | null {
  const held = copies.flat().filter((cell) => shownBy(cell) !== "");
  if (held.length === 0) return null;
  const words = held.filter(
    (cell) =>
      (cell!.kind === "number" && isDateFormat(cell!.format)) ||
      /\p{L}|^(?:19|20)\d\d[-./]\d{1,2}/u.test(cell!.kind === "text" ? shownBy(cell) : ""),
  );
  return words.length * 2 > held.length ? "words" : "figures";
}
