/** An office's own form that somebody changed: its lines and columns are found by their words. */
import type { Finding } from "../../findings/finding";
import type { StrangeColumn } from "../align/renamed";
import { shapeFinding } from "../findings";
import { place, sheetPlace, type Grid } from "../grid";
import { plainLabel } from "../labels";
import { placeCard } from "./cards";
import { withoutExchanged } from "./exchanged-headings";
import { EVERYWHERE, findColumns, isIn, type Span } from "./find-columns";
import { areBeside, findRegions, type TableRegion } from "./find-heads";
import { findLines } from "./find-lines";
import { isNumber, placeKey, type OwnLayout, type TableLayout } from "./own-layout";
import { isElsewhere, placeExactly, saysBlank, type PlacedTable, type Placement } from "./placement";
import { SheetTexts } from "./sheet-texts";
import { findUnitLines } from "./unit-lines";

/** @param main the form's own sheet, where this is another one */
export function placeByLabels(grid: Grid, layout: OwnLayout, main: Grid | null): Placement {
  const texts = new SheetTexts(grid);
  const regions = findRegions(texts, layout);
  const findings: Finding[] = [];
  const strange: StrangeColumn[] = [];
  const tables: PlacedTable[] = [];
  const known = main && placementOf(main, layout, grid);
  // Tables without a head of their own have the columns of those that have one.
  for (const region of regions.toSorted((a, b) => Number(a.head === null) - Number(b.head === null))) {
    const span = spanOf(texts, region, regions);
    const placed = placeTable(texts, region, { ...layout, main: known, others: tables, span });
    if (!placed) continue;
    tables.push(placed.table);
    findings.push(...placed.findings);
    strange.push(...placed.strange);
  }
  return {
    tables,
    cards: layout.cards.map((card) => placeCard(grid, card)),
    strange,
    exact: false,
    headless: tables.length > 0 && tables.every(({ headRows }) => headRows.length === 0),
    isSaid: saidBy(layout, tables),
    findings,
  };
}

function placementOf(main: Grid, layout: OwnLayout, grid: Grid): Placement | null {
  if (main.sheet === grid.sheet) return null;
  return placeExactly(main, layout) ?? placeByLabels(main, layout, null);
}

interface Placed {
  readonly table: PlacedTable;
  readonly strange: readonly StrangeColumn[];
  readonly findings: readonly Finding[];
}

interface Known extends Pick<OwnLayout, "said" | "names"> {
  /** The form's own sheet. */
  readonly main: Placement | null;
  /** Tables of this sheet. */
  readonly others: readonly PlacedTable[];
  /** The columns that can be the table's. */
  readonly span: Span;
}

function placeTable(
  texts: SheetTexts,
  { layout, head, rows }: TableRegion,
  { main, others, said, names, span }: Known,
): Placed | null {
  const own = main?.tables.find((table) => table.layout === layout);
  if (head === null) {
    const above = columnsAbove(layout, others);
    const labels = labelColumnsOf(texts, layout, rows, { values: new Set(above?.values()) });
    const columns = above ?? shiftedColumns(layout, labels, own ?? null);
    if (columns === null) return null;
    const lines = linesOf(texts, layout, rows, labels, names);
    if (lines.rows.size === 0) return null;
    const isHeadless = layout.headRows.length > 0 && main === null && above === null;
    return {
      table: { layout, rows: lines.rows, columns, headRows: [], labels, unclear: lines.unclear },
      strange: [],
      findings: [...(isHeadless ? [headless(texts, layout)] : []), ...lines.findings],
    };
  }
  const named = findColumns(texts, head, layout, { said, span });
  const found = withoutExchanged(texts, head, layout, rows, named);
  const labels = labelColumnsOf(texts, layout, rows, {
    values: new Set(found.at.values()),
    shift: shiftOf(layout, found.at),
    span,
  });
  const lines = linesOf(texts, layout, rows, labels, names);
  const headRows = texts.rows.filter((row) => row >= head.top && row <= head.bottom);
  return {
    table: { layout, rows: lines.rows, columns: found.at, headRows, labels, unclear: lines.unclear },
    strange: found.strange.filter(({ column }) => ![...labels.values()].includes(column)),
    findings: [...found.findings, ...lines.findings],
  };
}

const linesOf: typeof findLines = (texts, layout, rows, labels, names) =>
  layout.owners ? findUnitLines(texts, layout, rows, labels) : findLines(texts, layout, rows, labels, names);

/** The columns of a table of the same sheet that has a head, where the blank has both one below the other. */
function columnsAbove(
  layout: TableLayout,
  others: readonly PlacedTable[],
): ReadonlyMap<string, number> | null {
  for (const other of others) {
    const columns = layout.columns.map(({ column: { key, column } }) => {
      const same = other.layout.columns.find((each) => each.column.column === column);
      return [key, same && other.columns.get(same.column.key)] as const;
    });
    const known = columns.filter((each): each is readonly [string, number] => each[1] !== undefined);
    if (known.length === columns.length) return new Map(known);
  }
  return null;
}

