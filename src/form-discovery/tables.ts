/** Finds a table of a sheet: below a head, rows with labels and open cells. */
import type { GridCell, SheetGrid } from "./grid";
import { isCardRow } from "./cards";
import { isCriteriaHead, isMaxHead, isScoreTable } from "./score-heads";
import {
  isCodeHead,
  isCrossedOut,
  isMeasureHead,
  isNoteHead,
  isNoteLine,
  isOrdinalHead,
  isSignature,
  isStubHead,
} from "./words";
import { canBegin, headAt, headsOf, isFirstHead, isHeading, lastHeads, type Head } from "./heads";

/** One grid of lines and columns: all counted from 0, both ends included. */
export interface TableArea {
  readonly head: Head;
  readonly rows: readonly number[];
  readonly left: number;
  /** The last column of labels, codes and similar. */
  readonly stub: number;
  readonly right: number;
}

/** So many empty rows end a table. */
const GAP = 6;

/** The tables whose head begins in this row, from left to right. */
export function tablesAt(grid: SheetGrid, row: number): TableArea[] {
  const head = headAt(grid, row);
  const body = head && bodyOf(grid, head);
  return head && body ? areasOf(grid, head, body) : [];
}

/** Rows of headings that belong to no region: what is to be filled below them was not understood. */
export function headsWithoutTable(grid: SheetGrid, isKnown: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < grid.rows; row++) {
    if (isKnown(row) || !canBegin(grid, row) || isCardRow(grid, row) || rows.at(-1) === row - 1) continue;
    const below = grid.filled(row + 1);
    if (row + 1 < grid.rows && below.length > 0) continue;
    rows.push(row);
  }
  return rows;
}

/** The rows below the head that belong to it: up to the next head, a signature, a note or a long gap. */
function bodyOf(grid: SheetGrid, head: Head): number[] | null {
  const rows: number[] = [];
  const texts = new Map<number, number>();
  let empty = 0;
  for (let row = head.bottom + 1; row < grid.rows; row++) {
    const cells = grid.filled(row, Math.max(0, head.left - 2), head.right);
    if (cells.length === 0 && !isCovered(grid, head, row)) {
      if (++empty >= GAP) break;
      continue;
    }
    if (
      isCardRow(grid, row) ||
      isEnd(cells.map(({ cell }) => cell)) ||
      isNextHead(grid, head, row, rows, texts)
    )
      break;
    if (cells.length > 0) empty = 0;
    rows.push(row);
    for (const { column, cell } of cells)
      if (cell.shows === "text" && !isCrossedOut(cell.text))
        for (let c = column; c <= cell.area.right; c++) texts.set(c, (texts.get(c) ?? 0) + 1);
  }
  while (rows.length > 0 && isTitleLine(grid, head, rows)) rows.pop();
  return rows.length > 0 ? rows : null;
}

/** Is the row under a merge of labels that began above? */
function isCovered(grid: SheetGrid, head: Head, row: number): boolean {
  for (let column = head.left; column <= head.right; column++)
    if (grid.at(row, column).shows === "text" && grid.at(row, column).area.top < row) return true;
  return false;
}

function isEnd(cells: readonly GridCell[]): boolean {
  const first = cells[0];
  if (first === undefined) return false;
  return cells.some(({ text }) => isSignature(text)) || isNoteLine(first.text);
}

/** Headings where figures belong: another table begins. */
function isNextHead(
  grid: SheetGrid,
  head: Head,
  row: number,
  rows: readonly number[],
  texts: ReadonlyMap<number, number>,
): boolean {
  if (rows.length === 0 || !canBegin(grid, row)) return false;
  const cells = grid.filled(row, head.left, head.right);
  if (!cells.every(({ cell }) => isHeading(cell))) return false;
  const repeats = cells.filter(({ column, cell }) => headsOf(grid, head, column).includes(cell.text)).length;
  if (repeats >= 2 || isFirstHead(cells[0]?.cell.text ?? "")) return true;
  const isNew = (column: number): boolean =>
    (texts.get(column) ?? 0) === 0 && column > head.left && !holdsWords(headsOf(grid, head, column));
  const fresh = cells.filter(({ column }) => isNew(column));
  if (fresh.length >= 2) return true;
  const stub = cells.find(({ column }) => !isNew(column));
  return fresh.length === 1 && stub !== undefined && isHeadWord(stub.cell.text) && !hasCode(grid, head, row);
}

