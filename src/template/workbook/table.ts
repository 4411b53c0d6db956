/** Tables of the template workbook: a heading row, one row for each thing, columns found by their headings. */
import type { CellStyle, SheetPlan, ValidationPlan } from "../../workbook/plan";
import { toA1 } from "../../workbook/address";
import { cellsOfRow, lastRow } from "../../workbook/cells";
import type { Cell, Sheet } from "../../workbook/workbook";
import { foldName } from "../template-index";
import { SheetBuilder } from "../../workbook/sheet-builder";
import { textLines } from "../../workbook/text-lines";
import { HEADER, NOTE_WRAPPED, pages, TITLE, WRAPPED } from "../../workbook/styles";
import { WORDS } from "../words";
import type { Problems, TemplateProblem } from "./problem";
import { TableRow } from "./table-row";

export interface Column {
  readonly heading: string;
  /** Other headings that mean the same, as offices write them. */
  readonly others?: readonly string[];
  /** In characters. */
  readonly width: number;
  /** A drop-down; other input is warned of only. */
  readonly choices?: readonly string[];
  /** Without it the table cannot be read; other columns may be left out. */
  readonly essential?: boolean;
  readonly align?: "left" | "center" | "right";
}

export interface Table {
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly landscape?: boolean;
  /** Filter buttons on the headings; there unless false. */
  readonly filter?: boolean;
}

/** What is written: values by heading; a band sets off the rows that head others. */
export interface PlannedRow {
  readonly cells: Readonly<Record<string, string | number | null | undefined>>;
  readonly band?: boolean;
}

export interface TableText {
  readonly title: string;
  /** Above the table: what it is, how to change it. */
  readonly notes: readonly string[];
}

const BAND = "E8EEF7";
const BODY: CellStyle = { ...WRAPPED, format: "@" };
/** Characters: such a column holds sentences. */
const WIDE = 40;
const SPARE_ROWS = 200;

/** The sheet of a table: title, notes, headings, rows, drop-downs that go on below for new rows. */
export function tableSheet(table: Table, rows: readonly PlannedRow[], text: TableText): SheetPlan {
  const sheet = new SheetBuilder(table.sheet);
  const right = table.columns.length - 1;
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  sheet.put(0, 0, text.title, TITLE);
  sheet.height(0, 28);
  text.notes.forEach((note, i) => {
    sheet.merge({ top: i + 1, left: 0, bottom: i + 1, right }, note, NOTE_WRAPPED);
    sheet.height(i + 1, 14 * textLines(note, width) + 3);
  });
  const header = text.notes.length + 1;
  table.columns.forEach((column, i) => sheet.put(header, i, column.heading, HEADER));
  sheet.height(header, 32);
  rows.forEach((row, i) => putRow(sheet, table, row, header + 1 + i));
  const last = header + Math.max(rows.length, 1);
  sheet.widths(table.columns.map((column) => column.width));
  return sheet.build({
    freeze: { rows: header + 1, columns: 2 },
    print: pages(WORDS.page, {
      landscape: table.landscape ?? true,
      titleRows: { first: header, last: header },
    }),
    ...(table.filter === false ? {} : { autoFilter: { top: header, left: 0, bottom: last, right } }),
    validations: table.columns.flatMap((column, i) => dropDown(column, i, header + 1, last + SPARE_ROWS)),
    gridLines: true,
  });
}

function putRow(sheet: SheetBuilder, table: Table, { cells, band }: PlannedRow, row: number): void {
  const lines = table.columns.map((column, i) => {
    const value = cells[column.heading] ?? null;
    sheet.put(row, i, value, {
      ...BODY,
      horizontal: column.align ?? "left",
      ...(typeof value === "number" ? { format: "General" } : {}),
      ...(band ? { fill: BAND, bold: column.width < WIDE } : {}),
    });
    return textLines(String(value ?? ""), column.width);
  });
  sheet.height(row, Math.min(400, Math.max(20, Math.max(...lines) * 13 + 5)));
}

function dropDown(
  { choices, heading }: Column,
  column: number,
  top: number,
  bottom: number,
): ValidationPlan[] {
  if (!choices) return [];
  return [
    {
      area: { top, left: column, bottom, right: column },
      type: "list",
      choices,
      severity: "warning",
      errorTitle: WORDS.retyped,
      error: `${heading}：${choices.join("、")}`,
    },
  ];
}

const HEADER_SEARCH = 40;

/** Can the table's headings be found on the sheet? */
export function hasTable(sheet: Sheet, table: Table): boolean {
  return findHeader(sheet, table) !== null;
}

/**
 * The rows of the table as a person left them: columns by their headings wherever they stand, blank rows passed over.
 * Null, and a problem, where the headings cannot be found.
 */
