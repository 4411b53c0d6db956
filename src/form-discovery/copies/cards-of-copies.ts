/**
 * Cards among filled copies: what units wrote is beside the form's labels, often the same words in most copies, or inside
 * the form's own texts (`受灾人口：11人`, `☑是 □否`).
 */
import { cellsOf } from "../../workbook/cells";
import { fold } from "../../workbook/fold";
import { findCards, type Card } from "../cards";
import { fillOf } from "../card-fills";
import { SheetGrid, type GridCell } from "../grid";
import { findRegions } from "../regions";
import { withTexts, type BlankSheet } from "./blank-of-copies";
import { isContact } from "./common-text";
import { majority, type Evidence } from "./evidence";
import type { CopiedSheet } from "./norm";

/** The blank with the places of its cards emptied; as it is where the sheet has none. */
export function withCardPlaces(blank: BlankSheet, copied: CopiedSheet, evidence: Evidence): BlankSheet {
  const restored = textsToFill(copied, evidence);
  const candidate = withTexts(blank, restored);
  const values = valuesAmongLabels(new SheetGrid(candidate.sheet));
  const emptied = new Map([...restored, ...values.map((place) => [place, null] as const)]);
  const cards = cardsOf(blank, withTexts(blank, emptied));
  const inCard = (place: string): boolean =>
    cards.some(({ top, bottom }) => rowOf(place) >= top && rowOf(place) <= bottom);
  return withTexts(blank, new Map([...emptied].filter(([place]) => inCard(place))));
}

function rowOf(place: string): number {
  return Number(place.split(" ")[0]);
}

/** Cards with more places than the tables that could be seen in the same rows. */
function cardsOf(before: BlankSheet, after: BlankSheet): Card[] {
  const { tables } = findRegions(new SheetGrid(before.sheet));
  return findCards(new SheetGrid(after.sheet)).filter(({ top, bottom, pairs }) => {
    const overlapping = tables.filter(({ head, rows }) => head.top <= bottom && rows.at(-1)! >= top);
    const cells = overlapping.reduce((sum, { rows, stub, right }) => sum + rows.length * (right - stub), 0);
    return pairs.length > cells;
  });
}

/** By place: the form's own text around what copies wrote into it. */
function textsToFill({ layout }: CopiedSheet, evidence: Evidence): Map<string, string> {
  const texts = new Map<string, string>();
  const seen = new Set<string>();
  for (const copy of layout.copies)
    for (const { row, column, kind } of cellsOf(copy.sheet)) {
      const place = `${row} ${column}`;
      if (kind !== "text" || seen.has(place)) continue;
      seen.add(place);
      const held = evidence
        .at(row, column)
        .flatMap(({ cell }) => (cell?.kind === "text" ? [String(cell.value)] : []));
      const text = held.length > 1 ? textToFill(held) : null;
      if (text !== null) texts.set(place, text);
    }
  return texts;
}

/** `受灾人口：11人`, `受灾人口：__9__人` → `受灾人口：____人`; `☑是 □否`, `□是 √否` → `□是 □否`; null where it is no such text. */
export function textToFill(texts: readonly string[]): string | null {
  const ticks = usual(texts.map(unticked));
  if (ticks !== null || new Set(texts.map(squeezed)).size === 1) return ticks;
  return usual(texts.map(withoutNumbers)) ?? usual(texts.map(withoutWords));
}

/** What most are; null where nothing was taken out of any, or nothing is left to be filled. */
function usual(all: readonly (string | null)[]): string | null {
  const texts = all.filter((text) => text !== null);
  const most = majority(all.map((text) => (text === null ? null : squeezed(text))));
  if (most === null) return null;
  const text = texts.find((each) => squeezed(each) === most)!;
  return fillOf(text) === null ? null : text;
}

function squeezed(text: string): string {
  return fold(text).replace(/\s+/g, "");
}

const TICKED = /[√✓✔☑☒■●◉▣◼⬛✅]/g;
const OPEN = /[□☐▢◻○◯〇⬜]/g;

/** With every box open; null where there is none. */
function unticked(text: string): string | null {
  if (!/[√✓✔☑☒■●◉▣◼⬛✅□☐▢◻○◯〇⬜]|[(（]\s*[)）]/.test(text)) return null;
  return text
    .replace(/[(（]\s*[√✓✔☑]?\s*[)）]/g, "（ ）")
    .replace(TICKED, "□")
    .replace(OPEN, "□")
    .replace(/□\s*□/g, "□");
}

const GAP = "____";

/** Numbers between words: a label before the first of them, so that `1998年5月` and `12人` are values. */
function withoutNumbers(text: string): string | null {
  if (isContact(text)) return null;
  const open = text.replace(/[_＿﹍﹏\s]*\d[\d.,，]*[_＿﹍﹏\s]*|[_＿﹍﹏]{2,}|\s{3,}/g, GAP);
  return /^[^_]*\p{L}{2,}[^_]*____/u.test(open) ? open : null;
}

/** `事件名称：暴雨`; `户主：张三  住址：河口村`. */
function withoutWords(text: string): string | null {
  const parts = text.trim().split(/\s{2,}|　/);
  const labels = parts.map((part) => /^\p{L}[^:：\s]{1,13}[:：]/u.exec(part)?.[0]);
  if (labels.some((label) => label === undefined)) return null;
  return labels.length === 1 ? labels[0]! : labels.map((label) => `${label}${GAP}`).join(" ");
}

/**
 * Texts that most copies share where in other rows there is a place to fill, each with a label before it: `单位性质 | 行政`
 * above `办公面积 | 800`.
 */
function valuesAmongLabels(grid: SheetGrid): string[] {
  const rows = Array.from({ length: grid.rows }, (_, row) => tokensOf(grid, row));
  const places = new Map<number, number>();
  const labels = new Map<number, number>();
  const count = (counts: Map<number, number>, { area }: GridCell): unknown =>
    counts.set(area.left, (counts.get(area.left) ?? 0) + 1);
  for (const row of rows)
    for (const [i, cell] of row.entries()) {
      if (cell.shows !== "text" && isLabel(row[i - 1])) count(places, cell);
      if (isLabel(cell)) count(labels, cell);
    }
  const of = (counts: Map<number, number>, { area }: GridCell): number => counts.get(area.left) ?? 0;
  return rows
    .filter((row) => !isHead(row))
    .flatMap((row) =>
      row.flatMap((cell, i) => {
        const before = row[i - 1];
        if (!isLabel(cell) || !isLabel(before)) return [];
        const isPlace =
          of(places, cell) >= Math.max(1, of(labels, cell)) && of(labels, before) > of(places, before);
        return isPlace || ANSWER.test(cell.text) ? [`${cell.area.top} ${cell.area.left}`] : [];
      }),
    );
}

/** Nothing but texts: headings of a table or list. */
function isHead(row: readonly GridCell[]): boolean {
  return row.length >= 3 && row.every(({ shows }) => shows === "text");
}

/** An answer, whatever label is before it. */
const ANSWER = /^(?:是|否|有|无|没有|已|未|不是|√|×|合格|不合格|达标|未达标)$/;

function isLabel(cell: GridCell | undefined): cell is GridCell {
  return cell?.shows === "text" && fillOf(cell.written) === null;
}

/** What begins in the row, from left to right. */
function tokensOf(grid: SheetGrid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.columns; column++)
    if (grid.begins(row, column)) cells.push(grid.at(row, column));
  return cells;
}