/** Are texts below these headings a code, a unit of measure or words about the line? */
function holdsWords(heads: readonly string[]): boolean {
  const said = heads.at(-1) ?? "";
  return isNoteHead(heads.join("")) || isCodeHead(said) || isOrdinalHead(said) || isMeasureHead(said);
}

function isHeadWord(text: string): boolean {
  return isStubHead(text) || isCodeHead(text) || isOrdinalHead(text) || /项\s*目|名称|指标/.test(text);
}

function hasCode(grid: SheetGrid, head: Head, row: number): boolean {
  return grid.at(row, head.left).shows === "number";
}

/** A title of what follows, taken for a line: text only at the very left of a table with codes, or over all columns. */
function isTitleLine(grid: SheetGrid, head: Head, rows: readonly number[]): boolean {
  const row = rows.at(-1)!;
  const cells = grid.filled(row, Math.max(0, head.left - 2), head.right);
  if (cells.length !== 1 || !canBegin(grid, row + 1)) return false;
  const [{ column, cell }] = cells as [{ column: number; cell: GridCell }];
  if (cell.area.right >= head.right) return true;
  const codes = rows.filter((each) => grid.at(each, column).shows === "number").length;
  return (
    codes > rows.length / 2 ||
    /(?:表|情况)$|^(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.]|第.{1,3}部分)/.test(cell.text)
  );
}

/** The grids under one head: its runs of columns, each split where further columns of labels begin. */
function areasOf(grid: SheetGrid, head: Head, body: readonly number[]): TableArea[] {
  const areas: TableArea[] = [];
  for (const [left, right] of runsOf(grid, head, body)) {
    let from = left;
    while (from <= right) {
      const area = areaFrom(grid, head, body, from, right);
      if (area === null) break;
      areas.push(area);
      from = area.right + 1;
    }
  }
  return areas;
}