export function readTable(sheet: Sheet, table: Table, problems: Problems): readonly TableRow[] | null {
  const header = findHeader(sheet, table);
  if (header === null) {
    problems.add({
      code: "missingHeader",
      sheet: sheet.name,
      cell: null,
      params: { headings: essentials(table).join("、") },
    });
    return null;
  }
  const { row: headerRow, columns } = header;
  const missing = essentials(table).filter((heading) => !columns.has(heading));
  for (const heading of missing) {
    problems.add({
      code: "missingColumn",
      sheet: sheet.name,
      cell: `A${headerRow + 1}`,
      params: { heading },
    });
  }
  return missing.length > 0 ? null : rowsBelow(sheet, headerRow, columns, problems);
}

/**
 * The rows below `headerRow` that hold something in one of the columns. What is under the table as on a printed form,
 * notes and signatures, is no row of it; it is said, for nobody reads it there.
 */
export function rowsBelow(
  sheet: Sheet,
  headerRow: number,
  columns: ReadonlyMap<string, number>,
  problems: Problems,
): TableRow[] {
  const rows: TableRow[] = [];
  const known = new Set(columns.values());
  let noted = false;
  for (let row = headerRow + 1; row <= lastRow(sheet); row++) {
    const all = cellsOfRow(sheet, row).filter(holdsText);
    if (row === headerRow + 1 && areColumnMarks(all)) continue;
    const cells = all.filter((cell) => known.has(cell.column));
    if (cells.length === 0) continue;
    noted = all.length === 1 && isNote(textOf(all[0]!), noted);
    if (noted) problems.add(noteProblem(sheet, all[0]!));
    else rows.push(new TableRow(sheet.name, row, cells, columns, problems));
  }
  return rows;
}

/** 栏次: 甲 乙 丙 1 2 3 under the headings. */
function areColumnMarks(cells: readonly Cell[]): boolean {
  const marks = cells.map(textOf);
  return marks.includes("甲") && marks.every((mark) => /^(?:[甲乙丙丁戊己]|\d{1,2})$/.test(mark));
}

const NOTE =
  /^(?:注|备注|说明|填表说明|填报说明|(?:单位|统计)?负责人|审核人|填表人|制表人?|报出日期)\s*\d*[:：]/;
/** 2. 金额以元为单位, under a note; 2. 0102=0103 is a rule. */
const NOTE_GOES_ON = /^(?:[（(]?\d{1,2}[)）.．、])(?!.*[=<>≤≥＝＜＞])/;

function isNote(text: string, afterNote: boolean): boolean {
  return NOTE.test(text) || (afterNote && NOTE_GOES_ON.test(text));
}

function noteProblem(sheet: Sheet, { row, column, value }: Cell): TemplateProblem {
  const found = String(value).trim();
  return { code: "noteBelow", sheet: sheet.name, cell: toA1(row, column), params: { found } };
}

function textOf({ value }: Cell): string {
  return String(value ?? "").trim();
}

function holdsText(cell: Cell): boolean {
  return textOf(cell) !== "";
}

function essentials(table: Table): string[] {
  return table.columns.filter((column) => column.essential).map((column) => column.heading);
}

/** The row, near the top, that holds the most headings: two at least. */
function findHeader(
  sheet: Sheet,
  table: Table,
): { readonly row: number; readonly columns: ReadonlyMap<string, number> } | null {
  let best: { row: number; columns: Map<string, number> } | null = null;
  for (let row = 0; row <= Math.min(lastRow(sheet), HEADER_SEARCH); row++) {
    const columns = headingsIn(cellsOfRow(sheet, row), table);
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best && withSecondRow(sheet, table, best);
}

/** A heading over several columns has theirs in the row below, where nothing but headings stands. */
function withSecondRow<
  Header extends { readonly row: number; readonly columns: ReadonlyMap<string, number> },
>(
  sheet: Sheet,
  table: Table,
  header: Header,
): { readonly row: number; readonly columns: ReadonlyMap<string, number> } {
  const cells = cellsOfRow(sheet, header.row + 1).filter(holdsText);
  const below = headingsIn(cells, table);
  const taken = new Map([...header.columns].map(([heading, column]) => [column, heading]));
  const fits = [...below].every(([heading, column]) => (taken.get(column) ?? heading) === heading);
  if (below.size === 0 || below.size < cells.length || !fits) return header;
  return { row: header.row + 1, columns: new Map([...header.columns, ...below]) };
}

function headingsIn(cells: readonly Cell[], table: Table): Map<string, number> {
  const found = new Map<string, number>();
  for (const cell of cells) {
    const text = foldName(String(cell.value ?? "")).replace(/\([^()]*\)$/, "");
    const column = table.columns.find(({ heading, others = [] }) =>
      [heading, ...others].some((name) => foldName(name) === text),
    );
    if (column && !found.has(column.heading)) found.set(column.heading, cell.column);
  }
  return found;
}
