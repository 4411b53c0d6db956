/**
 * Cards on a unit's sheet, the cover among them: every place to fill is found by its label. The value is beside it, as in
 * the blank, or behind a colon in the same cell.
 */
import type { OwnCell } from "../../template/own-sheet";
import { writtenInto } from "../../template/cell-fill";
import type { Indicator } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { toA1 } from "../../workbook/address";
import { groupBy } from "../../workbook/group-by";
import type { Cell } from "../../workbook/workbook";
import { readEntry } from "../align/entry";
import { offTemplate } from "../align/extra-rows";
import { columnOfHeading } from "../columns";
import { cellFinding, shapeFinding } from "../findings";
import { at, carries, place, sheetPlace, type Grid } from "../grid";
import { inOneLine, plainLabel } from "../labels";
import { normalise, type Reading, type ReadSettings } from "../normalise";
import { rawText } from "../normalise/clean";
import { readDateText } from "../normalise/dates";
import type { Line, OffTemplate } from "../submission";
import type { CardLayout, CardPlace, PrintedCard, Spot } from "./card-layout";
import { areAlike } from "./likeness";

export interface PlacedCard {
  readonly layout: CardLayout;
  readonly places: ReadonlyMap<CardPlace, Filled>;
  readonly findings: readonly Finding[];
}

interface Filled extends Spot {
  /** The value, where it is behind the label in one cell. */
  readonly inline?: string;
}

/** `单位名称：台上镇`. */
const INLINE = /^([^:：]{2,12})[:：]\s*(.*)$/s;

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
  const inOtherWords = groupBy(otherWords(grid, layout), ({ words }) => words);
  const spots = new Map<CardPlace, Filled>();
  const taken = new Set<string>();
  const take = (each: CardPlace, spot: Filled): void => {
    spots.set(each, spot);
    taken.add(toA1(spot.row, spot.column));
  };
  const groups = groupBy(layout.places, ({ words, isInside }) => `${isInside} ${words}`);
  const unsure: [CardPlace[], Filled[]][] = [];
  for (const group of groups.values()) {
    const { words, isInside } = group[0]!;
    const same = isInside ? spotsInside(labels, words) : (labels.get(words) ?? []);
    const isMissing = !isInside && same.length < group.length;
    const there = isMissing ? [...same, ...(inOtherWords.get(words) ?? [])] : same;
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
      } else if (!layout.printed) findings.push(missing(grid, each));
    }
  const under = layout.printed && columnUnderHead(grid, layout.printed);
  return {
    layout,
    places: new Map([...spots].map(([each, spot]) => [each, valueAt(grid, layout, each, spot, under)])),
    findings: [...findings, ...[...spots].flatMap(([each, spot]) => reworded(grid, layout, each, spot))],
  };
}

interface OtherWords extends Filled {
  /** Of the place that is meant. */
  readonly words: string;
}

/** Labels that are not the blank's to the letter, and those with their value behind a colon. */
function otherWords(grid: Grid, { labels }: CardLayout): OtherWords[] {
  return [...grid.rows].flatMap(([row, cells]) =>
    cells.flatMap((cell): OtherWords[] => {
      if (cell.kind !== "text") return [];
      const { column } = cell;
      const text = rawText(cell).trim();
      const whole = labels.find(text);
      if (whole) return plainLabel(text) === whole.words ? [] : [{ words: whole.words, row, column }];
      const [, label, inline] = INLINE.exec(text) ?? [];
      const place = label === undefined ? null : labels.find(label);
      return place ? [{ words: place.words, row, column, inline: inline!.trim() }] : [];
    }),
  );
}

