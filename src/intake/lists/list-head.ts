/** The heads of a list: the rows that name its columns, in the template's words or in everyday ones. */
import { isDateFormat } from "../../workbook/dates";
import type { ListColumn } from "../../template/template";
import type { Cell } from "../../workbook/workbook";
import { isOrdinalHeading } from "../columns";
import { carries, mergeAt, shownAt, textAt, type Grid } from "../grid";
import { labelOf, plainLabel, type Label } from "../labels";
import { compact, rawText } from "../normalise/clean";
import { isFigure } from "../align/figures";
import { renamedInPlace, type StrangeColumn } from "../align/renamed";
import { areAlike } from "../own/likeness";
import type { ListLayout } from "./list-layout";

export interface Head {
  /** The first and the last row of the head. */
  readonly top: number;
  readonly row: number;
  /** By column name. */
  readonly at: ReadonlyMap<string, number>;
  /** Where each known column's own heading is. */
  readonly headings: ReadonlyMap<string, { readonly row: number; readonly text: string }>;
  /** The column that counts the rows. */
  readonly ordinal: number | null;
  /** Headings that are none of the list's. */
  readonly strange: readonly StrangeColumn[];
}

/** A head is at most so many rows higher or lower than the row that names most. */
const MORE_ROWS = 2;
/** Headings that have a meaning of their own: never another column's new name. */
const NOT_RENAMED = /^(?:备注|说明|备注说明|序号|合计|小计|累计|其中.*|姓名|身份证.*|.*电话.*|.*手机.*)$/;

/** The head with the row that names most of the list's columns; null where none names two. */
export function findHead(grid: Grid, list: ListLayout): Head | null {
  const anchor = anchorOf(grid, list);
  return anchor ? (headsAt(grid, anchor.row, list)[0] ?? null) : null;
}

/** Every head of the list on the grid: it may be repeated on each page, or be there twice side by side. */
export function findHeads(grid: Grid, list: ListLayout): Head[] {
  const anchor = anchorOf(grid, list);
  if (!anchor) return [];
  const least = Math.max(2, anchor.size / 2);
  const heads: Head[] = [];
  for (const row of grid.rows.keys()) {
    if (row < anchor.row || row <= (heads.at(-1)?.row ?? -1)) continue;
    if (row === anchor.row || mostNamed(namesIn(grid, row, list)) >= least)
      heads.push(...headsAt(grid, row, list));
  }
  return heads;
}

/** The first of the rows that name most of the list's columns; null where none names two. */
function anchorOf(grid: Grid, list: ListLayout): { readonly row: number; readonly size: number } | null {
  let best: { row: number; size: number } | null = null;
  const least = Math.min(2, list.columns.length);
  for (const row of grid.rows.keys()) {
    if (best?.size === list.columns.length) break;
    const size = mostNamed(namesIn(grid, row, list));
    if (size >= least && size > (best?.size ?? 0)) best = { row, size };
  }
  return best;
}

/** The columns that the row names, from left to right; where names come again, as a second set beside the first. */
function namesIn(grid: Grid, row: number, list: ListLayout): Map<string, number>[] {
  const sets: Map<string, number>[] = [new Map()];
  const everyday: { readonly name: string; readonly column: number }[] = [];
  for (const cell of grid.rows.get(row) ?? []) {
    const label = headingOf(cell);
    if (label === null) continue;
    const { column } = cell;
    const name = nameAt(grid, row, column, label, list, sets.at(-1)!);
    const synonym = name === null ? list.headings.synonym(label) : null;
    if (synonym !== null) everyday.push({ name: synonym, column });
    if (name === null) continue;
    if (isAgain(sets.at(-1)!, name, column)) sets.push(new Map());
    sets.at(-1)!.set(name, column);
  }
  const lefts = sets.map((set) => Math.min(...set.values()));
  for (const { name, column } of everyday) {
    const set = sets.findLast((_, i) => lefts[i]! <= column) ?? sets[0]!;
    if (!set.has(name)) set.set(name, column);
  }
  return sets;
}

/** Of several columns with this heading the one below the same headings, else the first that was not found yet. */
function nameAt(
  grid: Grid,
  row: number,
  column: number,
  label: Label,
  { headings, columns, height }: ListLayout,
  found: ReadonlyMap<string, unknown>,
): string | null {
  const names = headings.named(label);
  if (names.length < 2) return names[0] ?? null;
  const path = pathAt(grid, row - height + 1, row, column).join("\n");
  const below = columns.find(
    ({ name, path: wanted }) => names.includes(name) && path.endsWith(wanted.join("\n")),
  );
  return below?.name ?? names.find((name) => !found.has(name)) ?? names[0]!;
}

