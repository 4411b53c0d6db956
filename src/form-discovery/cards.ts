/** Finds cards: labels with a place to fill beside each, several pairs in a row, under titles of blocks. */
import type { CellFill } from "../template/own-sheet";
import { isCaption, measureOf, UNIT } from "./captions";
import { fillOf } from "./card-fills";
import type { GridCell, SheetGrid } from "./grid";
import { bare, isCrossedOut, isMeasure, isNoteLine, isSignature, isStubHead, measureIn } from "./words";

export interface CardPair {
  /** Title of the block, labels from the outermost. */
  readonly path: readonly string[];
  /** Where the label is; null where it is in the cell to be filled. */
  readonly label: { readonly row: number; readonly column: number } | null;
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell;
  /** A unit of measure behind the place. */
  readonly measure?: string;
  /** What of the cell's text is to be filled. */
  readonly fill?: CellFill;
}

export interface Card {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly pairs: readonly CardPair[];
}

interface Row {
  readonly row: number;
  /** The text of a row that heads the ones below. */
  readonly title: string | null;
  readonly pairs: readonly CardPair[];
  /** A label with nothing behind it, at the end of what the sheet holds: it counts among others. */
  readonly isBare?: boolean;
}

const found = new WeakMap<SheetGrid, readonly Card[]>();

/** From top to bottom. */
export function findCards(grid: SheetGrid): readonly Card[] {
  let cards = found.get(grid);
  if (!cards) found.set(grid, (cards = search(grid)));
  return cards;
}

/** Is the row part of a card? */
export function isCardRow(grid: SheetGrid, row: number): boolean {
  return findCards(grid).some(({ top, bottom }) => row >= top && row <= bottom);
}

function search(grid: SheetGrid): Card[] {
  const rows = Array.from({ length: grid.rows }, (_, row) => readRow(grid, row));
  const cards: Card[] = [];
  let from = 0;
  for (let row = 0; row < rows.length; row++) {
    if (row < from || !isSeed(rows[row] ?? null)) continue;
    let [top, bottom] = [row, row];
    while (top - 1 >= from && isPart(rows[top - 1] ?? null, top - 1, rows)) top--;
    while (bottom + 1 < rows.length && isPart(rows[bottom + 1] ?? null, bottom + 1, rows)) bottom++;
    while (rows[bottom]?.pairs.length === 0 || rows[bottom]?.isBare) bottom--;
    while (rows[top]?.isBare) top++;
    top = belowLines(grid, rows, top, row);
    if (isTotalOf(rows[top] ?? null) && (rows[top + 1]?.title ?? null) !== null) top++;
    from = bottom + 1;
    const card = cardOf(rows.slice(top, bottom + 1).filter((each) => each !== null));
    if (card.pairs.length >= LEAST_PAIRS && !isUnderHead(grid, card)) cards.push(card);
  }
  return cards.length === 0 ? oneBelowTheOther(grid, rows) : cards;
}

/** The lines of a table above the card are not its own: headings are over their labels and over their places. */
function belowLines(grid: SheetGrid, rows: readonly (Row | null)[], from: number, seed: number): number {
  const pair = rows[from]?.pairs[0];
  if (!pair?.label || from === 0) return from;
  const places = [pair.label.column, pair.column, pair.cell.area.right + 1];
  const isHead = places.every((column) => {
    const { shows, area, text } = grid.at(from - 1, column);
    return shows === "text" && area.left === column && !isCaption(text);
  });
  let top = from;
  if (isHead) while (top < seed && rows[top]?.title === null && !isSeed(rows[top] ?? null)) top++;
  return top;
}

/** A total right above the title of the card belongs to what is above. */
function isTotalOf(row: Row | null): boolean {
  return (
    row?.pairs.length === 1 &&
    /^(?:本页)?(?:合计|总计|小计|累计)$/.test(bare(row.pairs[0]!.path.at(-1) ?? ""))
  );
}

const LEAST_PAIRS = 3;

/** Two places or more in one row: no line of a table has that. */
function isSeed(row: Row | null): boolean {
  if (row === null) return false;
  const columns = new Set(row.pairs.map(({ row: at, column }) => `${at} ${column}`));
  return columns.size > 1 || row.pairs.some(({ fill }) => fill !== undefined);
}

