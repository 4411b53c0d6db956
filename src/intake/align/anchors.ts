/** Which row is which line: by code, then by label; where both disagree, people read labels. */
import type { Cell } from "../../workbook/workbook";
import { columnsOf } from "../../template/form-columns";
import type { FormColumn, Indicator } from "../../template/template";
import type { Grid } from "../grid";
import { compact, rawText } from "../normalise/clean";
import { withoutOuterFootnotes } from "../normalise/footnotes";
import { columnOfHeading } from "../columns";
import type { FormTarget } from "../template-vocabulary";

export interface Anchor {
  readonly row: number;
  readonly indicator: Indicator;
  /** The code column holds something else than the line's code (S03). */
  readonly codeDamaged: boolean;
}

export interface Anchors {
  readonly codeColumn: number | null;
  readonly nameColumn: number | null;
  /** From top to bottom, no line twice. */
  readonly rows: readonly Anchor[];
}

/** A share of the lines that a column must name to be taken for the codes or the labels. */
const LEAST_SHARE = 0.3;

/** @param few the sheet holds only some of the form's lines */
export function anchorRows(grid: Grid, target: FormTarget, few = false): Anchors {
  const hits = findHits(grid, target);
  const least = few ? 1 : Math.max(1, target.form.indicators.length * LEAST_SHARE);
  const codeColumn = bestColumn(hits, least, ({ byCode }) => byCode);
  const nameColumn =
    bestColumn(hits, least, ({ byLabel }) => byLabel) ?? headedName(grid, columnsOf(target.form));
  return { codeColumn, nameColumn, rows: assign(hits, codeColumn, nameColumn) };
}

/** Lines that a row names by code and label both. */
export function linesNamed(grid: Grid, target: FormTarget): ReadonlySet<string> {
  const byRow = new Map<number, Indicator>();
  const named = new Set<string>();
  const hits = findHits(grid, target);
  for (const { cell, byCode } of hits) if (byCode && cell.kind === "text") byRow.set(cell.row, byCode);
  for (const { cell, byLabel } of hits)
    if (byLabel && byRow.get(cell.row) === byLabel) named.add(byLabel.code);
  return named;
}

/** More lines named in one row than in any column: the table lies on its side. */
export function rowOfLines(grid: Grid, target: FormTarget): Cell | null {
  const rows = new Map<number, Hit[]>();
  for (const hit of findHits(grid, target)) {
    const own = rows.get(hit.cell.row);
    if (own) own.push(hit);
    else rows.set(hit.cell.row, [hit]);
  }
  const lines = (hits: readonly Hit[]): number =>
    new Set(hits.map(({ byCode, byLabel }) => (byLabel ?? byCode)!.code)).size;
  const best = [...rows.values()].reduce<Hit[]>((most, own) => (lines(own) > lines(most) ? own : most), []);
  return lines(best) >= Math.max(2, target.form.indicators.length * LEAST_SHARE) ? best[0]!.cell : null;
}

/** A cell that names a line. */
interface Hit {
  readonly cell: Cell;
  readonly byCode: Indicator | null;
  readonly byLabel: Indicator | null;
}

function findHits(grid: Grid, target: FormTarget): Hit[] {
  const hits: Hit[] = [];
  for (const cells of grid.rows.values()) {
    for (const cell of cells) {
      const byCode = codeIn(cell, target);
      const byLabel = labelIn(cell, target);
      if (byCode || byLabel) hits.push({ cell, byCode, byLabel });
    }
  }
  return hits;
}

/** The line whose code is in the cell, `0201` or `NG1310`; 201 counts, for a column that lost its leading zeros. */
function codeIn(cell: Cell, target: FormTarget): Indicator | null {
  if (cell.kind === "number") return target.codes.get(String(cell.value).padStart(4, "0")) ?? null;
  if (cell.kind !== "text") return null;
  const text = withoutOuterFootnotes(compact(String(cell.value)));
  return target.codes.get(/^\d{3}$/.test(text) ? text.padStart(4, "0") : text) ?? null;
}

function labelIn(cell: Cell, target: FormTarget): Indicator | null {
  return cell.kind === "text" ? target.labels.find(String(cell.value)) : null;
}

/** The column under a heading 指标名称: it is the labels' even where most of them were edited. */
function headedName(grid: Grid, columns: readonly FormColumn[]): number | null {
  let seen = 0;
  for (const cells of grid.rows.values()) {
    if (++seen > 12) return null;
    const cell = cells.find(
      (c) => c.kind === "text" && columnOfHeading(rawText(c), columns, null) === "name",
    );
    if (cell) return cell.column;
  }
  return null;
}

/** The column that names most lines; numbers weigh half, as a figure may look like a code. */
function bestColumn(
  hits: readonly Hit[],
  least: number,
  read: (hit: Hit) => Indicator | null,
): number | null {
  const found = new Map<number, Map<string, number>>();
  for (const hit of hits) {
    const indicator = read(hit);
    if (!indicator) continue;
    const { column, kind } = hit.cell;
    const codes = found.get(column) ?? new Map<string, number>();
    codes.set(indicator.code, Math.max(kind === "number" ? 0.5 : 1, codes.get(indicator.code) ?? 0));
    found.set(column, codes);
  }
  let best: { column: number; score: number } | null = null;
  for (const [column, codes] of found) {
    const score = [...codes.values()].reduce((sum, weight) => sum + weight, 0);
    if (codes.size >= least && (best === null || score > best.score)) best = { column, score };
  }
  return best?.column ?? null;
}

interface Row {
  readonly row: number;
  readonly byCode: Indicator | null;
  readonly byLabel: Indicator | null;
}

/**
 * First the rows whose code and label agree, then those that only a label names or whose label names another line
 * than the code, last those that only a code names.
 */
function assign(hits: readonly Hit[], codeColumn: number | null, nameColumn: number | null): Anchor[] {
  const byRow = new Map<number, Row>();
  for (const { cell, byCode, byLabel } of hits) {
    const row = byRow.get(cell.row) ?? { row: cell.row, byCode: null, byLabel: null };
    byRow.set(cell.row, {
      row: cell.row,
      byCode: cell.column === codeColumn ? byCode : row.byCode,
      byLabel: cell.column === nameColumn ? byLabel : row.byLabel,
    });
  }
  const rows = [...byRow.values()];
  const taken = new Map<string, Anchor>();
  const take = (row: number, indicator: Indicator, codeDamaged: boolean): void => {
    if (!taken.has(indicator.code)) taken.set(indicator.code, { row, indicator, codeDamaged });
  };
  for (const { row, byCode, byLabel } of rows) if (byCode && byCode === byLabel) take(row, byCode, false);
  for (const { row, byCode, byLabel } of rows) {
    if (byLabel && byCode !== byLabel) take(row, byLabel, codeColumn !== null);
  }
  const anchored = new Set([...taken.values()].map((anchor) => anchor.row));
  for (const { row, byCode } of rows) if (byCode && !anchored.has(row)) take(row, byCode, false);
  return [...taken.values()].sort((a, b) => a.row - b.row);
}
