/** The records of a list on a unit's sheet. */
import type { Finding } from "../../findings/finding";
import type { DetailList } from "../../template/template";
import { isDateFormat, fromSerial, isoDay } from "../../workbook/dates";
import type { Cell } from "../../workbook/workbook";
import { readEntry } from "../align/entry";
import { offTemplate } from "../align/extra-rows";
import { isFigure } from "../align/figures";
import { hiddenFindings } from "../align/hidden";
import { mergedEntries } from "../align/merged";
import { isTotalLabel, ownTotals } from "../align/own-totals";
import { isStruckRow, struckRow } from "../align/seen";
import { besideFinding, headFigure, insertedColumn } from "../align/strange-columns";
import { MASKED, shapeFinding } from "../findings";
import { at, carries, mergeAt, place, textAt, type Grid } from "../grid";
import type { ReadSettings } from "../normalise";
import { compact, rawText } from "../normalise/clean";
import type { Entry, ListReading, ListRow, OffTemplate } from "../submission";
import type { Head } from "./list-head";
import type { ListLayout } from "./list-layout";
import { specOf } from "./list-specs";
import { unequalTotals, type ReadPart } from "./unequal-totals";
import { lastNumbered, type Frame, type PlacedList } from "./place-lists";

export interface ReadList {
  readonly reading: ListReading;
  readonly findings: readonly Finding[];
  readonly offTemplate: readonly OffTemplate[];
}

/** Does the blank say this text? Titles and captions are repeated on each page. */
type IsSaid = (row: number, column: number, text: string) => boolean;

export function readList(grid: Grid, placed: PlacedList, isSaid: IsSaid, settings: ReadSettings): ReadList {
  const { layout, frames } = placed;
  const parts = frames.flatMap((frame) =>
    frame.heads.map((head) => readPart(grid, layout, head, frame, isSaid, settings)),
  );
  return {
    reading: { list: layout.detail.id, sheet: grid.sheet.name, rows: parts.flatMap(({ rows }) => rows) },
    offTemplate: masked(
      layout.detail,
      parts.flatMap((part) => part.aside).map((cell) => offTemplate(grid, cell)),
    ),
    findings: [
      ...parts.flatMap((part) => part.findings),
      ...(layout.own === null ? [] : unequalTotals(grid, layout.columns, parts)),
    ],
  };
}

/** What a personal list holds is never shown anywhere, not even as out of place. */
export function masked(list: DetailList, cells: readonly OffTemplate[]): readonly OffTemplate[] {
  const isPersonal = list.personal || list.columns.some(({ personal }) => personal);
  return isPersonal ? cells.map((cell) => ({ ...cell, raw: MASKED })) : cells;
}

interface Part extends ReadPart {
  readonly findings: readonly Finding[];
  readonly aside: readonly Cell[];
}

function readPart(
  grid: Grid,
  layout: ListLayout,
  head: Head,
  frame: Frame,
  isSaid: IsSaid,
  settings: ReadSettings,
): Part {
  const { detail, own } = layout;
  const columns = [...head.at.values()];
  const fields = new Set(columns);
  const candidates = frame.rows.filter((row) => isRecord(grid, row, fields, isSaid));
  const totals = ownTotals(grid, detail, head.at, candidates);
  const struck = candidates.filter((row) => isStruckRow(grid, row, fields));
  const rows = candidates.filter((row) => !totals.has(row) && !struck.includes(row));
  const others = frame.rows.filter((row) => !candidates.includes(row));
  const read = rows.map((row) => readRecord(grid, row, layout, head, settings));
  const beside = frame.heads[0] === head ? cellsBeside(grid, frame, new Set(candidates), isSaid) : [];
  return {
    head,
    totals: [...totals.keys()],
    rows: read.map(({ row }) => row),
    aside: [
      ...struck.flatMap((row) => cellsOf(grid, row, ({ column }) => fields.has(column))),
      ...[...totals.keys()].flatMap((row) => cellsOf(grid, row, isOfTotal(layout, head))),
      ...beside.filter(({ row }) => !totals.has(row)),
      ...remarks(grid, others, fields, layout, isSaid),
    ],
    findings: [
      ...struck.map((row) => struckRow(grid, row, fields)),
      ...(own === null ? [...totals].map(([row, column]) => totalFinding(grid, detail, row, column)) : []),
      ...read.flatMap(({ findings }) => findings),
      ...(own === null ? overflow(grid, head, rows, frame.rows) : []),
      ...mergedEntries(grid, rows, columns, (row, column) => !isShared(grid, layout, head, row, column)),
      ...hiddenFindings(grid, rows, columns),
      ...(frame.heads[0] === head ? strangeFigures(grid, frame, beside) : []),
    ],
  };
}

