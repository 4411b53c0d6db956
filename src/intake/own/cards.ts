/** Cards on a unit's sheet: every place to fill is found by its label. */
import type { OwnCell } from "../../template/own-sheet";
import { writtenInto } from "../../template/cell-fill";
import type { Indicator } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { toA1 } from "../../workbook/address";
import { groupBy } from "../../workbook/group-by";
import type { Cell } from "../../workbook/workbook";
import { readEntry } from "../align/entry";
import { offTemplate } from "../align/extra-rows";
import { shapeFinding } from "../findings";
import { at, place, sheetPlace, type Grid } from "../grid";
import { inOneLine, plainLabel } from "../labels";
import type { ReadSettings } from "../normalise";
import { rawText } from "../normalise/clean";
import type { Line, OffTemplate } from "../submission";
import type { CardLayout, CardPlace, Spot } from "./card-layout";
import { areAlike } from "./likeness";

export interface PlacedCard {
  readonly layout: CardLayout;
  readonly places: ReadonlyMap<CardPlace, Spot>;
  readonly findings: readonly Finding[];
}

/** Are all labels where the blank has them? */
export function areCardsInPlace(grid: Grid, { places }: CardLayout): boolean {
  return places.every((each) => bearsLabel(grid, each.label, each));
}

function bearsLabel(grid: Grid, { row, column }: Spot, { words, isInside }: CardPlace): boolean {
  const cell = at(grid, row, column);
  if (words === "") return true;
  const text = cell ? plainLabel(rawText(cell)) : "";
  return isInside ? text === "" || cell?.kind === "number" || text.includes(words) : text === words;
}

export function placeCard(grid: Grid, layout: CardLayout): PlacedCard {
  const findings: Finding[] = [];
  const labels = new Map<string, Spot[]>();
  for (const [row, cells] of grid.rows)
    for (const cell of cells)
      if (cell.kind === "text") {
        const text = plainLabel(rawText(cell));
        labels.set(text, [...(labels.get(text) ?? []), { row, column: cell.column }]);
      }
  const spots = new Map<CardPlace, Spot>();
  const taken = new Set<string>();
  const take = (each: CardPlace, spot: Spot): void => {
    spots.set(each, spot);
    taken.add(toA1(spot.row, spot.column));
  };
  const groups = groupBy(layout.places, ({ words, isInside }) => `${isInside} ${words}`);
  const unsure: [CardPlace[], Spot[]][] = [];
  for (const group of groups.values()) {
    const { words, isInside } = group[0]!;
    const there = isInside ? spotsInside(labels, words) : (labels.get(words) ?? []);
    if (words !== "" && there.length === group.length) group.forEach((each, i) => take(each, there[i]!));
    else unsure.push([group, there]);
  }
  for (const [group, there] of unsure)
    for (const each of group) {
      const expected = expectedAt(each, spots);
      const open = there.filter(({ row, column }) => !taken.has(toA1(row, column)));
      const near = open.sort((a, b) => distance(a, expected) - distance(b, expected))[0];
      if (each.words !== "" && near) take(each, near);
      else if (each.words === "" || isFilledOver(grid, each, expected, layout)) take(each, expected);
      else if (isReworded(grid, each, expected, layout)) {
        take(each, expected);
        findings.push(reworded(grid, each, expected));
      } else findings.push(missing(grid, each));
    }
  return {
    layout,
    places: new Map([...spots].map(([each, spot]) => [each, valueAt(grid, each, spot)])),
    findings,
  };
}

export function cardInPlace(layout: CardLayout): PlacedCard {
  return { layout, places: new Map(layout.places.map((each) => [each, each])), findings: [] };
}

function spotsInside(labels: ReadonlyMap<string, Spot[]>, words: string): Spot[] {
  return [...labels].flatMap(([text, spots]) => (words !== "" && text.startsWith(words) ? spots : []));
}

/** As far from its place in the blank as the nearest label before it. */
function expectedAt({ label }: CardPlace, spots: ReadonlyMap<CardPlace, Spot>): Spot {
  const known = [...spots].sort((a, b) => distance(a[0].label, label) - distance(b[0].label, label))[0];
  if (!known) return { row: label.row, column: label.column };
  const [{ label: before }, now] = known;
  return { row: label.row + now.row - before.row, column: label.column + now.column - before.column };
}

function distance(a: Spot, b: Spot): number {
  return Math.abs(a.row - b.row) * 100 + Math.abs(a.column - b.column);
}

/** Something stands in the cell that the unit was to fill in between the words, and it is no other place's. */
function isFilledOver(grid: Grid, { isInside }: CardPlace, spot: Spot, { places }: CardLayout): boolean {
  const cell = isInside ? at(grid, spot.row, spot.column) : undefined;
  if (!cell || cell.kind === "empty") return false;
  const text = plainLabel(rawText(cell));
  return !places.some(({ words }) => words !== "" && text.startsWith(words));
}

