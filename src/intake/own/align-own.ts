/** A sheet in an office's own layout: every cell to be filled or computed is read once, by the item that it holds. */
import { companionOf } from "../../template/own-columns";
import type { OwnCell, OwnColumn, OwnSheet } from "../../template/own-sheet";
import type { Unit } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { parseA1, toA1 } from "../../workbook/address";
import { shapeFinding } from "../findings";
import { place, sheetPlace, textAt, within, type Grid } from "../grid";
import { inOneLine } from "../labels";
import type { Entry, Line, ListRow, OffTemplate } from "../submission";
import type { OwnTarget } from "../template-vocabulary";
import type { AlignContext } from "../align/context";
import { readEntry } from "../align/entry";
import type { AlignedForm, AlignedOwnList } from "../align/form";
import { rangesOf } from "../align/figures";
import { hiddenFindings } from "../align/hidden";
import { mergedEntries } from "../align/merged";
import { readCard, rowsOfCard } from "./cards";
import { headFindings, placeLists, type PlacedList } from "../lists/place-lists";
import { readList } from "../lists/read-list";
import { leftOvers } from "./left-overs";
import { placeByLabels } from "./place-by-labels";
import { placeExactly, placeOf, type PlacedTable, type Placement } from "./placement";
import { linesOfList } from "./list-items";
import { aboutOtherLines, ownRow, unitsWithFilledLine } from "./unit-lines";

/** @param main the form's own sheet, where this is another one: its columns serve a sheet without a head */
export function alignOwn(
  grid: Grid,
  target: OwnTarget,
  context: AlignContext,
  main: Grid | null = null,
): AlignedForm {
  const placement =
    (addedItsLine(target, context) ? null : placeExactly(grid, target.layout)) ??
    placeByLabels(grid, target.layout, main);
  const lines = new Map<string, Line>();
  const findings: Finding[] = [...placement.findings];
  const offTemplate: OffTemplate[] = [];
  for (const table of placement.tables) {
    const read = readTable(grid, table, target, context);
    offTemplate.push(...(read.offTemplate ?? []));
    for (const line of read.lines) lines.set(line.code, line);
    findings.push(
      ...oncePerColumn(read.findings, headingIn(table.layout.table.columns, table.columns)),
      ...shapeFindings(grid, ofUnit(table, context), target.layout.sheet),
    );
  }
  for (const card of placement.cards) {
    const read = readCard(grid, card, target.items, context.settings);
    for (const line of read.lines) lines.set(line.code, line);
    findings.push(...read.findings);
    offTemplate.push(...read.offTemplate);
  }
  const placed = placeLists(grid, target.layout.lists, startsOf(placement));
  const lists = placed.flatMap((list): AlignedOwnList[] => {
    if (list.frames.length === 0) {
      findings.push(headless(grid, list));
      return [];
    }
    const read = readList(grid, list, placement.isSaid, context.settings);
    findings.push(...headFindings(grid, list, false), ...oncePerColumn(read.findings, headingOf(list)));
    offTemplate.push(...read.offTemplate);
    const linesOf = (records: readonly ListRow[]): Line[] => linesOfList(grid, list, records, target.items);
    for (const line of linesOf(read.reading.rows)) lines.set(line.code, line);
    return [{ reading: read.reading, linesOf }];
  });
  const rest = leftOvers(grid, target, placement, lines, placed);
  return {
    reading: lines.size === 0 ? null : { form: target.id, sheet: grid.sheet.name, lines },
    ...(lists.length === 0 ? {} : { lists }),
    ...(placement.headless ? { headless: true } : {}),
    offTemplate: [...offTemplate, ...rest.offTemplate],
    findings: [...findings, ...rest.findings],
  };
}

/** D18: nothing of the list's head is there. */
function headless(grid: Grid, { layout: { detail } }: PlacedList): Finding {
  const params = { variant: "headless", id: detail.id, title: detail.title };
  return shapeFinding("D18", "explain", sheetPlace(grid), params);
}

function headingOf({ layout, frames }: PlacedList): (column: number) => string {
  const heads = frames.flatMap((frame) => frame.heads);
  return (column) => {
    const own = layout.columns.find(({ name }) => heads.some(({ at }) => at.get(name) === column));
    return inOneLine(own?.heading ?? "");
  };
}