/** What a reader sees over the column, folded, from the top; of a merged heading once. */
function pathAt(grid: Grid, top: number, bottom: number, column: number): string[] {
  const path: string[] = [];
  for (let row = Math.max(0, top); row <= bottom; row++) {
    const text = plainLabel(shownAt(grid, row, column));
    if (text !== "" && path.at(-1) !== text) path.push(text);
  }
  return path;
}

/** Does a second set begin here? Not where the earlier column of that name is further from all others: another list's. */
function isAgain(set: ReadonlyMap<string, number>, name: string, column: number): boolean {
  const before = set.get(name);
  if (before === undefined) return false;
  const others = [...set].filter(([other]) => other !== name).map(([, at]) => at);
  const distance = (from: number): number => Math.min(...others.map((other) => Math.abs(other - from)));
  return !(distance(column) < distance(before));
}

/** No heading is longer. */
const LONGEST = 20;

function headingOf(cell: Cell): Label | null {
  return cell.kind === "text" && rawText(cell).length <= LONGEST ? labelOf(rawText(cell)) : null;
}

function mostNamed(sets: readonly ReadonlyMap<string, number>[]): number {
  return Math.max(...sets.map(({ size }) => size));
}

function headsAt(grid: Grid, row: number, list: ListLayout): Head[] {
  const sets = namesIn(grid, row, list);
  const least = Math.max(2, mostNamed(sets) / 2);
  const [first, ...beside] = sets.filter((set) => set.size >= least);
  const lefts = beside.map((set) => {
    const left = Math.min(...set.values());
    return isNumbering(list, textAt(grid, row, left - 1)) ? left - 1 : left;
  });
  return [first!, ...beside].map((named, i) =>
    wholeHead(grid, row, list, named, { from: i === 0 ? 0 : lefts[i - 1]!, until: lefts[i] ?? Infinity }),
  );
}

/** Does the heading say that the column below numbers the records? */
function isNumbering({ ordinal }: ListLayout, text: string): boolean {
  return isOrdinalHeading(text) || (ordinal !== null && plainLabel(text) === ordinal);
}

interface Range {
  readonly from: number;
  readonly until: number;
}

/** The head with the rows above and below that name further columns: 现金 and 折价 below 捐款捐物金额. */
function wholeHead(
  grid: Grid,
  row: number,
  list: ListLayout,
  named: ReadonlyMap<string, number>,
  { from, until }: Range,
): Head {
  const at = new Map(named);
  const headings = new Map<string, { row: number; text: string }>();
  for (const [name, column] of at) headings.set(name, { row, text: textAt(grid, row, column) });
  let [top, bottom] = [row, row];
  for (const step of [-1, 1]) {
    for (let more = row + step; Math.abs(more - row) <= MORE_ROWS; more += step) {
      const found = namesBelow(grid, more, step === 1, at, list).filter(
        ([, column]) => column >= from && column < until,
      );
      // Between the headings of the blank's head there may be rows that only group them.
      if (found.length === 0 && Math.abs(more - row) >= list.height - 1) break;
      if (found.length === 0) continue;
      for (const [name, column] of found) {
        at.set(name, column);
        headings.set(name, { row: more, text: textAt(grid, more, column) });
      }
      if (step === 1) bottom = more;
      else top = more;
    }
  }
  bottom = Math.max(bottom, lowestMerge(grid, row, at));
  const rows = [...grid.rows.keys()].filter((each) => each >= top && each <= bottom);
  const isOwn = (column: number): boolean => column >= from && column < until;
  const ordinal = ordinalIn(grid, rows, at, list, from);
  const strange = strangeIn(grid, rows, at, ordinal).filter(({ column }) => isOwn(column));
  return withRenamed(grid, list, { top, row: bottom, at, headings, ordinal, strange });
}

/** Columns named in a neighbouring row of the head; none where something else than headings is in it. */
function namesBelow(
  grid: Grid,
  row: number,
  isBelow: boolean,
  known: ReadonlyMap<string, number>,
  list: ListLayout,
): [string, number][] {
  const taken = new Set(known.values());
  const cells = (grid.rows.get(row) ?? []).filter(carries);
  if (cells.some((cell) => cell.kind !== "text" || (isBelow && taken.has(cell.column)))) return [];
  return cells.flatMap((cell): [string, number][] => {
    const label = labelOf(rawText(cell));
    if (label === null || taken.has(cell.column)) return [];
    const name = nameAt(grid, row, cell.column, label, list, known) ?? list.headings.synonym(label);
    return name === null || known.has(name) ? [] : [[name, cell.column]];
  });
}