/** The column under a head 填写内容, if the cover has one. */
function columnUnderHead(grid: Grid, { columns }: PrintedCard): number | null {
  for (const cells of grid.rows.values()) {
    const meanings = cells.map((cell) => columnOfHeading(rawText(cell), columns, null));
    if (meanings.filter((meaning) => meaning !== null).length < 2) continue;
    return cells[meanings.indexOf("value")]?.column ?? null;
  }
  return null;
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

/** Something is in the cell that the unit was to fill in between the words, and it is no other place's. */
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

/** D22: a label in other words. A colon behind it is how cards are written. */
function reworded(
  grid: Grid,
  { printed }: CardLayout,
  { line, cells, words, isInside }: CardPlace,
  { row, column, inline }: Filled,
): Finding[] {
  const cell = at(grid, row, column);
  if (isInside || words === "" || inline !== undefined || cell?.kind !== "text") return [];
  const found = rawText(cell).trim();
  const name = line.path.at(-1) ?? line.key;
  const isSame = printed ? found.replace(/[:：]$/, "") === name : plainLabel(found) === words;
  if (isSame) return [];
  const params = { found: inOneLine(found), expected: inOneLine(name), variant: "label" };
  return [shapeFinding("D22", "note", place(grid, row, column), params, cells[0]!.item ?? null)];
}

function missing(grid: Grid, { line, cells }: CardPlace): Finding {
  const params = { name: inOneLine(line.path.join(" › ")), variant: "cardPlace" };
  return shapeFinding("D21", "explain", sheetPlace(grid), params, cells[0]!.item ?? null);
}

/** As far from the label as in the blank; behind its merged area where it is directly beside it. */
function valueAt(
  grid: Grid,
  layout: CardLayout,
  { row, column, label, isInside, width }: CardPlace,
  spot: Filled,
  under: number | null,
): Filled {
  if (isInside || (spot.inline !== undefined && spot.inline !== "")) return spot;
  if (layout.printed) return { row: spot.row, column: under ?? besideLabel(grid, layout, spot) };
  const merge = grid.sheet.merges.find(({ top, left }) => top === spot.row && left === spot.column);
  const isBeside = row === label.row && column === label.column + width;
  return {
    row: spot.row + row - label.row,
    column: isBeside ? (merge?.right ?? spot.column) + 1 : spot.column + column - label.column,
  };
}

/** The next cell that holds something and is no code and no other label; else the one behind the label. */
function besideLabel(grid: Grid, { labels, printed }: CardLayout, { row, column }: Spot): number {
  const right = (grid.rows.get(row) ?? []).filter((cell) => cell.column > column && carries(cell));
  const next = right.find((cell) => !printed?.codes.has(rawText(cell).trim()));
  if (next && !isLabel(next, labels)) return next.column;
  const merge = grid.sheet.merges.find(({ top, left }) => top === row && left === column);
  return (merge?.right ?? column) + 1;
}

function isLabel(cell: Cell, labels: CardLayout["labels"]): boolean {
  if (cell.kind !== "text") return false;
  const text = rawText(cell).trim();
  return labels.find(text) !== null || labels.find(INLINE.exec(text)?.[1] ?? "") !== null;
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
      const subject = { indicator: indicator.code, name: indicator.name, personal: isPersonal(indicator) };
      if (spot.inline !== undefined && spot.inline !== "") {
        const where = place(grid, spot.row, spot.column);
        const { defect, ...reading } = readInline(spot.inline, indicator, settings);
        lines.push({
          code: indicator.code,
          current: { ...reading, place: where },
          lastYear: null,
          reason: "",
        });
        if (defect) findings.push(cellFinding(defect, where, subject));
        continue;
      }
      const seen = withWritten(grid, own, spot);
      if (seen === null) {
        const cell = at(grid, spot.row, spot.column)!;
        const params = { found: inOneLine(rawText(cell)), variant: "gap", name: indicator.name };
        findings.push(shapeFinding("D22", "explain", place(grid, spot.row, spot.column), params, own.item));
        off.push(offTemplate(grid, cell));
        continue;
      }
      const read = readEntry(seen, spot.row, spot.column, indicator, subject, settings);
      findings.push(...read.findings);
      lines.push({ code: indicator.code, current: read.entry, lastYear: null, reason: "" });
    }
  return { lines, findings, offTemplate: off };
}

function readInline(text: string, indicator: Indicator, settings: ReadSettings): Reading {
  if (indicator.kind === "date") return readDateText(text, indicator, settings, true);
  return normalise({ row: 0, column: 0, kind: "text", value: text }, indicator, settings);
}

/** Names of people stay out of messages that travel; a telephone number above all. */
function isPersonal({ name }: Indicator): boolean {
  return /电话|手机/.test(name);
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