/** The rows at which tables and cards begin. */
function startsOf({ tables, cards }: Placement): number[] {
  return [
    ...tables.map(({ headRows, rows }) => Math.min(...headRows, ...rows.values())),
    ...cards.flatMap((card) => rowsOfCard(card)?.top ?? []),
  ];
}

/** Has the unit no line in the blank? Then it may have added one. */
function addedItsLine({ layout }: OwnTarget, { unit }: AlignContext): boolean {
  return layout.tables.some(({ owners }) => owners && unit && ![...owners.byLine.values()].includes(unit));
}

/** What a unit does to the lines of others is its own affair: it may well hide them. */
function ofUnit(table: PlacedTable, { unit }: AlignContext): PlacedTable {
  if (!table.layout.owners) return table;
  const own = unit === null ? undefined : ownRow(table, unit);
  return { ...table, rows: new Map([...table.rows].filter(([, row]) => row === own)) };
}

/** Of a form in which each unit fills one line: the only unit whose line is filled; null where several are, or none. */
export function unitOfFilledLine(grid: Grid, { layout }: OwnTarget): Unit | null {
  if (layout.tables.every(({ owners }) => owners === undefined)) return null;
  const { tables } = placeExactly(grid, layout) ?? placeByLabels(grid, layout, null);
  const units = new Set(
    tables.flatMap((table) => (table.layout.owners ? unitsWithFilledLine(grid, table) : [])),
  );
  return units.size === 1 ? [...units][0]! : null;
}

interface ReadTable {
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly offTemplate?: readonly OffTemplate[];
}

function readTable(grid: Grid, table: PlacedTable, target: OwnTarget, context: AlignContext): ReadTable {
  if (!table.layout.owners) return readCells(grid, table, table.layout.table.cells, target, context);
  const { unit } = context;
  if (unit === null) return { lines: [], findings: [] };
  const own = ownRow(table, unit);
  const others = aboutOtherLines(grid, table, unit);
  if (own === undefined) return { lines: blankLines(grid, table, target), ...others };
  const [first] = table.layout.table.unitLines!.lines.filter(({ sums }) => sums === undefined);
  const cells = table.layout.table.cells.filter(({ line }) => line === first!.key);
  const rows = new Map([[first!.key, own]]);
  const read = readCells(grid, { ...table, rows }, cells, target, context);
  return { ...read, findings: [...read.findings, ...others.findings], offTemplate: others.offTemplate };
}

/** Nothing at all, of a unit that has no line. */
function blankLines(grid: Grid, { layout }: PlacedTable, { items }: OwnTarget): Line[] {
  const entry: Entry = {
    raw: "",
    value: null,
    state: "blank",
    approximate: false,
    steps: [],
    place: sheetPlace(grid),
  };
  const codes = new Set(layout.table.cells.flatMap(({ item }) => item ?? []));
  return [...codes]
    .filter((code) => items.has(code))
    .map((code) => ({ code, current: entry, lastYear: null, reason: "" }));
}

function readCells(
  grid: Grid,
  table: PlacedTable,
  cells: readonly OwnCell[],
  target: OwnTarget,
  { settings }: AlignContext,
): ReadTable {
  const lines: Line[] = [];
  const findings: Finding[] = [];
  const columns = new Map(table.layout.table.columns.map((column) => [column.key, column]));
  for (const cell of cells) {
    const at = placeOf(cell, table);
    const indicator = cell.item === undefined ? undefined : target.items.get(cell.item);
    if (at === null || indicator === undefined) continue;
    const subject = { indicator: indicator.code, name: indicator.name };
    const read = (row: number, column: number): ReturnType<typeof readEntry> =>
      readEntry(grid, row, column, indicator, subject, settings);
    const current = read(at.row, at.column);
    const beside = besideOf(columns.get(cell.in), table);
    const before = beside.lastYear === null ? null : read(at.row, beside.lastYear);
    // Last year's rate, not calculated: nobody is asked for what the blank itself computes.
    const isOpen = before?.findings.some(({ code, class: found }) => code === "D17" && found !== "note");
    const lastYear = isOpen && beside.computed.has(cell.line) ? null : before;
    findings.push(...current.findings, ...(lastYear?.findings ?? []));
    lines.push({
      code: indicator.code,
      current: current.entry,
      lastYear: lastYear?.entry ?? null,
      ...(beside.note === null
        ? { reason: "" }
        : { reason: textAt(grid, at.row, beside.note), reasonPlace: place(grid, at.row, beside.note) }),
    });
  }
  return { lines, findings };
}