/** A title counts only between rows with pairs. */
function isPart(row: Row | null, at: number, rows: readonly (Row | null)[]): boolean {
  if (row === null) return false;
  if (row.title === null) return row.pairs.length > 0;
  return (rows[at + 1]?.pairs.length ?? 0) > 0;
}

function cardOf(rows: readonly Row[]): Card {
  let title: string | null = null;
  const pairs = rows.flatMap((row): CardPair[] => {
    if (row.title !== null) title = row.title;
    return row.pairs.map((pair) => (title === null ? pair : { ...pair, path: [title, ...pair.path] }));
  });
  const columns = pairs.flatMap(({ label, column }) => [label?.column ?? column, column]);
  return {
    top: rows[0]!.row,
    bottom: Math.max(rows.at(-1)!.row, ...pairs.map(({ cell }) => cell.area.bottom)),
    left: Math.min(...columns),
    right: Math.max(...columns, ...pairs.map(({ cell }) => cell.area.right)),
    pairs,
  };
}

/** Headings right over the labels and places, or further up such as come again: a table, or several beside each other. */
function isUnderHead(grid: SheetGrid, { top, pairs }: Card): boolean {
  const [first, ...others] = pairs.filter(({ row, label }) => row === top && label !== null);
  if (!first || others.length === 0) return false;
  for (let row = top - 1; row >= 0 && grid.filled(row).length > 0; row--) {
    const headOf = (column: number): string => {
      const { shows, area, text } = grid.at(row, column);
      return shows === "text" && area.left === column && area.right - area.left < 2 ? bare(text) : "";
    };
    const heads = ({ label, column }: CardPair): [string, string] => [headOf(label!.column), headOf(column)];
    const [ofLabel, ofPlace] = heads(first);
    const right = grid.filled(row).at(-1)!.cell.area.right;
    const isUnder = (pair: CardPair): boolean => {
      const [label, place] = heads(pair);
      // A text in the last column, with nothing behind it.
      if (label !== "" && pair.column > right) return true;
      if (label === "" || place === "") return false;
      return label === ofLabel || place === ofPlace || isStubHead(label);
    };
    const all = [first, ...others];
    const headed = all.filter((pair) => heads(pair).every((text) => text !== ""));
    if (row === top - 1 && headed.length * 2 >= all.length) return true;
    if (ofLabel !== "" && ofPlace !== "" && others.some(isUnder)) return true;
  }
  return false;
}

/** A sheet of nothing but labels, each with an empty cell beside it. */
function oneBelowTheOther(grid: SheetGrid, rows: readonly (Row | null)[]): Card[] {
  const single = (row: Row | null): row is Row =>
    row !== null && row.title === null && row.pairs.length === 1 && row.pairs[0]!.path.length === 1;
  for (let top = 0; top < rows.length; top++) {
    let bottom = top - 1;
    const column = rows[top]?.pairs[0]?.label?.column;
    while (single(rows[bottom + 1] ?? null) && rows[bottom + 1]!.pairs[0]!.label?.column === column) bottom++;
    const all = rows.slice(top, bottom + 1).filter((each) => each !== null);
    const isHeaded = isBelowHead(grid, top);
    if (all.length >= LEAST_ALONE && !isHeaded) return [cardOf(all)];
    // Lines under a head do not become a card from the second on.
    top = Math.max(top, bottom);
  }
  return [];
}

const LEAST_ALONE = 4;

/** Two texts or more in a row above, with no empty row between. */
function isBelowHead(grid: SheetGrid, row: number): boolean {
  for (let above = row - 1; above >= 0 && grid.filled(above).length > 0; above--)
    if (grid.filled(above).length > 1) return true;
  return false;
}

/** Labels and places of the row; null where it holds something that is neither. */
function readRow(grid: SheetGrid, row: number): Row | null {
  const cells = tokensOf(grid, row);
  const texts = cells.filter(({ shows }) => shows !== "empty");
  const own = texts.filter(({ area }) => area.top === row);
  if (own.length === 0) return null;
  if (own.some(({ text, written }) => isSignature(text) || isNoteLine(text) || isCaptionLine(text, written)))
    return null;
  const [only] = own;
  if (own.length === 1 && texts.length === 1 && isTitle(grid, only!)) return titleRow(row, only!);
  if (own.length === 1 && cells.at(-1) === only && only!.shows === "text" && fillOf(only!.written) === null)
    return { row, title: null, pairs: [barePair(grid, only!)], isBare: true };
  const pairs = pairsIn(cells, row, grid);
  return pairs === null || pairs.length === 0 ? null : { row, title: null, pairs };
}