function shiftOf(layout: TableLayout, at: ReadonlyMap<string, number>): number {
  const shifts = layout.columns.flatMap(({ column }) => {
    const there = at.get(column.key);
    return there === undefined ? [] : [there - column.column];
  });
  return shifts[0] ?? 0;
}

interface LabelSearch {
  /** Columns of figures. */
  readonly values?: ReadonlySet<number>;
  readonly shift?: number;
  readonly span?: Span;
}

/** The columns that hold most of the labels that the blank has in each of its own. */
function labelColumnsOf(
  texts: SheetTexts,
  layout: TableLayout,
  rows: readonly number[],
  { values = new Set(), shift = 0, span = EVERYWHERE }: LabelSearch = {},
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const own of layout.labelColumns) {
    const words = labelsIn(layout, own);
    const hits = new Map<number, number>();
    for (const row of rows)
      for (const [column, text] of texts.row(row))
        if (!values.has(column) && isIn(span, column) && words.has(text))
          hits.set(column, (hits.get(column) ?? 0) + 1);
    const best = [...hits]
      .filter(([column]) => ![...found.values()].includes(column))
      .sort((a, b) => b[1] - a[1] || Math.abs(a[0] - own - shift) - Math.abs(b[0] - own - shift))[0];
    if (best) found.set(own, best[0]);
  }
  return found;
}

function labelsIn({ lines }: TableLayout, own: number): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) => line.texts.filter(({ column }) => column === own).map(({ plain }) => plain)),
  );
}

/** Of tables beside each other each has the columns from its own labels up to the labels of the next one. */
function spanOf(texts: SheetTexts, region: TableRegion, regions: readonly TableRegion[]): Span {
  const beside = regions
    .filter(({ layout }) => layout === region.layout || areBeside(layout, region.layout))
    .sort((a, b) => firstColumn(a.layout) - firstColumn(b.layout));
  if (beside.length === 1) return EVERYWHERE;
  const starts = beside.map(({ layout, rows }) => {
    const named = layout.labelColumns.filter((own) =>
      [...labelsIn(layout, own)].some((label) => !isNumber(label)),
    );
    const there = labelColumnsOf(texts, layout, rows);
    return Math.min(...named.flatMap((own) => there.get(own) ?? []));
  });
  const isRising = starts.every((start, i) => start < Infinity && (i === 0 || start > starts[i - 1]!));
  if (!isRising) return EVERYWHERE;
  const i = beside.indexOf(region);
  return { from: i === 0 ? 0 : starts[i]!, to: (starts[i + 1] ?? Infinity) - 1 };
}

function firstColumn({ columns }: TableLayout): number {
  return Math.min(...columns.map(({ column }) => column.column));
}

/** A sheet without a head has its columns where the form's own sheet has them, as far as its labels say so. */
function shiftedColumns(
  layout: TableLayout,
  labels: ReadonlyMap<number, number>,
  own: PlacedTable | null,
): ReadonlyMap<string, number> | null {
  const shifts = [...labels].map(([blank, column]) => column - (own?.labels?.get(blank) ?? blank));
  const [shift] = shifts;
  if (shift === undefined || shifts.some((each) => each !== shift)) return null;
  return new Map(
    layout.columns.map(({ column: { key, column } }) => [key, (own?.columns.get(key) ?? column) + shift]),
  );
}

function headless(texts: SheetTexts, { table }: TableLayout): Finding {
  const first = texts.rows[0];
  const where = first === undefined ? sheetPlace(texts.grid) : place(texts.grid, first, 0);
  return shapeFinding("D20", "explain", where, { variant: "headless", count: table.columns.length });
}

/** Words are the blank's wherever they are; a number is only where the blank has it. */
function saidBy(layout: OwnLayout, tables: readonly PlacedTable[]): Placement["isSaid"] {
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (const { layout: table, rows: own, columns: ownColumns, labels, headRows } of tables) {
    for (const { key, row } of table.table.lines) if (own.has(key)) rows.set(own.get(key)!, row);
    for (const [i, row] of headRows.entries())
      if (table.headRows[i] !== undefined) rows.set(row, table.headRows[i]);
    for (const { key, column } of table.table.columns)
      if (ownColumns.has(key)) columns.set(ownColumns.get(key)!, column);
    for (const [blank, column] of labels ?? []) columns.set(column, blank);
  }
  const row = movedBy(rows);
  const column = movedBy(columns);
  const lines = new Set(tables.flatMap((table) => [...table.rows.values()]));
  return (atRow, atColumn, text) => {
    if (isElsewhere(layout, text) || (!lines.has(atRow) && layout.numbers.has(plainLabel(text)))) return true;
    return saysBlank(layout.texts.get(placeKey(row(atRow), column(atColumn))), text);
  };
}

/** From places of the sheet to those of the blank: what is not known has moved as far as the nearest before it. */
function movedBy(known: ReadonlyMap<number, number>): (place: number) => number {
  const places = [...known.keys()].sort((a, b) => a - b);
  return (place) => {
    const exact = known.get(place);
    if (exact !== undefined) return exact;
    const near = places.filter((each) => each < place).at(-1) ?? places[0];
    return near === undefined ? place : place + known.get(near)! - near;
  };
}
