/** What a unit wrote at the places for its name and the period on an office's own form. */
import type { Caption } from "../../template/own-sheet";
import type { Place } from "../../findings/finding";
import { fromSerial, isDateFormat, isoDay } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { at as cellAt, carries, place, type Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";

/** Titles and lines that were added above push a caption down so far. */
const MOST_ADDED = 5;

/**
 * Behind the label in its own cell, else in the next cell that holds something; where the blank has no label, in the
 * cell itself, or below it a text that `isMeant`. Null where nothing is written.
 */
export function textAtCaption(
  grid: Grid,
  caption: Caption,
  isMeant: (text: string) => boolean,
): { readonly text: string; readonly place: Place } | null {
  return caption.label === "" ? withoutLabel(grid, caption, isMeant) : behindLabel(grid, caption);
}

function behindLabel(grid: Grid, { row, label }: Caption): { text: string; place: Place } | null {
  const wanted = compact(label);
  for (const [at, cells] of grid.rows) {
    if (at > row + MOST_ADDED) return null;
    for (const [i, cell] of cells.entries()) {
      const text = compact(rawText(cell));
      if (!text.startsWith(wanted)) continue;
      const next = cells.slice(i + 1).find(carries);
      const rest = text.slice(wanted.length);
      const said = rest !== "" ? rest : next ? written(next) : "";
      return said === "" ? null : { text: said, place: place(grid, cell.row, cell.column) };
    }
  }
  return null;
}

function withoutLabel(
  grid: Grid,
  { row, column }: Caption,
  isMeant: (text: string) => boolean,
): { text: string; place: Place } | null {
  for (let at = row; at <= row + MOST_ADDED; at++) {
    const cell = cellAt(grid, at, column);
    const text = cell ? written(cell) : "";
    if (isMeant(text)) return { text, place: place(grid, at, column) };
  }
  return null;
}

/** A day that is stored as a number, as the day. */
function written(cell: Cell): string {
  const day = typeof cell.value === "number" && isDateFormat(cell.format) ? fromSerial(cell.value) : null;
  return day ? isoDay(day) : rawText(cell).trim();
}
