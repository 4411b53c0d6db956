/** Where lists are on a unit's sheet: their heads, on each page and beside each other, and the rows below them. */
import type { Finding } from "../../findings/finding";
import { FOOT } from "../align/extra-rows";
import { isRescaled } from "../align/measures";
import { isTotalLabel } from "../align/own-totals";
import { rowTexts } from "../align/form-columns";
import { titleAbove } from "../align/titles";
import { isColumnNumberRow } from "../columns";
import { shapeFinding } from "../findings";
import { carries, place, textAt, type Grid } from "../grid";
import { inOneLine, plainLabel } from "../labels";
import { compact, rawText } from "../normalise/clean";
import { findHeads, type Head } from "./list-head";
import type { ListColumnLayout, ListLayout } from "./list-layout";
import { specOf } from "./list-specs";

export interface PlacedList {
  readonly layout: ListLayout;
  /** From top to bottom; none where no head was found. */
  readonly frames: readonly Frame[];
}

/** Records under a head, or under several side by side. */
export interface Frame {
  readonly heads: readonly [Head, ...Head[]];
  /** The rows of the head, and of the title repeated above it. */
  readonly headRows: readonly number[];
  /** Rows below that belong to the list: records, totals, and rows that were left empty. */
  readonly rows: readonly number[];
}

/** @param regions rows at which something else of the form begins */
export function placeLists(
  grid: Grid,
  layouts: readonly ListLayout[],
  regions: readonly number[] = [],
): PlacedList[] {
  const found = layouts.map((layout) => ({ layout, heads: findHeads(grid, layout) }));
  const own = found.map((each) => ({
    ...each,
    heads: each.heads.filter((head) => !found.some((other) => other !== each && claims(other, each, head))),
  }));
  return own.map(({ layout, heads }) => {
    const others = own.flatMap((other) => (other.layout === layout ? [] : other.heads.map(({ top }) => top)));
    return { layout, frames: framesOf(grid, layout, heads, [...regions, ...others]) };
  });
}

interface Found {
  readonly layout: ListLayout;
  readonly heads: readonly Head[];
}

/** Does another list know more of its columns in the same rows? Lists of one form have headings in common. */
function claims(other: Found, { layout }: Found, head: Head): boolean {
  const share = (list: ListLayout, { at }: Head): number => at.size / list.columns.length;
  return other.heads.some(
    (rival) =>
      rival.top <= head.row &&
      rival.row >= head.top &&
      [...rival.at.values()].some((column) => [...head.at.values()].includes(column)) &&
      share(other.layout, rival) > share(layout, head),
  );
}

function framesOf(
  grid: Grid,
  layout: ListLayout,
  heads: readonly Head[],
  starts: readonly number[],
): Frame[] {
  const rows = [...new Set(heads.map(({ row }) => row))];
  const byRow = rows.map((row) => heads.filter((head) => head.row === row) as [Head, ...Head[]]);
  const begins = byRow.map(([{ top }], i) => (i === 0 ? top : titleAbove(grid, top, rows[i - 1]!)));
  return byRow.map((beside, i) => {
    const row = rows[i]!;
    const until = Math.min(begins[i + 1] ?? Infinity, ...starts.filter((start) => start > row));
    return {
      heads: beside,
      headRows: [...grid.rows.keys()].filter((each) => each >= begins[i]! && each <= row),
      rows: rowsBelow(grid, layout, row, until),
    };
  });
}

/** Rows that hold something, down to a foot, to what the blank says below the list, or to where something else begins. */
function rowsBelow(grid: Grid, { below }: ListLayout, head: number, until: number): number[] {
  const rows: number[] = [];
  for (const [row, cells] of grid.rows) {
    if (row <= head) continue;
    if (row >= until) break;
    const first = cells.find(carries);
    if (first) {
      const text = rawText(first).trim();
      const isBelow = first.kind === "text" && !isTotalLabel(text) && isSaid(below, plainLabel(text));
      if (FOOT.test(text) || isBelow) break;
    }
    if (rows.length === 0 && isColumnNumberRow(rowTexts(grid, row))) continue;
    rows.push(row);
  }
  return rows;
}

/** The same text, or a caption with something behind it. */
function isSaid(below: ReadonlySet<string>, text: string): boolean {
  return below.has(text) || [...below].some((each) => text.startsWith(`${each}:`));
}

/**
 * D20 for columns that are missing or moved, D22 for other words, D34 for another measure.
 * @param issued the sheet bears our identity: what is missing from it was taken out
 */
export function headFindings(
  grid: Grid,
  { layout, frames }: PlacedList,
  issued: boolean,
): readonly Finding[] {
  const head = frames[0]?.heads[0];
  if (!head) return [];
  const { columns, own } = layout;
  return [
    ...columns.flatMap((column) => {
      if (head.at.has(column.name)) return headingFinding(grid, layout, column, head);
      const { required, personal } = column.column;
      // Nobody is asked for names that we leave out, nor for what a sheet of the unit's own need not have.
      if (own === null ? !required && !issued : personal) return [];
      const params = { variant: "missing", heading: inOneLine(column.heading) };
      const severity = own === null || required ? "mustFix" : "explain";
      return [shapeFinding("D20", severity, place(grid, head.row, 0), params)];
    }),
    ...moved(grid, columns, head),
  ];
}

function headingFinding(
  grid: Grid,
  { own }: ListLayout,
  { name, column, heading }: ListColumnLayout,
  head: Head,
): Finding[] {
  const { row, text: found } = head.headings.get(name)!;
  const where = place(grid, row, head.at.get(name)!);
  const isSame = own === null ? found === heading : plainLabel(found) === plainLabel(heading);
  if (isSame || (column.kind === "amount" && found === `${heading}（元）`)) return [];
  const { measure } = specOf(column);
  const counted = /\(([^()]*)\)$/.exec(compact(found))?.[1] ?? "";
  const isCounted = column.kind === "whole" || column.kind === "decimal" || column.kind === "amount";
  if (isCounted && isRescaled(counted, measure)) {
    const params = { variant: "heading", name, found: counted, expected: measure };
    return [shapeFinding("D34", "explain", where, params)];
  }
  const params = { variant: "label", found: inOneLine(found), expected: inOneLine(heading) };
  return [shapeFinding("D22", "note", where, params)];
}

/** The first column that is left of one that the template puts ahead of it. */
function moved(grid: Grid, columns: readonly ListColumnLayout[], head: Head): Finding[] {
  const present = columns.flatMap(({ name, heading }) =>
    head.at.has(name) ? [{ name, heading, at: head.at.get(name)! }] : [],
  );
  const late = present.find(({ at }, i) => present.slice(0, i).some((before) => before.at > at));
  if (!late) return [];
  const params = { variant: "moved", heading: inOneLine(late.heading) };
  return [shapeFinding("D20", "note", place(grid, head.headings.get(late.name)!.row, late.at), params)];
}

/** The rows of the sheet from the heads to the last ones below them. */
export function rowsOfList({ frames }: PlacedList): ReadonlySet<number> {
  return new Set(frames.flatMap(({ headRows, rows }) => [...headRows, ...rows]));
}

/** The last of the rows that the frame numbers; null where it numbers none. */
export function lastNumbered(grid: Grid, { ordinal }: Head, rows: readonly number[]): number | null {
  if (ordinal === null) return null;
  return rows.findLast((row) => /^\d+$/.test(textAt(grid, row, ordinal))) ?? null;
}
