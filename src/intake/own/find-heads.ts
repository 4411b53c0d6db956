/** Which rows of a sheet are the head of which table. */
import type { OwnLayout, TableLayout } from "./own-layout";
import { isNumber } from "./own-layout";
import type { SheetTexts } from "./sheet-texts";

export interface FoundHead {
  readonly top: number;
  readonly bottom: number;
}

export interface TableRegion {
  readonly layout: TableLayout;
  /** Null where no head of it is on the sheet. */
  readonly head: FoundHead | null;
  /** Rows behind its head and before the next table's, heads that are repeated on further pages left out. */
  readonly rows: readonly number[];
}

/** So much of a head must be there. */
const LEAST = 0.5;

interface Candidate extends FoundHead {
  readonly layout: TableLayout;
  readonly score: number;
  readonly body: number;
}

/** One region for each table of which a head or lines are on the sheet. */
export function findRegions(texts: SheetTexts, { tables }: OwnLayout): TableRegion[] {
  const candidates = tables.flatMap((layout) => headsFor(texts, layout));
  const tops = [...new Set(candidates.map(({ top }) => top))].sort((a, b) => a - b);
  const scored = candidates
    .map((each) => ({ ...each, body: bodyShare(texts, each, tops) }))
    .sort((a, b) => b.score + 2 * b.body - (a.score + 2 * a.body) || a.top - b.top);
  const chosen = new Map<TableLayout, Candidate>();
  for (const each of scored) {
    if (chosen.has(each.layout)) continue;
    const isTaken = [...chosen.values()].some(
      (other) => overlaps(other, each) && !areBeside(other.layout, each.layout),
    );
    if (!isTaken) chosen.set(each.layout, each);
  }
  inOrder(chosen, scored);
  const heads = [...chosen.values()];
  return tables.map((layout) => {
    const head = chosen.get(layout) ?? null;
    return { layout, head, rows: regionOf(texts, layout, head, heads, candidates) };
  });
}

/** Tables with the same heads and the same lines: the first on the sheet is the first of the blank. */
function inOrder(chosen: Map<TableLayout, Candidate>, scored: readonly Candidate[]): void {
  const alike = new Map<string, TableLayout[]>();
  for (const layout of chosen.keys()) {
    const key = JSON.stringify([
      layout.heads.map(({ plain }) => plain),
      layout.lines.map(({ label, code }) => label + code),
    ]);
    alike.set(key, [...(alike.get(key) ?? []), layout]);
  }
  for (const layouts of alike.values()) {
    if (layouts.length < 2) continue;
    const heads = layouts.map((layout) => chosen.get(layout)!).sort((a, b) => a.top - b.top);
    const sorted = [...layouts].sort((a, b) => a.lastRow - b.lastRow);
    for (const [i, layout] of sorted.entries())
      chosen.set(
        layout,
        scored.find((each) => each.layout === layout && each.top === heads[i]!.top) ?? heads[i]!,
      );
  }
}

function wordsOf({ heads }: TableLayout): ReadonlySet<string> {
  return new Set(heads.map(({ plain }) => plain).filter((plain) => !isNumber(plain)));
}

/** Every place where enough of the table's head is, the best of those that overlap. */
function headsFor(texts: SheetTexts, layout: TableLayout): Candidate[] {
  const words = wordsOf(layout);
  if (words.size === 0) return [];
  const height = layout.headRows.at(-1)! - layout.headRows[0]! + 1;
  const found: Candidate[] = [];
  for (const [i, top] of texts.rows.entries()) {
    if (!holdsAny(texts, top, words)) continue;
    const there = new Set<string>();
    let bottom = top;
    for (let j = i; j < texts.rows.length && texts.rows[j]! < top + height; j++) {
      const row = texts.rows[j]!;
      for (const text of texts.row(row).values()) if (words.has(text)) there.add(text);
      bottom = row;
    }
    const score = there.size / words.size;
    if (score >= LEAST) found.push({ layout, top, bottom, score, body: 0 });
  }
  return found.filter(
    (each) => !found.some((other) => other !== each && overlaps(other, each) && isBetter(other, each)),
  );
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.top < b.top);
}

function holdsAny(texts: SheetTexts, row: number, words: ReadonlySet<string>): boolean {
  for (const text of texts.row(row).values()) if (words.has(text)) return true;
  return false;
}

/** The share of the table's lines that are named between this head and the next one. */
function bodyShare(texts: SheetTexts, { layout, bottom }: Candidate, tops: readonly number[]): number {
  const next = tops.find((top) => top > bottom) ?? Infinity;
  const names = new Set(layout.lines.map(({ label, code }) => label || code));
  const there = new Set<string>();
  for (const row of texts.rows) {
    if (row <= bottom || row >= next) continue;
    for (const text of texts.row(row).values()) if (names.has(text)) there.add(text);
  }
  return there.size / Math.max(1, names.size);
}

function overlaps(a: FoundHead, b: FoundHead): boolean {
  return a.top <= b.bottom && b.top <= a.bottom;
}

/** In the same rows of the blank. */
export function areBeside(a: TableLayout, b: TableLayout): boolean {
  const [firstA, firstB] = [a.lines[0]?.line.row ?? 0, b.lines[0]?.line.row ?? 0];
  return a !== b && firstA <= b.lastRow && firstB <= a.lastRow;
}

function regionOf(
  texts: SheetTexts,
  layout: TableLayout,
  head: FoundHead | null,
  heads: readonly Candidate[],
  candidates: readonly Candidate[],
): number[] {
  const others = heads.filter((each) => each.layout !== layout && !areBeside(each.layout, layout));
  const from = head
    ? head.bottom
    : Math.max(
        -1,
        ...others
          .filter((each) => each.layout.lastRow < (layout.lines[0]?.line.row ?? 0))
          .map(({ bottom }) => bottom),
      );
  const until = Math.min(Infinity, ...others.map(({ top }) => top).filter((top) => top > from));
  const again = candidates.filter(
    (each) => each.layout === layout && each.top > from && each.top < until && each.score >= REPEATED,
  );
  return texts.rows.filter(
    (row) => row > from && row < until && !again.some(({ top, bottom }) => row >= top && row <= bottom),
  );
}

/** A head that is printed again on the next page is there as a whole. */
const REPEATED = 0.9;