function cellsOf(grid: Grid, row: number, isMeant: (cell: Cell) => boolean): Cell[] {
  return grid.rows.get(row)!.filter((cell) => carries(cell) && isMeant(cell));
}

/** What is listed of a row of totals: on an office's own sheet they belong there, on ours they do not. */
function isOfTotal({ own, columns }: ListLayout, { at, ordinal }: Head): (cell: Cell) => boolean {
  if (own === null) return (cell) => cell.column !== ordinal || cell.kind === "text";
  const summed = new Set(columns.flatMap(({ name, column }) => (column.kind === "text" ? [] : (at.get(name) ?? [])))); // prettier-ignore
  return (cell) => isFigure(cell) && !summed.has(cell.column) && cell.column !== ordinal;
}

/** Columns that are the list's, of every head of the frame. */
function known({ heads }: Frame): ReadonlySet<number | null> {
  return new Set(heads.flatMap(({ at, ordinal }) => [...at.values(), ordinal]));
}

/** What is written beside the records, and headings that are none of the list's. */
function cellsBeside(grid: Grid, frame: Frame, records: ReadonlySet<number>, isSaid: IsSaid): Cell[] {
  const ours = known(frame);
  const strange = frame.heads.flatMap((head) => head.strange);
  const isStrange = (row: number, column: number): boolean =>
    strange.some((each) => each.row === row && each.column === column);
  return [
    ...frame.headRows.flatMap((row) =>
      cellsOf(grid, row, (cell) => isStrange(row, cell.column) || (isFigure(cell) && !ours.has(cell.column))),
    ),
    ...frame.rows.flatMap((row) =>
      cellsOf(
        grid,
        row,
        (cell) => !ours.has(cell.column) && (records.has(row) || !isSaid(row, cell.column, rawText(cell))),
      ),
    ),
  ];
}

/** What a unit says about the list in a row by itself; on a sheet of ours everything that is no record. */
function remarks(
  grid: Grid,
  rows: readonly number[],
  fields: ReadonlySet<number>,
  { own }: ListLayout,
  isSaid: IsSaid,
): Cell[] {
  const isRemark = (cell: Cell): boolean =>
    own === null || (isWords(grid, cell) && !isSaid(cell.row, cell.column, rawText(cell)));
  return rows.flatMap((row) => cellsOf(grid, row, (cell) => fields.has(cell.column) && isRemark(cell)));
}

/** D20: columns of the unit's own, and figures beside the list under no heading. */
function strangeFigures(grid: Grid, frame: Frame, beside: readonly Cell[]): Finding[] {
  const ours = known(frame);
  const [head] = frame.heads;
  const fields = [...head.at.values()];
  const isAmong = (column: number): boolean => column > Math.min(...fields) && column < Math.max(...fields);
  const figures = beside.filter((cell) => isFigure(cell) && frame.rows.includes(cell.row));
  const strange = head.strange.filter(({ column }) => !ours.has(column));
  const headed = new Set(strange.map(({ column }) => column));
  return [
    ...strange.flatMap((each) => {
      const below = [...headFigure(grid, each), ...figures.filter(({ column }) => column === each.column)];
      return below.length > 0 || isAmong(each.column) ? [insertedColumn(grid, each, below)] : [];
    }),
    ...besideFinding(
      grid,
      figures.filter(({ column }) => !headed.has(column)),
    ),
  ];
}

/** Somebody wrote something into a column of the list, and no title, example or “无”. */
function isRecord(grid: Grid, row: number, fields: ReadonlySet<number>, isSaid: IsSaid): boolean {
  const cells = grid.rows.get(row)!.filter(carries);
  const written = cells.filter((cell) => fields.has(cell.column) && !isFiller(cell));
  const [first] = written;
  if (first === undefined || EXAMPLE.test(compact(rawText(cells[0]!)))) return false;
  const texts = cells.filter((cell) => cell.kind === "text");
  if (texts.length === cells.length && texts.every((cell) => isSaid(row, cell.column, rawText(cell))))
    return false;
  return written.length > 1 || !(NOTHING.test(compact(rawText(first))) || isWide(grid, first));
}

