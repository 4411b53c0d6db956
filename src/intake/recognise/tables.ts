/**
 * Several tables on one sheet, below or beside each other: each is found by its codes, labels or head, and gets the
 * rows from behind the one above and the columns up to the one at its right. A sheet is parted only for forms and
 * lists that have no sheet of their own.
 */
import type { Cell } from "../../workbook/workbook";
import { anchorRows } from "../align/anchors";
import { titleAbove } from "../align/titles";
import { FOOT } from "../align/extra-rows";
import { carries, textAt, type Grid } from "../grid";
import { labelOf } from "../labels";
import { findHead } from "../lists/list-head";
import { rawText } from "../normalise/clean";
import type { FormTarget, ListTarget } from "../template-vocabulary";
import type { KnownSheet } from "./known-sheet";

type OurTarget = FormTarget | ListTarget;

/** So much of a form's lines, or of a list's columns, must be there for a table of its own. */
const LEAST_SHARE = 0.5;
const LEAST_COLUMNS = 3;
/** Rows further apart belong to another table, or to none. */
const GAP = 4;

interface Table {
  readonly target: OurTarget;
  readonly first: number;
  readonly last: number;
  /** The columns by which it is known: those of its ordinals, names and codes, or of a list's head. */
  readonly left: number;
  readonly right: number;
}

/** A table and its part of the sheet. */
interface Part {
  readonly table: Table;
  readonly grid: Grid;
}

/** The sheet as the parts that hold one table each; the sheet itself where it holds no more than its own. */
export function partTables(sheet: KnownSheet, missing: readonly OurTarget[]): readonly KnownSheet[] {
  const { grid, target } = sheet;
  const possible =
    target === null || target.kind === "own" ? [] : missing.filter((other) => mayHold(grid, target, other));
  if (target === null || target.kind === "own" || possible.length === 0) return [sheet];
  const own = tableOf(grid, target);
  const others = possible.flatMap((other) => tableOf(grid, other) ?? []);
  if (own === null || others.length === 0) return [sheet];
  const parts = partDown(grid, withoutOverlap([own, ...others]));
  if (parts.length < 2) return [sheet];
  return parts.map(({ table, grid: part }) => ({
    grid: part,
    identity: table.target === target ? sheet.identity : null,
    target: table.target,
    together: parts.map((each) => each.table.target.title),
  }));
}

/** The sheet as one part for each time that its form is there: pasted again below or beside, or of another year. */
export function partCopies(sheet: KnownSheet): readonly KnownSheet[] {
  const { grid, target } = sheet;
  if (target?.kind !== "form" || target.form.layout !== "table" || !isRepeated(grid, target)) return [sheet];
  const own = tableOf(grid, target);
  const cut = own && (cutBeside(grid, target, own) ?? cutBelow(grid, target, own));
  if (!cut) return [sheet];
  const rest = { ...sheet, identity: null, grid: withCells(grid, (cell) => !cut(cell)) };
  return [{ ...sheet, grid: withCells(grid, cut) }, ...partCopies(rest)];
}

/** A quick look before the thorough one: are enough of the form's words there twice? */
function isRepeated(grid: Grid, { words, form }: FormTarget): boolean {
  const seen = new Set<string>();
  let again = 0;
  for (const cells of grid.rows.values()) {
    for (const cell of cells) {
      const text = cell.kind === "text" ? String(cell.value).trim() : "";
      if (!words.has(text)) continue;
      if (seen.has(text)) again++;
      seen.add(text);
    }
  }
  return again >= Math.max(LEAST_COLUMNS, form.indicators.length * LEAST_SHARE);
}

type IsOwn = (cell: Cell) => boolean;

function cutBeside(grid: Grid, target: FormTarget, own: Table): IsOwn | null {
  const beside = tableOf(
    withCells(grid, ({ column }) => column > own.right),
    target,
  );
  return beside && beside.first <= own.last && own.first <= beside.last
    ? ({ column }) => column < beside.left
    : null;
}

function cutBelow(grid: Grid, target: FormTarget, own: Table): IsOwn | null {
  const below = tableOf(
    withCells(grid, ({ row }) => row > own.last),
    target,
  );
  if (!below) return null;
  const until = cutBetween(grid, own.last, below.first);
  return ({ row }) => row < until;
}

/** Below each other: from behind the one above down to the next, or to several that are side by side. */
function partDown(grid: Grid, tables: readonly Table[]): Part[] {
  const levels = levelsOf(tables);
  return levels.flatMap((level, i) => {
    const [above, below] = [levels[i - 1], levels[i + 1]];
    const from = above ? cutBetween(grid, above.last, level.first) : -1;
    const until = below ? cutBetween(grid, level.last, below.first) : Infinity;
    return partAcross(
      withCells(grid, ({ row }) => row >= from && row < until),
      level.tables,
    );
  });
}

/** Side by side: from the first column of each to the next one's; there again below each other. */
function partAcross(grid: Grid, tables: readonly Table[]): Part[] {
  const lefts = cutsAcross(tables);
  if (lefts.length < 2) return [{ table: tables[0]!, grid }];
  return lefts.flatMap((left, i) => {
    const [from, until] = [i === 0 ? -1 : left, lefts[i + 1] ?? Infinity];
    const isOwn = (column: number): boolean => column >= from && column < until;
    return partDown(
      withCells(grid, (cell) => isOwn(cell.column)),
      tables.filter((table) => isOwn(table.left)),
    );
  });
}

