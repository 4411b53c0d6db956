/** The records of a list on an office's own sheet, and the items that they make: their number, sums of columns. */
import type { Indicator } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { isDateFormat, fromSerial, isoDay } from "../../workbook/dates";
import { exactSum } from "../../workbook/exact-sum";
import type { Cell } from "../../workbook/workbook";
import { readEntry } from "../align/entry";
import { offTemplate } from "../align/extra-rows";
import { isFigure } from "../align/figures";
import { hiddenFindings } from "../align/hidden";
import { specOf } from "../align/list-specs";
import { mergedEntries } from "../align/merged";
import { isTotalLabel, ownTotals } from "../align/own-totals";
import { isStruckRow, struckRow } from "../align/seen";
import { besideFinding, headFigure, insertedColumn } from "../align/strange-columns";
import { MASKED } from "../findings";
import { at, carries, mergeAt, place, sheetPlace, type Grid } from "../grid";
import { plainLabel } from "../labels";
import type { ReadSettings } from "../normalise";
import { compact, rawText } from "../normalise/clean";
import type { Entry, Line, ListReading, ListRow, OffTemplate } from "../submission";
import type { PlacedList } from "./find-list";

export interface ReadList {
  readonly reading: ListReading;
  readonly findings: readonly Finding[];
  readonly offTemplate: readonly OffTemplate[];
}

/** @param isSaid does the blank say this text? Titles and captions are repeated on each page */
export function readList(
  grid: Grid,
  placed: PlacedList,
  isSaid: (row: number, column: number, text: string) => boolean,
  settings: ReadSettings,
): ReadList {
  const { layout, columns, rows: all, strange } = placed;
  const { detail } = layout;
  const fields = new Set(columns.values());
  const candidates = all.filter((row) => isRecord(grid, row, placed, isSaid));
  const totals = ownTotals(grid, detail, columns, candidates);
  const struck = candidates.filter((row) => isStruckRow(grid, row, fields));
  const rows = candidates.filter((row) => !totals.has(row) && !struck.includes(row));
  const read = rows.map((row) => readRecord(grid, row, placed, settings));
  const known = new Set([...fields, placed.ordinal]);
  const summed = new Set([...layout.columns.flatMap(({ own, column }) => (column.kind === "text" ? [] : (columns.get(own.key) ?? []))), placed.ordinal]); // prettier-ignore
  const headed = new Set(strange.map(({ column }) => column));
  const records = new Set(candidates);
  const stray = [...placed.headRows, ...all].flatMap((row) =>
    grid.rows.get(row)!.filter((cell) => {
      const isRemark =
        fields.has(cell.column) && isWords(grid, cell) && !isSaid(row, cell.column, rawText(cell));
      if (!records.has(row) && isRemark && !placed.headRows.includes(row)) return true;
      if (!records.has(row)) return isFigure(cell) && !known.has(cell.column) && !headed.has(cell.column);
      return totals.has(row)
        ? isFigure(cell) && !summed.has(cell.column)
        : carries(cell) && !known.has(cell.column);
    }),
  );
  const lost = struck.flatMap((row) =>
    grid.rows.get(row)!.filter((cell) => carries(cell) && fields.has(cell.column)),
  );
  const figures = stray.filter(isFigure);
  const isPersonal = detail.personal || detail.columns.some(({ personal }) => personal);
  return {
    reading: { list: detail.id, sheet: grid.sheet.name, rows: read.map(({ row }) => row) },
    offTemplate: [...stray, ...lost]
      .map((cell) => offTemplate(grid, cell))
      .map((each) => (isPersonal ? { ...each, raw: MASKED } : each)),
    findings: [
      ...read.flatMap((each) => each.findings),
      ...struck.map((row) => struckRow(grid, row, fields)),
      ...mergedEntries(grid, rows, [...fields]),
      ...hiddenFindings(grid, rows, [...fields]),
      ...strange.map((each) =>
        insertedColumn(grid, each, [
          ...headFigure(grid, each),
          ...figures.filter(({ column }) => column === each.column),
        ]),
      ),
      ...besideFinding(
        grid,
        figures.filter(({ column }) => !headed.has(column)),
      ),
    ],
  };
}

