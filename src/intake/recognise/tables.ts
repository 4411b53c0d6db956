/**
 * Several tables on one sheet, below each other: each is found by its codes, labels or head, and gets the rows from
 * behind the one above. A sheet is parted only for forms and lists that have no sheet of their own.
 */
import { anchorRows } from "../align/anchors";
import { FOOT } from "../align/extra-rows";
import { findHead } from "../align/list-head";
import { carries, type Grid } from "../grid";
import { rawText } from "../normalise/clean";
import type { Target } from "../template-words";
import type { KnownSheet } from "./known-sheet";

/** So much of a form's lines, or of a list's columns, must be there for a table of its own. */
const LEAST_SHARE = 0.5;
const LEAST_COLUMNS = 3;
/** Rows further apart belong to another table, or to none. */
const GAP = 4;

interface Table {
  readonly target: Target;
  readonly first: number;
  readonly last: number;
}

/** The sheet as the parts that hold one table each; the sheet itself where it holds no more than its own. */
export function partTables(sheet: KnownSheet, missing: readonly Target[]): readonly KnownSheet[] {
  const { grid, target } = sheet;
  const possible = target === null ? [] : missing.filter((other) => mayHold(grid, target, other));
  if (target === null || possible.length === 0) return [sheet];
  const own = tableOf(grid, target);
  const others = possible.flatMap((other) => tableOf(grid, other) ?? []);
  if (own === null || others.length === 0) return [sheet];
  const tables = withoutOverlap([own, ...others]);
  if (tables.length < 2) return [sheet];
  return tables.map((table, i) => {
    const from = i === 0 ? -1 : cutBetween(grid, tables[i - 1]!.last, table.first);
    const next = tables[i + 1];
    const until = next ? cutBetween(grid, table.last, next.first) : Infinity;
    return {
      grid: { ...grid, rows: new Map([...grid.rows].filter(([row]) => row >= from && row < until)) },
      identity: table.target === target ? sheet.identity : null,
      target: table.target,
      together: tables.map((each) => each.target.title),
    };
  });
}

/** A quick look before the thorough one: do enough texts of the sheet, as they stand, belong to the other table? */
function mayHold(grid: Grid, own: Target, other: Target): boolean {
  let found = 0;
  for (const text of grid.sheet.cells.strings) {
    const word = text.trim();
    if (other.words.has(word) && !own.words.has(word) && ++found === LEAST_COLUMNS) return true;
  }
  return false;
}

function tableOf(grid: Grid, target: Target): Table | null {
  if (target.kind === "list") {
    const head = findHead(grid, target);
    const size = head?.at.size ?? 0;
    if (!head || size < LEAST_COLUMNS || size < target.list.columns.length * LEAST_SHARE) return null;
    return { target, first: head.row, last: lastRecord(grid, head.row) };
  }
  const rows = cluster(anchorRows(grid, target).rows.map(({ row }) => row));
  if (rows.length < target.form.indicators.length * LEAST_SHARE) return null;
  return { target, first: rows[0]!, last: rows.at(-1)! };
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

function lastRecord(grid: Grid, head: number): number {
  let last = head;
  for (const [row, cells] of grid.rows) {
    if (row <= head || !cells.some(carries)) continue;
    if (row - last > GAP || isFoot(grid, row)) break;
    last = row;
  }
  return last;
}

/** From top to bottom; of two that claim the same rows the one that begins first. */
function withoutOverlap(tables: readonly Table[]): Table[] {
  const kept: Table[] = [];
  for (const table of [...tables].sort((a, b) => a.first - b.first)) {
    const above = kept.at(-1);
    if (!above || table.first > above.first) kept.push(table);
  }
  // A list runs on until the next table begins.
  return kept.map((table, i) => ({
    ...table,
    last: Math.min(table.last, (kept[i + 1]?.first ?? Infinity) - 1),
  }));
}

/** Behind the signatures of the table above, else right behind its last row. */
function cutBetween(grid: Grid, last: number, first: number): number {
  const feet = [...grid.rows.keys()].filter((row) => row > last && row < first && isFoot(grid, row));
  return (feet.at(-1) ?? last) + 1;
}

function isFoot(grid: Grid, row: number): boolean {
  const cell = grid.rows.get(row)?.find(carries);
  return cell !== undefined && FOOT.test(rawText(cell).trim());
}
