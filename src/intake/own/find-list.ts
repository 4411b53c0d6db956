/** Where the lists of an office's own form are on a unit's sheet: their heads, on each page, and the rows below them. */
import type { Finding } from "../../findings/finding";
import { isOrdinalHeading } from "../columns";
import { FOOT } from "../align/extra-rows";
import { isTotalLabel } from "../align/own-totals";
import type { StrangeColumn } from "../align/renamed";
import { shapeFinding } from "../findings";
import { carries, mergeAt, place, shownAt, sheetPlace, type Grid } from "../grid";
import { inOneLine, plainLabel } from "../labels";
import { rawText } from "../normalise/clean";
import { areAlike } from "./likeness";
import type { ListLayout } from "./list-layout";

export interface PlacedList {
  readonly layout: ListLayout;
  /** By the keys of its columns; what is not there is absent. Empty where no head was found. */
  readonly columns: ReadonlyMap<string, number>;
  /** The column that numbers the records. */
  readonly ordinal: number | null;
  readonly headRows: readonly number[];
  /** Rows below the heads that belong to the list: records, totals, and rows that were left empty. */
  readonly rows: readonly number[];
  /** Columns of the unit's own. */
  readonly strange: readonly StrangeColumn[];
  readonly findings: readonly Finding[];
}

interface Head {
  readonly top: number;
  readonly bottom: number;
  readonly at: ReadonlyMap<string, number>;
  /** How many columns have all of their headings there. */
  readonly exact: number;
}

/** @param regions rows at which something else of the form begins */
export function placeLists(
  grid: Grid,
  layouts: readonly ListLayout[],
  regions: readonly number[],
): PlacedList[] {
  const heads = new Map(layouts.map((layout) => [layout, headsOf(grid, layout)]));
  const starts = [...regions, ...[...heads.values()].flatMap((all) => all.map(({ top }) => top))];
  return layouts.map((layout) => placeList(grid, layout, heads.get(layout)!, starts));
}

function placeList(
  grid: Grid,
  layout: ListLayout,
  heads: readonly Head[],
  starts: readonly number[],
): PlacedList {
  const [first] = heads;
  if (!first) return { layout, columns: new Map(), ordinal: null, headRows: [], rows: [], strange: [], findings: [headless(grid, layout)] }; // prettier-ignore
  const { at, findings } = withReworded(grid, layout, first);
  const ordinal = ordinalOf(grid, first, at);
  const own = new Set(heads.map(({ top }) => top));
  const next = Math.min(...starts.filter((row) => row > first.bottom && !own.has(row)));
  const headRows = heads.flatMap(({ top, bottom }) => rowsBetween(grid, top, bottom));
  return {
    layout,
    columns: at,
    ordinal,
    headRows,
    rows: rowsOf(grid, layout, first, next).filter((row) => !headRows.includes(row)),
    strange: strangeIn(grid, first, at, ordinal),
    findings,
  };
}

function rowsBetween(grid: Grid, top: number, bottom: number): number[] {
  return [...grid.rows.keys()].filter((row) => row >= top && row <= bottom);
}

/** Every row in which the head is, the first one and those that are repeated on further pages. */
function headsOf(grid: Grid, layout: ListLayout): Head[] {
  const { list, columns } = layout;
  const height = list.head.last - list.head.first + 1;
  const words = new Set(columns.flatMap(({ heads }) => heads.slice(-1)));
  const candidates: Head[] = [];
  for (const [row, cells] of grid.rows) {
    if (!cells.some((cell) => cell.kind === "text" && words.has(plainLabel(rawText(cell))))) continue;
    for (let bottom = row; bottom < row + height; bottom++) {
      const head = headIn(grid, layout, Math.max(0, bottom - height + 1), bottom);
      if (head.at.size >= Math.min(2, columns.length)) candidates.push(head);
    }
  }
  const best = candidates.toSorted((a, b) => b.exact - a.exact || b.at.size - a.at.size || a.top - b.top)[0];
  if (!best) return [];
  const least = Math.max(2, best.at.size / 2);
  const found: Head[] = [best];
  for (const head of candidates.toSorted((a, b) => b.exact - a.exact || b.at.size - a.at.size))
    if (head.at.size >= least && found.every(({ top, bottom }) => head.bottom < top || head.top > bottom))
      found.push(head);
  return found.filter(({ top }) => top >= best.top).sort((a, b) => a.top - b.top);
}

/** The columns whose last heading is the lowest text over them. */
function headIn(grid: Grid, { columns }: ListLayout, top: number, bottom: number): Head {
  const paths = new Map<number, readonly string[]>();
  const there = new Set(
    rowsBetween(grid, top, bottom).flatMap((row) =>
      grid.rows.get(row)!.flatMap(({ column, row: at }) => {
        const merge = mergeAt(grid, at, column);
        return merge
          ? Array.from({ length: merge.right - merge.left + 1 }, (_, i) => merge.left + i)
          : [column];
      }),
    ),
  );
  for (const column of [...there].sort((a, b) => a - b)) paths.set(column, pathAt(grid, column, top, bottom));
  const at = new Map<string, number>();
  const taken = new Set<number>();
  let exact = 0;
  const take = (isMeant: (path: readonly string[], heads: readonly string[]) => boolean): number => {
    let count = 0;
    for (const { own, heads } of columns) {
      if (at.has(own.key)) continue;
      const found = [...paths].find(([column, path]) => !taken.has(column) && isMeant(path, heads));
      if (!found) continue;
      at.set(own.key, found[0]);
      taken.add(found[0]);
      count++;
    }
    return count;
  };
  exact = take(
    (path, heads) => path.length >= heads.length && path.slice(-heads.length).join("\n") === heads.join("\n"),
  );
  take((path, heads) => path.length > 0 && path.at(-1) === heads.at(-1));
  return { top, bottom, at, exact };
}