/** Somebody wrote something into a column of the list, and no title, example or “无”. */
function isRecord(
  grid: Grid,
  row: number,
  { columns }: PlacedList,
  isSaid: (row: number, column: number, text: string) => boolean,
): boolean {
  const cells = grid.rows.get(row)!.filter(carries);
  const fields = new Set(columns.values());
  const written = cells.filter((cell) => fields.has(cell.column) && !isFiller(cell));
  const [first] = written;
  if (first === undefined || EXAMPLE.test(compact(rawText(cells[0]!)))) return false;
  const texts = cells.filter((cell) => cell.kind === "text");
  if (texts.length === cells.length && texts.every((cell) => isSaid(row, cell.column, rawText(cell))))
    return false;
  return written.length > 1 || !(NOTHING.test(compact(rawText(first))) || isWide(grid, first));
}

/** Formulas and zeros that the blank has in its empty rows. */
function isFiller({ formula, value }: Cell): boolean {
  return formula !== undefined || value === 0;
}

const EXAMPLE = /^[(（【[]?(?:填[写报])?(?:示例|样例|举例|例)[)）】\]]?[:：]?$/;
/** In a row by itself: nothing to report. */
const NOTHING =
  /^[(（]?(?:无|没有|暂无|本单位无.{0,10}|空白|以下空白|零报告|[-—–/／]+|[….·、]+)[)）]?[。.]?$/;

/** What a unit says about the list in a row by itself; captions, examples and “无” are nothing to be listed. */
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
  { layout, columns }: PlacedList,
  settings: ReadSettings,
): { readonly row: ListRow; readonly findings: readonly Finding[] } {
  const cells = new Map<string, Entry>();
  const findings: Finding[] = [];
  for (const { own, column } of layout.columns) {
    const there = columns.get(own.key);
    if (there === undefined) continue;
    const day = column.kind === "text" ? dayAt(grid, row, there, settings) : null;
    if (day !== null) {
      cells.set(column.name, day);
      continue;
    }
    const subject = { indicator: own.item ?? null, name: column.name, personal: column.personal };
    const read = readEntry(grid, row, there, specOf(column), subject, settings);
    cells.set(column.name, read.entry);
    findings.push(...read.findings);
  }
  return { row: { row, cells }, findings };
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

/** The rows of the sheet from the head to the last one of the list. */
export function rowsOfList({ headRows, rows }: PlacedList): ReadonlySet<number> {
  return new Set([...headRows, ...rows]);
}

/**
 * The number of records and the sums of the columns that are added up; blank where there is no record. The place is the
 * list's own row of totals if there is one, else the heading.
 */
export function linesOfList(
  grid: Grid,
  { layout, columns, headRows, rows }: PlacedList,
  records: readonly ListRow[],
  items: ReadonlyMap<string, Indicator>,
): Line[] {
  const { list } = layout;
  const total = list.total === undefined ? undefined : rows.findLast((row) => isTotalRow(grid, row));
  const where = (column: number | undefined): Entry["place"] => {
    const row = total ?? headRows.at(-1);
    return row === undefined || column === undefined ? sheetPlace(grid) : place(grid, row, column);
  };
  const line = (code: string, value: number | null, column: number | undefined): Line[] =>
    items.has(code) ? [{ code, current: entryOf(value, where(column)), lastYear: null, reason: "" }] : [];
  const first = columns.get(layout.columns[0]?.own.key ?? "");
  return [
    ...line(list.count, records.length === 0 ? null : records.length, first),
    ...layout.columns.flatMap(({ own, column }) =>
      own.item === undefined ? [] : line(own.item, sumOf(records, column.name), columns.get(own.key)),
    ),
  ];
}

function isTotalRow(grid: Grid, row: number): boolean {
  return grid.rows
    .get(row)!
    .some((cell) => cell.kind === "text" && /^(?:合计|总计|共计|总合计)$/.test(plainLabel(rawText(cell))));
}

function sumOf(records: readonly ListRow[], name: string): number | null {
  const values = records.flatMap(({ cells }) => {
    const value = cells.get(name)?.value;
    return typeof value === "number" ? [value] : [];
  });
  return values.length === 0 ? null : exactSum(values);
}

function entryOf(value: number | null, where: Entry["place"]): Entry {
  return {
    raw: value === null ? "" : String(value),
    value,
    state: value === null ? "blank" : "filled",
    approximate: false,
    steps: [],
    place: where,
  };
}