/** D32 as a note: a unit of measure that was written into many cells of a column is said once. */
function oncePerColumn(findings: readonly Finding[], headingOf: (column: number) => string): Finding[] {
  const isPlain = ({ code, class: found, params }: Finding): boolean =>
    code === "D32" && found === "note" && !("variant" in params);
  const byColumn = new Map<number, { finding: Finding; row: number; column: number }[]>();
  for (const finding of findings.filter(isPlain)) {
    const at = parseA1(finding.place.cell ?? "");
    if (at) byColumn.set(at.column, [...(byColumn.get(at.column) ?? []), { finding, ...at }]);
  }
  const dropped = new Set<Finding>();
  const whole = new Map<Finding, Finding>();
  for (const [column, cells] of byColumn) {
    if (cells.length < 2) continue;
    const [first, ...others] = cells as [(typeof cells)[0], ...typeof cells];
    for (const { finding } of others) dropped.add(finding);
    const heading = headingOf(column);
    const params = { variant: "several", heading, count: cells.length, cells: rangesOf(cells) };
    whole.set(first.finding, { ...first.finding, params: { ...first.finding.params, ...params } });
  }
  return findings.flatMap((finding) => (dropped.has(finding) ? [] : [whole.get(finding) ?? finding]));
}

/** @param at by key, where the columns are on the sheet */
function headingIn(
  columns: readonly { readonly key: string; readonly heads: readonly string[] }[],
  at: ReadonlyMap<string, number>,
): (column: number) => string {
  return (column) => {
    const own = columns.find(({ key }) => at.get(key) === column);
    return inOneLine(own?.heads.at(-1) ?? own?.key ?? "");
  };
}

/** The columns of the sheet that hold last year's figure and the words about the line. */
function besideOf(
  column: OwnColumn | undefined,
  { layout, columns }: PlacedTable,
): {
  readonly lastYear: number | null;
  /** Lines whose figure of last year the blank computes. */
  readonly computed: ReadonlySet<string>;
  readonly note: number | null;
} {
  if (column?.role !== "value") return { lastYear: null, computed: new Set(), note: null };
  const at = (companion: OwnColumn | null): number | null =>
    companion === null ? null : (columns.get(companion.key) ?? null);
  const lastYear = companionOf(layout.table, column, "lastYear");
  const computed = layout.table.cells.filter((cell) => cell.in === lastYear?.key && cell.formula);
  return {
    lastYear: at(lastYear),
    computed: new Set(computed.map(({ line }) => line)),
    note: at(companionOf(layout.table, column, "note")),
  };
}

/**
 * D23 where cells to be filled were merged, D25 where they were hidden and the blank does not hide them. Merged areas of
 * the blank hold one cell each.
 */
function shapeFindings(grid: Grid, table: PlacedTable, { hidden }: OwnSheet): Finding[] {
  const { cells, columns, lines } = table.layout.table;
  const rows = [...new Set(cells.flatMap(({ line }) => table.rows.get(line) ?? []))].sort((a, b) => a - b);
  const values = columns.filter(({ role }) => role === "value" || role === "lastYear");
  const places = values.flatMap(({ key }) => table.columns.get(key) ?? []);
  const hiddenRows = new Set(
    lines.flatMap(({ key, row }) => (within(hidden?.rows ?? [], row) ? (table.rows.get(key) ?? []) : [])),
  );
  const entries = new Set(
    cells.flatMap((cell) => {
      const at = placeOf(cell, table);
      return at === null ? [] : [toA1(at.row, at.column)];
    }),
  );
  return [
    ...mergedEntries(grid, rows, places, (row, column) => entries.has(toA1(row, column))),
    ...hiddenFindings(
      grid,
      rows.filter((row) => !hiddenRows.has(row)),
      values
        .filter(({ column }) => !within(hidden?.columns ?? [], column))
        .flatMap(({ key }) => table.columns.get(key) ?? []),
    ),
  ];
}