/** 填报单位： above a card; a label without a colon belongs to the card. */
function isCaptionLine(text: string, written: string): boolean {
  if (UNIT.test(text)) return text.includes(":");
  // `培训：场次（场）` asks for a number.
  if (measureIn(text) !== null && measureOf(text) === null) return false;
  // 单位性质 is no unit of measure.
  const isLabel = text.startsWith("单位") && measureOf(text) === null && !text.includes(":");
  return isCaption(text) && !isLabel && fillOf(written) === null;
}

function isTitle(grid: SheetGrid, { shows, area, text, written }: GridCell): boolean {
  const isWide = area.right - area.left + 1 >= Math.max(3, grid.columns * 0.6);
  if (shows !== "text" || text.length > 40 || fillOf(written) !== null) return false;
  return isWide || (/[表卡册账]$/.test(bare(text)) && isFirstText(grid, area.top));
}

/** Nobody merged the cells of the title. */
function isFirstText(grid: SheetGrid, row: number): boolean {
  for (let above = 0; above < row; above++) if (grid.filled(above).length > 0) return false;
  return grid.filled(row).length === 1;
}

function titleRow(row: number, { text }: GridCell): Row {
  return { row, title: text.replace(/^[一二三四五六七八九十]+[、.]\s*/, ""), pairs: [] };
}

/** What begins in the row or reaches into it from above, from left to right. */
function tokensOf(grid: SheetGrid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.columns; column++) {
    const cell = grid.at(row, column);
    if (cell.area.left === column) cells.push(cell);
  }
  return cells;
}

function barePair(grid: SheetGrid, { text, area }: GridCell): CardPair {
  const column = area.right + 1;
  const label = { row: area.top, column: area.left };
  return { path: [text], label, row: area.top, column, cell: grid.at(area.top, column) };
}

/** `NG5722`, `6188`: a line of a table, not a label. */
const CODE_OR_FIGURE = /^[A-Za-z]{0,4}[-.]?\d[\d.,]*%?$/;

function pairsIn(cells: readonly GridCell[], row: number, grid: SheetGrid): CardPair[] | null {
  const pairs: CardPair[] = [];
  let parent: string | null = null;
  let label: GridCell | null = null;
  let labels = 0;
  const path = (name: string): string[] => (parent === null ? [name] : [parent, name]);
  const put = (name: string, at: GridCell | null, cell: GridCell, fill?: CellFill): void => {
    const { top, left } = cell.area;
    const place = at === null ? null : { row: at.area.top, column: at.area.left };
    pairs.push({
      path: path(name),
      label: place,
      row: top,
      column: left,
      cell,
      ...(fill === undefined ? {} : { fill }),
    });
    label = null;
    labels = 0;
  };
  for (const cell of cells) {
    const isAbove = cell.area.top < row;
    if (cell.shows === "empty") {
      if (label !== null && !isAbove) put(label.text, label, cell);
      continue;
    }
    if (cell.shows === "text" && isCrossedOut(cell.text)) {
      label = null;
      continue;
    }
    if (cell.shows !== "text") {
      if (label === null || isAbove) return null;
      put(label.text, label, cell);
      continue;
    }
    if (isAbove) {
      parent = cell.text;
      continue;
    }
    const fills = fillOf(cell.written);
    if (fills !== null) {
      for (const { name, fill } of fills)
        put(label === null ? name : nameUnder(label.text, name, fills.length), label, cell, fill);
      continue;
    }
    const last = pairs.at(-1);
    if (isMeasure(cell.text) && label === null && last) {
      pairs[pairs.length - 1] = { ...last, measure: bare(cell.text) };
      continue;
    }
    if (CODE_OR_FIGURE.test(cell.text)) return null;
    if (label !== null) {
      if (isStubHead(label.text) || ++labels > 1) return null;
      parent = label.text;
    }
    label = cell;
  }
  if (label === null) return pairs;
  // The last label's place is behind everything that the sheet holds.
  const { area, text }: GridCell = label;
  if (pairs.length === 0) return null;
  put(text, label, grid.at(row, area.right + 1));
  return pairs;
}

function nameUnder(label: string, name: string, count: number): string {
  return count === 1 || name === "" ? label : `${label} ${name}`;
}
