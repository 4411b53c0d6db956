/** How the copies of one sheet differ in their layout, and where each has what another one has. */
import { alignLines, type Lines } from "./align";
import type { CopySheet, Word } from "./copy-sheet";

/** More layouts than this are not compared with each other: the most frequent ones are enough to find the usual one. */
const MOST_LAYOUTS = 30;

/** Where one copy has the rows and columns of another; -1 where it has none. */
export interface Alignment {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** The copies of one sheet that have the same words in the same places. */
export interface Layout {
  readonly copies: readonly CopySheet[];
  /** Words that most copies have, in the order of the cells. */
  readonly words: readonly Word[];
  readonly rowWords: Lines;
  readonly columnWords: Lines;
}

/** The layouts of a sheet, the most frequent first. */
export function layoutsOf(copies: readonly CopySheet[]): Layout[] {
  const common = commonWords(copies);
  const layouts = new Map<string, CopySheet[]>();
  const words = new Map(copies.map((copy) => [copy, copy.words.filter(({ text }) => common.has(text))]));
  for (const copy of copies) {
    const key = words
      .get(copy)!
      .map(({ row, column, text }) => `${row} ${column} ${text}`)
      .join("\n");
    layouts.set(key, [...(layouts.get(key) ?? []), copy]);
  }
  return [...layouts.values()]
    .map((same) => layout(same, words.get(same[0]!)!))
    .sort((a, b) => b.copies.length - a.copies.length);
}

/** What more than half of the copies say. */
function commonWords(copies: readonly CopySheet[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { vocabulary } of copies)
    for (const word of vocabulary) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 2 > copies.length).map(([word]) => word));
}

function layout(copies: readonly CopySheet[], words: readonly Word[]): Layout {
  const [rows, columns] = [
    Math.max(...copies.map((copy) => copy.rows)),
    Math.max(...copies.map((copy) => copy.columns)),
  ];
  return {
    copies,
    words,
    rowWords: linesOf(words, rows, ({ row }) => row),
    columnWords: linesOf(words, columns, ({ column }) => column),
  };
}

function linesOf(words: readonly Word[], count: number, lineOf: (word: Word) => number): Lines {
  const lines = Array.from({ length: count }, (): string[] => []);
  for (const word of words) lines[lineOf(word)]!.push(word.text);
  return lines;
}

/** @returns by the places of `from` those of `to` */
export function align(from: Layout, to: Layout): Alignment {
  if (from === to) return { rows: same(from.rowWords.length), columns: same(from.columnWords.length) };
  return {
    rows: alignLines(from.rowWords, to.rowWords),
    columns: alignLines(from.columnWords, to.columnWords),
  };
}

function same(length: number): Int32Array {
  return Int32Array.from({ length }, (_, i) => i);
}

/** By layout: how much the others differ from it, each as often as there are copies of it. */
export function departures(layouts: readonly Layout[]): ReadonlyMap<Layout, number> {
  const compared = layouts.slice(0, MOST_LAYOUTS);
  return new Map(
    compared.map((one) => [
      one,
      compared.reduce((sum, other) => sum + other.copies.length * difference(one, other), 0),
    ]),
  );
}

/** Rows and columns that only one of them has, and words that are elsewhere. */
export function difference(a: Layout, b: Layout): number {
  if (a === b) return 0;
  const to = align(a, b);
  const there = new Set(b.words.map(({ row, column, text }) => `${row} ${column} ${text}`));
  const kept = a.words.filter(({ row, column, text }) =>
    there.has(`${to.rows[row]} ${to.columns[column]} ${text}`),
  ).length;
  return (
    unmatched(to.rows, lastLine(a.rowWords), lastLine(b.rowWords)) +
    unmatched(to.columns, lastLine(a.columnWords), lastLine(b.columnWords)) +
    (a.words.length - kept) +
    (b.words.length - kept)
  );
}

function lastLine(lines: Lines): number {
  return lines.findLastIndex((words) => words.length > 0) + 1;
}

function unmatched(to: Int32Array, inA: number, inB: number): number {
  const matched = to.slice(0, inA).filter((place) => place >= 0 && place < inB).length;
  return inA + inB - 2 * matched;
}