/** Runs of columns with headings; to the left also columns without one that hold codes or labels. */
function runsOf(grid: SheetGrid, head: Head, body: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  const named = (column: number): boolean =>
    headsOf(grid, head, column).length > 0 ||
    (head.marks !== null && grid.at(head.marks, column).shows !== "empty");
  for (let column = 0; column <= head.right; column++) {
    const last = runs.at(-1);
    if (!named(column)) continue;
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs.map(([left, right], i) => {
    let first = left;
    const stop = runs[i - 1]?.[1] ?? -1;
    while (first - 1 > stop && holdsLabels(grid, body, first - 1)) first--;
    return [first, right];
  });
}

function holdsLabels(grid: SheetGrid, body: readonly number[], column: number): boolean {
  const filled = body.filter((row) => ["text", "number"].includes(grid.at(row, column).shows)).length;
  return (
    filled > 0 && filled >= body.length / 10 && body.every((row) => grid.at(row, column).shows !== "formula")
  );
}

function areaFrom(
  grid: SheetGrid,
  head: Head,
  body: readonly number[],
  left: number,
  right: number,
): TableArea | null {
  const stub = stubEnd(grid, head, body, left, right);
  if (stub === null || stub >= right) return null;
  const rows = body.filter((row) => hasLabel(grid, row, left, stub));
  if (rows.length === 0) return null;
  let last = right;
  for (let column = stub + 2; column <= right; column++) {
    if (isSecondStub(grid, head, rows, column, right)) {
      last = column - 1;
      break;
    }
  }
  return { head, rows, left, stub, right: last };
}

function hasLabel(grid: SheetGrid, row: number, left: number, stub: number): boolean {
  for (let column = left; column <= stub; column++) {
    const { shows } = grid.at(row, column);
    if (shows === "text" || shows === "number") return true;
  }
  return false;
}

/** The last column of labels; null where there are none. */
function stubEnd(
  grid: SheetGrid,
  head: Head,
  body: readonly number[],
  left: number,
  right: number,
): number | null {
  const covered = new Set<string>();
  const paths = new Map<number, string>();
  let stub: number | null = null;
  let labels = false;
  const atLeast = Math.min(grid.at(head.top, left).area.right, right - 1);
  const isScored = isScoreTable(lastHeads(grid, { head, left, right }));
  for (let column = left; column <= right; column++) {
    const heads = headsOf(grid, head, column);
    const said = heads.at(-1) ?? "";
    const shows = body.map((row) => grid.at(row, column));
    const texts = body.filter((_, i) => shows[i]!.shows === "text" && !isCrossedOut(shows[i]!.text));
    const isCode = isCodeHead(said) || isOrdinalHead(said) || areCodes(shows, heads.length === 0);
    const isLabel = isStubHead(said) || isMeasureHead(said) || isCode;
    const open = shows.some(({ shows: what }) => what === "formula");
    const fresh = texts.filter((row) => !covered.has(String(row)));
    const many = texts.length >= body.length / 2;
    const divides = isDivided(texts, paths, body);
    const isHowScored = isMaxHead(said) || (isCriteriaHead(said) && fresh.length === 0 && !divides);
    if (isScored && labels && isHowScored) break;
    if (column > atLeast && !isLabel && (isNoteHead(heads.join("")) || open)) break;
    if (column > atLeast && !isLabel && !many && fresh.length === 0 && !divides) break;
    if (
      column > atLeast &&
      isStubHead(said) &&
      texts.length === 0 &&
      labels &&
      !isCode &&
      !isMeasureHead(said) &&
      !isCodeHead(said)
    )
      break;
    stub = column;
    if (texts.length > 0 && !isMeasureHead(said)) labels = true;
    for (const [i, row] of body.entries()) {
      const cell = shows[i]!;
      if (cell.shows === "text") covered.add(String(row));
      if (cell.shows === "text") paths.set(row, `${paths.get(row) ?? ""}/${cell.area.top}`);
    }
  }
  const named = body.some((row) => paths.has(row));
  return named || hasCodes(grid, head, body, left) ? stub : null;
}

/** Do rows that share one merged label differ in this column? */
function isDivided(
  texts: readonly number[],
  paths: ReadonlyMap<number, string>,
  body: readonly number[],
): boolean {
  const shared = new Map<string, number>();
  for (const row of body) {
    const path = paths.get(row);
    if (path !== undefined) shared.set(path, (shared.get(path) ?? 0) + 1);
  }
  return texts.some((row) => (shared.get(paths.get(row) ?? "") ?? 0) > 1);
}

/** Codes without names are enough; ordinals are not: such a table has records, one under the other. */
function hasCodes(grid: SheetGrid, head: Head, body: readonly number[], left: number): boolean {
  const said = headsOf(grid, head, left).at(-1) ?? "";
  return isCodeHead(said) && body.some((row) => grid.at(row, left).shows !== "empty");
}

/** Whole numbers, all different, in rising order: codes or ordinals that bear no heading. */
function areCodes(cells: readonly GridCell[], headless: boolean): boolean {
  if (!headless) return false;
  const numbers = cells.filter(({ shows }) => shows === "number");
  return (
    numbers.length >= 2 &&
    numbers.length >= cells.length * 0.6 &&
    isRising(numbers.map(({ number }) => number))
  );
}

function isRising(values: readonly (number | null)[]): boolean {
  return values.every(
    (value, i) =>
      value !== null && Number.isInteger(value) && (i === 0 || value > (values[i - 1] ?? Infinity)),
  );
}

/** Labels again, to the right of figures, with columns of figures of their own: a table beside the first. */
function isSecondStub(
  grid: SheetGrid,
  head: Head,
  rows: readonly number[],
  column: number,
  right: number,
): boolean {
  if (column >= right) return false;
  const said = headsOf(grid, head, column);
  const last = said.at(-1) ?? "";
  if (isNoteHead(said.join("")) || isMeasureHead(last) || isMaxHead(last) || isCriteriaHead(last))
    return false;
  const texts = rows.filter((row) => {
    const cell = grid.at(row, column);
    return cell.shows === "text" && cell.area.top === row && !isCrossedOut(cell.text);
  });
  const different = new Set(texts.map((row) => grid.at(row, column).text)).size;
  if (texts.length < Math.max(2, rows.length / 2) || different < texts.length * 0.8) return false;
  return rows.some((row) => ["empty", "number", "formula"].includes(grid.at(row, right).shows));
}