/** What a reader sees over the column, from the top; of a merged heading once. */
function pathAt(grid: Grid, column: number, top: number, bottom: number): string[] {
  const path: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const text = plainLabel(shownAt(grid, row, column));
    if (text !== "" && path.at(-1) !== text) path.push(text);
  }
  return path;
}

/** Headings in other words between known ones, or at their place in the blank: D22, a note. */
function withReworded(
  grid: Grid,
  { columns, list }: ListLayout,
  { at, top, bottom }: Head,
): { at: ReadonlyMap<string, number>; findings: readonly Finding[] } {
  const found = new Map(at);
  const findings: Finding[] = [];
  const taken = new Set(found.values());
  for (const [i, { own, heads, column }] of columns.entries()) {
    if (found.has(own.key)) continue;
    const before = columns.slice(0, i).findLast((each) => found.has(each.own.key))?.own;
    const after = columns.slice(i + 1).find((each) => found.has(each.own.key))?.own;
    const near = before ?? after;
    const expected = near ? own.column + found.get(near.key)! - near.column : own.column;
    const text = pathAt(grid, expected, top, bottom).at(-1) ?? "";
    const isBetween =
      before !== undefined &&
      after !== undefined &&
      found.get(after.key)! - found.get(before.key)! === after.column - before.column;
    if (taken.has(expected) || text === "" || !(isBetween || areAlike(text, heads.at(-1) ?? ""))) {
      if (!column.personal) findings.push(missing(grid, bottom, own.heads.at(-1) ?? own.key));
      continue;
    }
    found.set(own.key, expected);
    taken.add(expected);
    const params = {
      variant: "label",
      found: inOneLine(shownAt(grid, bottom, expected)),
      expected: inOneLine(own.heads.at(-1) ?? list.list),
    };
    findings.push(shapeFinding("D22", "note", place(grid, bottom, expected), params));
  }
  return { at: found, findings };
}

function missing(grid: Grid, row: number, heading: string): Finding {
  return shapeFinding("D20", "explain", place(grid, row, 0), {
    variant: "missing",
    heading: inOneLine(heading),
  });
}

/** D18: nothing of the list's head is there. */
function headless(grid: Grid, { detail }: ListLayout): Finding {
  const params = { variant: "headless", id: detail.id, title: detail.title };
  return shapeFinding("D18", "explain", sheetPlace(grid), params);
}

/** The column of numbers left of the others. */
function ordinalOf(grid: Grid, { top, bottom }: Head, at: ReadonlyMap<string, number>): number | null {
  const left = Math.min(...at.values());
  for (let column = 0; column < left; column++)
    if (pathAt(grid, column, top, bottom).some(isOrdinalHeading)) return column;
  return null;
}

/** Headings among the list's, or right behind them, that are none of its own. */
function strangeIn(
  grid: Grid,
  { top, bottom }: Head,
  at: ReadonlyMap<string, number>,
  ordinal: number | null,
): StrangeColumn[] {
  const taken = new Set(at.values());
  const strange: StrangeColumn[] = [];
  const right = Math.max(...taken);
  for (let column = ordinal ?? Math.min(...taken); ; column++) {
    const merge = mergeAt(grid, bottom, column);
    const isFirst = merge === undefined || merge.left === column;
    const text = isFirst ? pathAt(grid, column, top, bottom).at(-1) : undefined;
    if (column > right && text === undefined) return strange;
    if (text === undefined || taken.has(column) || column === ordinal) continue;
    strange.push({ column, row: bottom, heading: inOneLine(shownAt(grid, bottom, column)) });
  }
}

/** Rows below the head down to where something else begins: another region, a foot, what the blank says below. */
function rowsOf(grid: Grid, { below }: ListLayout, { bottom }: Head, next: number): number[] {
  const rows: number[] = [];
  for (const [row, cells] of grid.rows) {
    if (row <= bottom) continue;
    if (row >= next) break;
    const first = cells.find(carries);
    if (first) {
      const text = rawText(first).trim();
      const isBelow = first.kind === "text" && !isTotalLabel(text) && isSaid(below, plainLabel(text));
      if (FOOT.test(text) || isBelow) break;
    }
    rows.push(row);
  }
  return rows;
}

/** The same text, or a caption with something behind it. */
function isSaid(below: ReadonlySet<string>, text: string): boolean {
  return below.has(text) || [...below].some((each) => text.startsWith(`${each}:`));
}
