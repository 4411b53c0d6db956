/** Which column is which: by the texts of its head, read from top to bottom through merged cells. */
import { columnWithRole } from "../../template/form-columns";
import type { FormColumn, FormColumnRole } from "../../template/template";
import { columnOfHeading, isColumnNumberRow } from "../columns";
import { shownAt, textAt, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";
import { renamedInPlace, type StrangeColumn } from "./renamed";

export interface FormColumns {
  /** The columns that the template has. */
  readonly ofForm: readonly FormColumn[];
  readonly at: ReadonlyMap<FormColumnRole, number>;
  /** The rows of the head, 栏次 included; empty where there is none. */
  readonly headRows: readonly number[];
  /** The cell of each known column's own heading. */
  readonly headings: ReadonlyMap<FormColumnRole, { readonly row: number; readonly text: string }>;
  /** Columns between or beside the known ones whose head says nothing that the template has. */
  readonly strange: readonly StrangeColumn[];
  /** 上半年 and 下半年, where their sum is this year's figure. */
  readonly parts?: readonly StrangeColumn[];
}

/** A head is at most so high above the first line. */
const HEAD_HEIGHT = 6;

/**
 * @param firstRow the first row of a line: the head is above it
 * @param known columns that their content identified already: codes, names
 */
export function findColumns(
  grid: Grid,
  firstRow: number,
  known: ReadonlyMap<FormColumnRole, number>,
  ofForm: readonly FormColumn[],
  year: number | null,
): FormColumns {
  const headRows = findHeadRows(grid, firstRow, ofForm, year);
  const wordRows = headRows.filter((row) => !isColumnNumberRow(rowTexts(grid, row))).reverse();
  const at = new Map(known);
  const headings = new Map<FormColumnRole, { row: number; text: string }>();
  const strange: StrangeColumn[] = [];
  const heads = columnsWithHead(grid, headRows).flatMap((column): ColumnHead[] => {
    const head = readHead(grid, wordRows, column, (text) => columnOfHeading(text, ofForm, year));
    return head ? [{ ...head, column }] : [];
  });
  for (const head of heads) {
    const { column, row, text, lowest } = head;
    const meaning = [...known].find(([, c]) => c === column)?.[0] ?? head.meaning;
    const isTaken = meaning !== null && (at.get(meaning) ?? column) !== column;
    if (meaning !== null && !isTaken && !isPartOf(head, heads)) {
      at.set(meaning, column);
      headings.set(meaning, { row, text });
    } else strange.push({ column, row: lowest.row, heading: lowest.text });
  }
  return withOneRenamed(withWholeYear({ ofForm, at, headRows, headings, strange }));
}

interface ColumnHead extends Head {
  readonly column: number;
}

const WHOLE = /^(?:全年)?(?:合计|总计|小计|总数|总额|计)(?:数)?$/;

/** 其中：女 below 本年, beside 合计 below the same 本年: the whole is meant. */
function isPartOf(head: ColumnHead, heads: readonly ColumnHead[]): boolean {
  const isBelow = ({ row, lowest }: ColumnHead): boolean => lowest.row > row;
  if (!isBelow(head) || WHOLE.test(compact(head.lowest.text))) return false;
  return heads.some(
    (other) =>
      other.column !== head.column &&
      other.meaning === head.meaning &&
      (!isBelow(other) || WHOLE.test(compact(other.lowest.text))),
  );
}

const PERIODS =
  /^(?:[上下]半年|第?[一二三四1-4]季度?|\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)(?:数|合计|累计)?$/;

/** 上半年, 下半年 and 合计 in place of 本年: the sum is this year's figure. Whether it is one is checked line by line. */
function withWholeYear(columns: FormColumns): FormColumns {
  if (columns.at.has("value")) return columns;
  const parts = columns.strange.filter(({ heading }) => PERIODS.test(compact(heading)));
  const wholes = columns.strange.filter(({ heading }) => WHOLE.test(compact(heading)));
  const [whole] = wholes;
  if (whole === undefined || wholes.length > 1 || parts.length < 2) return columns;
  return {
    ...columns,
    at: new Map([...columns.at, ["value", whole.column]]),
    headings: new Map([...columns.headings, ["value", { row: whole.row, text: whole.heading }]]),
    strange: columns.strange.filter((each) => each !== whole),
    parts,
  };
}

/** From the first row that has two words of a head down to the last one that has any, and the 栏次 row below. */
function findHeadRows(
  grid: Grid,
  firstRow: number,
  ofForm: readonly FormColumn[],
  year: number | null,
): number[] {
  const window = [...grid.rows.keys()].filter((row) => row < firstRow && row >= firstRow - HEAD_HEIGHT);
  const wordsIn = (row: number): number =>
    grid.rows.get(row)!.filter((cell) => columnOfHeading(rawText(cell), ofForm, year) !== null).length;
  const first = window.find((row) => wordsIn(row) >= 2);
  if (first === undefined) return [];
  const last = window.filter((row) => wordsIn(row) >= 1).at(-1)!;
  return window.filter((row) => row >= first && (row <= last || isColumnNumberRow(rowTexts(grid, row))));
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
  readonly meaning: FormColumnRole | null;
  /** The lowest text, which may be below the one that means a column. */
  readonly lowest: { readonly row: number; readonly text: string };
}

/** The lowest text of the head that means a column; else the lowest text that is there. Rows from below. */
function readHead(
  grid: Grid,
  rows: readonly number[],
  column: number,
  meaningOf: (text: string) => FormColumnRole | null,
): Head | null {
  let lowest: Head["lowest"] | null = null;
  for (const row of rows) {
    const text = shownAt(grid, row, column);
    if (text === "") continue;
    const meaning = meaningOf(text);
    const own = { row: textAt(grid, row, column) !== "" ? row : topOfMerge(grid, row, column), text };
    lowest ??= own;
    if (meaning !== null) return { ...own, meaning, lowest };
  }
  return lowest && { ...lowest, meaning: null, lowest };
}

function topOfMerge(grid: Grid, row: number, column: number): number {
  return (
    grid.sheet.merges.find((a) => row >= a.top && row <= a.bottom && column >= a.left && column <= a.right)
      ?.top ?? row
  );
}

/** Where exactly one column is missing and exactly one strange column is in that very place, its heading was edited. */
function withOneRenamed(columns: FormColumns): FormColumns {
  const order = columns.ofForm.map(({ role }) => role);
  const missing = order.filter((name) => !columns.at.has(name));
  if (missing.length !== 1 || columns.strange.length !== 1) return columns;
  const renamed = renamedInPlace(order, columns.at, columns.strange, -1, isPossible);
  return {
    ...columns,
    at: new Map([...columns.at, ...[...renamed].map(([name, { column }]) => [name, column] as const)]),
    headings: new Map([
      ...columns.headings,
      ...[...renamed].map(([name, { row, heading }]) => [name, { row, text: heading }] as const),
    ]),
    strange: columns.strange.filter((each) => ![...renamed.values()].includes(each)),
  };
}

/** Half a year, a quarter, a month or a part of the whole is another figure than the year's. */
function isPossible(name: FormColumnRole, { heading }: StrangeColumn): boolean {
  const text = compact(heading);
  return (
    (name !== "value" && name !== "lastYear") || !(PERIODS.test(text) || /^(?:其中|半年|季度)/.test(text))
  );
}

/** Known columns that stand out of the form's order: as few as explain it. */
export function movedColumns(columns: FormColumns): FormColumnRole[] {
  const order = columns.ofForm.map(({ role }) => role);
  const present = order.filter((name) => columns.at.has(name) && columns.headings.has(name));
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
export function isEditedHeading({ ofForm }: FormColumns, name: FormColumnRole, text: string): boolean {
  const isYear = (name === "value" || name === "lastYear") && /^\d{4}年$/.test(compact(text));
  return text !== headingIn(ofForm, name) && !isYear;
}

/** As the template prints it. */
export function headingIn(columns: readonly FormColumn[], role: FormColumnRole): string {
  return columnWithRole(columns, role)?.heading ?? "";
}