/** Formulas and zeros that a blank has in its empty rows. */
function isFiller({ formula, value }: Cell): boolean {
  return formula !== undefined || value === 0;
}

const EXAMPLE = /^[(（【[]?(?:填[写报])?(?:示例|样例|举例|例)[)）】\]]?[:：]?$/;
/** In a row by itself: nothing to report. */
const NOTHING =
  /^[(（]?(?:无|没有|暂无|本单位无.{0,10}|空白|以下空白|零报告|[-—–/／]+|[….·、]+)[)）]?[。.]?$/;

/** Captions, examples and “无” are nothing to be listed. */
function isWords(grid: Grid, cell: Cell): boolean {
  const text = compact(rawText(cell));
  const isPlain = /[:：]/.test(text) || NOTHING.test(text) || EXAMPLE.test(text) || isTotalLabel(text);
  return cell.kind === "text" && isWide(grid, cell) && !isPlain;
}

/** A text over several columns, and nothing else: a title or a remark. */
function isWide(grid: Grid, { row, column }: Cell): boolean {
  const merge = mergeAt(grid, row, column);
  return merge !== undefined && merge.right - merge.left >= 2;
}

function readRecord(
  grid: Grid,
  row: number,
  layout: ListLayout,
  head: Head,
  settings: ReadSettings,
): { readonly row: ListRow; readonly findings: readonly Finding[] } {
  const { columns, detail, own } = layout;
  const cells = new Map<string, Entry>();
  const findings: Finding[] = [];
  for (const { name, column, item } of columns) {
    const there = head.at.get(name);
    if (there === undefined) continue;
    const from = isShared(grid, layout, head, row, there) ? mergeAt(grid, row, there)!.top : row;
    const day = column.kind === "text" ? dayAt(grid, from, there, settings) : null;
    if (day !== null) {
      cells.set(name, day);
      continue;
    }
    const subject = { indicator: item ?? null, name, personal: column.personal || detail.personal };
    const read = readEntry(grid, from, there, specOf(column), subject, settings);
    cells.set(name, read.entry);
    findings.push(...(own === null ? read.findings : read.findings.map(unlistedAsNote)));
  }
  return { row: { row, cells }, findings };
}

/**
 * A word merged over records below each other is meant for each of them: 村名 beside its households. On a sheet of ours
 * every record has its own cell, and figures are never copied.
 */
function isShared(
  grid: Grid,
  { own, columns }: ListLayout,
  { at }: Head,
  row: number,
  column: number,
): boolean {
  const merge = mergeAt(grid, row, column);
  if (own === null || merge === undefined || merge.left !== merge.right) return false;
  const meant = columns.find(({ name }) => at.get(name) === column)?.column;
  return meant !== undefined && SHARED_KINDS.has(meant.kind);
}

const SHARED_KINDS: ReadonlySet<string> = new Set(["text", "choice", "yesNo", "date"]);

/** The choices of an office's own list were proposed by us: another word is counted with none of them, and is no mistake. */
function unlistedAsNote(finding: Finding): Finding {
  return finding.code === "F22" ? { ...finding, class: "note" } : finding;
}

/** A day among words is written as people read it. */
function dayAt(grid: Grid, row: number, column: number, { date1904 }: ReadSettings): Entry | null {
  const cell = at(grid, row, column);
  if (typeof cell?.value !== "number" || !isDateFormat(cell.format)) return null;
  const day = fromSerial(cell.value, date1904);
  if (day === null) return null;
  const text = isoDay(day);
  return {
    raw: text,
    value: text,
    state: "filled",
    approximate: false,
    steps: [],
    place: place(grid, row, column),
  };
}

/** D27: counted again, a total would double everything. */
function totalFinding(grid: Grid, list: DetailList, row: number, column: number): Finding {
  const raw = list.personal ? MASKED : textAt(grid, row, column);
  return shapeFinding("D27", "mustFix", place(grid, row, column), { raw });
}

/** D30: records below the last numbered row of the frame. */
function overflow(grid: Grid, head: Head, rows: readonly number[], frame: readonly number[]): Finding[] {
  const end = lastNumbered(grid, head, frame);
  const beyond = end === null ? [] : rows.filter((row) => row > end);
  if (beyond.length === 0) return [];
  const where = place(grid, beyond[0]!, Math.min(...head.at.values()));
  return [shapeFinding("D30", "explain", where, { variant: "overflow", count: beyond.length })];
}