/** The first columns of tables beside others, except for those that run through a third one. */
function cutsAcross(tables: readonly Table[]): number[] {
  const beside = tables.filter((table) => tables.some((other) => standsBeside(table, other)));
  return [...new Set(beside.map(({ left }) => left))]
    .filter((cut) => tables.every(({ left, right }) => cut <= left || cut > right))
    .sort((a, b) => a - b);
}

interface Level {
  readonly first: number;
  readonly last: number;
  readonly tables: readonly Table[];
}

/** Tables that share rows, from top to bottom. */
function levelsOf(tables: readonly Table[]): Level[] {
  const levels: Level[] = [];
  for (const table of [...tables].sort((a, b) => a.first - b.first)) {
    const above = levels.at(-1);
    if (!above || table.first > above.last) levels.push({ ...table, tables: [table] });
    else
      levels.splice(-1, 1, {
        first: above.first,
        last: Math.max(above.last, table.last),
        tables: [...above.tables, table],
      });
  }
  return levels;
}

/** A quick look before the thorough one: do enough texts of the sheet belong to the other table alone? */
function mayHold(grid: Grid, own: OurTarget, other: OurTarget): boolean {
  const least = other.kind === "list" ? 1 : LEAST_COLUMNS;
  let found = 0;
  for (const text of grid.sheet.cells.strings) {
    const word = text.trim();
    if (isWordOf(other, word) && !isWordOf(own, word) && ++found === least) return true;
  }
  return false;
}

function isWordOf(target: OurTarget, word: string): boolean {
  if (target.kind === "form") return target.words.has(word);
  if (target.layout.words.has(word)) return true;
  const label = labelOf(word);
  return label !== null && target.layout.headings.synonym(label) !== null;
}

function tableOf(grid: Grid, target: OurTarget): Table | null {
  if (target.kind === "list") {
    const head = findHead(grid, target.layout);
    const size = head?.at.size ?? 0;
    // A list of three columns may have lost one of their names.
    const least = Math.min(LEAST_COLUMNS, Math.max(2, target.list.columns.length - 1));
    if (!head || size < least || size < target.list.columns.length * LEAST_SHARE) return null;
    const columns = [...head.at.values(), ...(head.ordinal === null ? [] : [head.ordinal])];
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    return { target, first: head.top, last: lastRecord(grid, head.row, left, right), left, right };
  }
  const { rows: anchors, codeColumn, nameColumn } = anchorRows(grid, target);
  const rows = cluster(anchors.map(({ row }) => row));
  if (rows.length < target.form.indicators.length * LEAST_SHARE) return null;
  const columns = [codeColumn, nameColumn].filter((column) => column !== null);
  const left = withOrdinals(grid, Math.min(...columns), rows);
  return { target, first: rows[0]!, last: rows.at(-1)!, left, right: Math.max(...columns) };
}

/** Left of the names the rows are counted, where the form does so. */
function withOrdinals(grid: Grid, names: number, rows: readonly number[]): number {
  const ordinals = rows.map((row) => Number(textAt(grid, row, names - 1) || NaN));
  const counted = rows.filter((row, i) => i > 0 && ordinals[i]! - ordinals[i - 1]! === row - rows[i - 1]!);
  return counted.length * 2 > rows.length ? names - 1 : names;
}

/** In the same rows, and in other columns. */
function standsBeside(one: Table, other: Table): boolean {
  return isApart(one, other) && one.first <= other.last && other.first <= one.last;
}

function isApart(one: Table, other: Table): boolean {
  return one.right < other.left || other.right < one.left;
}

/** The longest run of rows without a gap. */
function cluster(rows: readonly number[]): readonly number[] {
  let best: number[] = [];
  let run: number[] = [];
  for (const row of rows) {
    run = run.length > 0 && row - run.at(-1)! > GAP ? [row] : [...run, row];
    if (run.length > best.length) best = run;
  }
  return best;
}

function lastRecord(grid: Grid, head: number, left: number, right: number): number {
  let last = head;
  for (const [row, cells] of grid.rows) {
    if (row <= head || !cells.some((cell) => isIn(cell.column, left, right) && carries(cell))) continue;
    if (row - last > GAP || isFoot(grid, row)) break;
    last = row;
  }
  return last;
}

function isIn(index: number, first: number, last: number): boolean {
  return index >= first && index <= last;
}

function withCells(grid: Grid, isOwn: (cell: Cell) => boolean): Grid {
  const rows = [...grid.rows].map(([row, cells]) => [row, cells.filter(isOwn)] as const);
  return { ...grid, rows: new Map(rows.filter(([, cells]) => cells.length > 0)) };
}

/** From top to bottom; of two that claim the same cells the one that begins first. */
function withoutOverlap(tables: readonly Table[]): Table[] {
  const kept: Table[] = [];
  for (const table of [...tables].sort((a, b) => a.first - b.first)) {
    if (kept.every((above) => isApart(above, table) || table.first > above.first)) kept.push(table);
  }
  // A list runs on until the next table begins below it.
  return kept.map((table) => {
    const below = kept.filter((other) => other.first > table.first && !isApart(table, other));
    return { ...table, last: Math.min(table.last, ...below.map(({ first }) => first - 1)) };
  });
}

/** Behind the signatures of the table above, else right behind its last row. */
function cutBetween(grid: Grid, last: number, first: number): number {
  const feet = [...grid.rows.keys()].filter((row) => row > last && row < first && isFoot(grid, row));
  const behind = (feet.at(-1) ?? last) + 1;
  return Math.min(behind, titleAbove(grid, first, feet.at(-1) ?? -1));
}

function isFoot(grid: Grid, row: number): boolean {
  const cell = grid.rows.get(row)?.find(carries);
  return cell !== undefined && FOOT.test(rawText(cell).trim());
}
