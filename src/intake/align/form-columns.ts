/** Which column is which: by the texts of its head, read from top to bottom through merged cells. */
import type { FormColumn } from "../../template/form-layout";
import { HEADING, columnOfHeading, isMarkRow } from "../columns";
import { shownAt, textAt, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";

export interface FormColumns {
  readonly at: ReadonlyMap<FormColumn, number>;
  /** The rows of the head, 栏次 included; empty where there is none. */
  readonly headRows: readonly number[];
  /** The cell of each known column's own heading. */
  readonly headings: ReadonlyMap<FormColumn, { readonly row: number; readonly text: string }>;
  /** Columns between or beside the known ones whose head says nothing that the template has. */
  readonly strange: readonly StrangeColumn[];
}

export interface StrangeColumn {
  readonly column: number;
  readonly row: number;
  readonly heading: string;
}

/** A head is at most so high above the first line. */
const HEAD_HEIGHT = 6;

/**
 * @param firstRow the first row of a line: the head stands above it
 * @param known columns that their content told already: codes, names
 */
export function findColumns(
  grid: Grid,
  firstRow: number,
  known: ReadonlyMap<FormColumn, number>,
  year: number | null,
): FormColumns {
  const headRows = findHeadRows(grid, firstRow, year);
  const wordRows = headRows.filter((row) => !isMarkRow(rowTexts(grid, row))).reverse();
  const at = new Map(known);
  const headings = new Map<FormColumn, { row: number; text: string }>();
  const strange: StrangeColumn[] = [];
  for (const column of columnsWithHead(grid, headRows)) {
    const head = readHead(grid, wordRows, column, year);
    if (!head) continue;
    const meaning = [...known].find(([, c]) => c === column)?.[0] ?? head.meaning;
    if (meaning !== null && (at.get(meaning) ?? column) === column) {
      at.set(meaning, column);
      headings.set(meaning, { row: head.row, text: head.text });
    } else strange.push({ column, row: head.row, heading: head.text });
  }
  return withOneRenamed({ at, headRows, headings, strange });
}

/** The rows between the first and the last one that have two words of a head, and the 栏次 row below. */
function findHeadRows(grid: Grid, firstRow: number, year: number | null): number[] {
  const window = [...grid.rows.keys()].filter((row) => row < firstRow && row >= firstRow - HEAD_HEIGHT);
  const wordy = window.filter((row) => {
    const words = grid.rows.get(row)!.filter((cell) => columnOfHeading(rawText(cell), year) !== null);
    return words.length >= 2;
  });
  if (wordy.length === 0) return [];
  const [first, last] = [wordy[0]!, wordy.at(-1)!];
  return window.filter((row) => row >= first && (row <= last || isMarkRow(rowTexts(grid, row))));
}

export function rowTexts(grid: Grid, row: number): string[] {
  return (grid.rows.get(row) ?? []).map(rawText);
}

function columnsWithHead(grid: Grid, headRows: readonly number[]): number[] {
  const columns = new Set<number>();
  for (const row of headRows) for (const cell of grid.rows.get(row)!) columns.add(cell.column);
  for (const area of grid.sheet.merges) {
    if (!headRows.includes(area.top)) continue;
    for (let column = area.left; column <= area.right; column++) columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}

interface Head {
  readonly row: number;
  readonly text: string;
  readonly meaning: FormColumn | null;
}

/** The lowest text of the head that means a column; else the lowest text that stands there. Rows from below. */
function readHead(grid: Grid, rows: readonly number[], column: number, year: number | null): Head | null {
  let lowest: Head | null = null;
  for (const row of rows) {
    const text = shownAt(grid, row, column);
    if (text === "") continue;
    const meaning = columnOfHeading(text, year);
    const own = textAt(grid, row, column) !== "" ? row : topOfMerge(grid, row, column);
    if (meaning !== null) return { row: own, text, meaning };
    lowest ??= { row: own, text, meaning: null };
  }
  return lowest;
}

function topOfMerge(grid: Grid, row: number, column: number): number {
  return (
    grid.sheet.merges.find((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right)
      ?.top ?? row
  );
}

/**
 * The form's own order. Where exactly one of its columns is missing and exactly one strange column stands in that
 * very place, the heading was edited.
 */
const ORDER: readonly FormColumn[] = [
  "ordinal",
  "name",
  "code",
  "measure",
  "current",
  "lastYear",
  "change",
  "changePercent",
  "reason",
];

function withOneRenamed(columns: FormColumns): FormColumns {
  const missing = ORDER.filter((name) => !columns.at.has(name));
  const [name, ...moreNames] = missing;
  const [odd, ...moreOdd] = columns.strange;
  if (name === undefined || odd === undefined || moreNames.length > 0 || moreOdd.length > 0) return columns;
  const before = columns.at.get(ORDER[ORDER.indexOf(name) - 1]!);
  if (before === undefined || odd.column !== before + 1) return columns;
  return {
    ...columns,
    at: new Map([...columns.at, [name, odd.column]]),
    headings: new Map([...columns.headings, [name, { row: odd.row, text: odd.heading }]]),
    strange: [],
  };
}

/** Known columns that stand out of the form's order: as few as explain it. */
export function movedColumns(columns: FormColumns): FormColumn[] {
  const present = ORDER.filter((name) => columns.at.has(name) && columns.headings.has(name));
  const places = present.map((name) => columns.at.get(name)!);
  const kept = longestRise(places);
  return present.filter((_, i) => !kept.has(i));
}

/** The indexes of a longest rising run of the numbers, later ones preferred. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [i, n] of numbers.entries()) {
    let run: number[] = [];
    for (let j = 0; j < i; j++) if (numbers[j]! < n && best[j]!.length >= run.length) run = best[j]!;
    best.push([...run, i]);
  }
  return new Set(best.reduce((longest, run) => (run.length >= longest.length ? run : longest), []));
}

/** Is the heading edited? Full width, spaces, line breaks and other words are; what the template prints is not. */
export function isEditedHeading(name: FormColumn, text: string): boolean {
  const isYear = (name === "current" || name === "lastYear") && /^\d{4}年$/.test(compact(text));
  return text !== HEADING[name] && !isYear;
}