function isReworded(grid: Grid, { words, isInside }: CardPlace, spot: Spot, { places }: CardLayout): boolean {
  const cell = at(grid, spot.row, spot.column);
  if (!cell || cell.kind !== "text" || isInside) return false;
  const text = plainLabel(rawText(cell));
  return areAlike(text, words) && !places.some((other) => other.words === text);
}

function reworded(grid: Grid, { line, cells }: CardPlace, { row, column }: Spot): Finding {
  const found = inOneLine(rawText(at(grid, row, column)!));
  const params = { found, expected: inOneLine(line.path.at(-1) ?? line.key), variant: "label" };
  return shapeFinding("D22", "note", place(grid, row, column), params, cells[0]!.item ?? null);
}

function missing(grid: Grid, { line, cells }: CardPlace): Finding {
  const params = { name: inOneLine(line.path.join(" › ")), variant: "cardPlace" };
  return shapeFinding("D21", "explain", sheetPlace(grid), params, cells[0]!.item ?? null);
}

/** As far from the label as in the blank; behind its merged area where it is directly beside it. */
function valueAt(grid: Grid, { row, column, label, isInside, width }: CardPlace, spot: Spot): Spot {
  if (isInside) return spot;
  const merge = grid.sheet.merges.find(({ top, left }) => top === spot.row && left === spot.column);
  const isBeside = row === label.row && column === label.column + width;
  return {
    row: spot.row + row - label.row,
    column: isBeside ? (merge?.right ?? spot.column) + 1 : spot.column + column - label.column,
  };
}

export interface ReadCard {
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly offTemplate: readonly OffTemplate[];
}

export function readCard(
  grid: Grid,
  { places, findings: found }: PlacedCard,
  items: ReadonlyMap<string, Indicator>,
  settings: ReadSettings,
): ReadCard {
  const lines: Line[] = [];
  const findings: Finding[] = [...found];
  const off: OffTemplate[] = [];
  for (const [{ cells }, spot] of places)
    for (const own of cells) {
      const indicator = own.item === undefined ? undefined : items.get(own.item);
      if (!indicator) continue;
      const seen = withWritten(grid, own, spot);
      if (seen === null) {
        const cell = at(grid, spot.row, spot.column)!;
        const params = { found: inOneLine(rawText(cell)), variant: "gap", name: indicator.name };
        findings.push(shapeFinding("D22", "explain", place(grid, spot.row, spot.column), params, own.item));
        off.push(offTemplate(grid, cell));
        continue;
      }
      const subject = { indicator: indicator.code, name: indicator.name };
      const read = readEntry(seen, spot.row, spot.column, indicator, subject, settings);
      findings.push(...read.findings);
      lines.push({ code: indicator.code, current: read.entry, lastYear: null, reason: "" });
    }
  return { lines, findings, offTemplate: off };
}

/** The sheet as if the cell held nothing but what the unit filled in; null where that cannot be said. */
function withWritten(grid: Grid, { fill, holds }: OwnCell, { row, column }: Spot): Grid | null {
  const cell = at(grid, row, column);
  if (fill === undefined || !cell || cell.kind === "empty") return grid;
  if (cell.kind === "number")
    return fill.kind === "gap" && fill.index === 0 ? grid : withText(grid, cell, "");
  const text = rawText(cell);
  const written = writtenInto(fill, String(holds ?? ""), text);
  if (fill.kind === "gap") return written === null ? null : withText(grid, cell, written);
  if (fill.option === undefined) return withText(grid, cell, written ?? text);
  if (!written) return withText(grid, cell, "");
  return withText(grid, cell, written.split("、").includes(fill.option) ? "是" : "否");
}

function withText(grid: Grid, cell: Cell, text: string): Grid {
  const { formula: _, ...rest } = cell;
  const isFigure = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text);
  const changed: Cell = isFigure
    ? { ...rest, kind: "number", value: Number(text) }
    : { ...rest, kind: "text", value: text };
  const row = (grid.rows.get(cell.row) ?? []).flatMap((each) =>
    each !== cell ? [each] : text === "" ? [] : [changed],
  );
  return { ...grid, rows: new Map([...grid.rows, [cell.row, row]]) };
}

/** Addresses of everything that belongs to the card: its places and labels. */
export function cellsOfCard({ places }: PlacedCard): string[] {
  return [...places.values()].map(({ row, column }) => toA1(row, column));
}

/** The rows from its first to its last place. */
export function rowsOfCard({ places }: PlacedCard): { readonly top: number; readonly bottom: number } | null {
  const rows = [...places.values()].map(({ row }) => row);
  return rows.length === 0 ? null : { top: Math.min(...rows), bottom: Math.max(...rows) };
}