/** Headings merged over several rows say how far down the head reaches. */
function lowestMerge(grid: Grid, row: number, at: ReadonlyMap<string, number>): number {
  return Math.max(...[...at.values()].map((column) => mergeAt(grid, row, column)?.bottom ?? row));
}

/** 序号 left of the list, with no more headings between them than the list lacks: those of a list beside it are others. */
function ordinalIn(
  grid: Grid,
  rows: readonly number[],
  at: ReadonlyMap<string, number>,
  list: ListLayout,
  from: number,
): number | null {
  const left = Math.min(...at.values());
  const cells = rows.flatMap((row) => grid.rows.get(row)!.filter(carries));
  const ordinals = cells.filter((cell) => isNumbering(list, rawText(cell)));
  const own = ordinals.filter(({ column }) => column >= from && column < left).at(-1);
  const right = Math.max(...at.values());
  if (!own) return ordinals.find(({ column }) => column > left && column < right)?.column ?? null;
  const between = new Set(cells.map(({ column }) => column).filter((c) => c > own.column && c < left));
  return between.size <= list.columns.length - at.size ? own.column : null;
}

function strangeIn(
  grid: Grid,
  rows: readonly number[],
  at: ReadonlyMap<string, number>,
  ordinal: number | null,
): StrangeColumn[] {
  const known = new Set([...at.values(), ordinal]);
  const found = new Map<number, StrangeColumn>();
  for (const row of rows) {
    for (const cell of grid.rows.get(row)!) {
      if (known.has(cell.column) || !carries(cell) || isGroup(grid, row, cell.column, known)) continue;
      found.set(cell.column, { column: cell.column, row, heading: shownAt(grid, row, cell.column) });
    }
  }
  return [...found.values()].sort((a, b) => a.column - b.column);
}

/** 捐款捐物金额, merged over columns that the list knows. */
function isGroup(grid: Grid, row: number, column: number, known: ReadonlySet<number | null>): boolean {
  const merge = mergeAt(grid, row, column);
  return [...known].some(
    (each) => each !== null && merge !== undefined && each >= merge.left && each <= merge.right,
  );
}

/** As many strange headings as missing columns, in their very place, over cells that such a column may hold. */
function withRenamed(grid: Grid, list: ListLayout, head: Head): Head {
  const isPossible = (name: string, { column, heading }: StrangeColumn): boolean => {
    const wanted = list.columns.find((each) => each.name === name)!;
    if (areAlike(plainLabel(heading), plainLabel(wanted.heading))) return true;
    return !NOT_RENAMED.test(compact(heading)) && fits(grid, head.row, column, wanted.column);
  };
  const order = list.columns.map(({ name }) => name);
  const left = head.ordinal ?? Math.min(...head.at.values()) - 1;
  const renamed = renamedInPlace(order, head.at, head.strange, left, isPossible);
  if (renamed.size === 0) return head;
  const columns = new Set([...renamed.values()].map(({ column }) => column));
  return {
    ...head,
    at: new Map([...head.at, ...[...renamed].map(([name, { column }]) => [name, column] as const)]),
    headings: new Map([
      ...head.headings,
      ...[...renamed].map(([name, { row, heading }]) => [name, { row, text: heading }] as const),
    ]),
    strange: head.strange.filter(({ column }) => !columns.has(column)),
  };
}

/** Most of what is below is what the column takes; an empty column fits everything. */
function fits(grid: Grid, head: number, column: number, { kind, choices }: ListColumn): boolean {
  const cells = [...grid.rows].flatMap(([row, all]) =>
    row > head ? all.filter((cell) => cell.column === column && carries(cell)) : [],
  );
  const right = cells.filter((cell) => {
    const text = compact(rawText(cell));
    if (choices) return choices.includes(text);
    switch (kind) {
      case "date":
        return isDateFormat(cell.format) || /^\d{4}\D?\d|^\d{1,2}月/.test(text);
      case "yesNo":
        return text.length <= 2 && !/^\d/.test(text);
      case "whole":
      case "amount":
        return isFigure(cell);
      default:
        return !isFigure(cell) && !isDateFormat(cell.format);
    }
  });
  return right.length * 2 >= cells.length;
}
