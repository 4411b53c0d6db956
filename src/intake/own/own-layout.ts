/** An office's own sheet, prepared for being found in copies: where the blank has which labels and headings. */
import type { OwnCell, OwnColumn, OwnLine, OwnSheet, OwnTable, OwnText } from "../../template/own-sheet";
import type { DetailList } from "../../template/template";
import { withEveryLine } from "../../template/unit-lines";
import { plainLabel } from "../labels";
import { cardLayout, type CardLayout } from "./card-layout";
import type { LineOwners } from "./line-owners";
import { listLayouts, type ListLayout } from "../lists/list-layout";

/** A text of the blank, folded once for any number of comparisons. */
export interface BlankText extends OwnText {
  /** Folded as labels are; empty for a formula. */
  readonly plain: string;
}

export interface OwnLayout {
  readonly sheet: OwnSheet;
  readonly tables: readonly TableLayout[];
  readonly cards: readonly CardLayout[];
  readonly lists: readonly ListLayout[];
  /** Texts of the blank by place. */
  readonly texts: ReadonlyMap<number, BlankText>;
  /** Labels and headings of all tables: a copy of the same geometry has each of them in its place. */
  readonly anchors: readonly BlankText[];
  /** Cells among the labels in which the blank has none: a label there says something of its own. */
  readonly blanks: readonly { readonly row: number; readonly column: number }[];
  /** The different words among the anchors, numbers excepted. */
  readonly words: ReadonlySet<string>;
  /** With what cells begin that are filled in between their words. */
  readonly beginnings: ReadonlySet<string>;
  /** Labels and codes of all lines. */
  readonly names: ReadonlySet<string>;
  /** Titles, notes and everything else that the blank says. */
  readonly said: ReadonlySet<string>;
  /** Its formulas, whatever cells they refer to: those change when something is inserted. */
  readonly formulas: ReadonlySet<string>;
  /** Numbers beside the tables. */
  readonly numbers: ReadonlySet<string>;
}

export interface TableLayout {
  /** With each of its lines, where these are units. */
  readonly table: OwnTable;
  /** Whose the lines are, where each is a unit's. */
  readonly owners?: LineOwners;
  /** Rows of the head, from top to bottom; empty where it has none. */
  readonly headRows: readonly number[];
  /** Texts of the head, those over the labels too. */
  readonly heads: readonly BlankText[];
  /** Columns that hold the labels and codes of the lines. */
  readonly labelColumns: readonly number[];
  readonly lines: readonly LineLayout[];
  readonly columns: readonly ColumnLayout[];
  readonly lastRow: number;
}

export interface LineLayout {
  readonly line: OwnLine;
  /** The texts of its own row, from left to right. */
  readonly texts: readonly BlankText[];
  /** Folded: the innermost label if it is in the row itself, else empty. */
  readonly label: string;
  /** Folded; empty where the office has none. */
  readonly code: string;
  /** Folded, from the innermost parent outwards. */
  readonly parents: readonly string[];
  readonly cells: readonly OwnCell[];
}

export interface ColumnLayout {
  readonly column: OwnColumn;
  /** Folded, from the top. */
  readonly heads: readonly string[];
}

const ROW = 0x10000;
/** A head is at most so high. */
const HEAD_HEIGHT = 8;

export function placeKey(row: number, column: number): number {
  return row * ROW + column;
}

export function ownLayout(
  { tables: given, ...rest }: OwnSheet,
  owners: (table: OwnTable) => LineOwners | undefined,
  details: readonly DetailList[] = [],
): OwnLayout {
  const sheet: OwnSheet = { ...rest, tables: given.map(withEveryLine) };
  const texts = new Map(
    (sheet.texts ?? []).map((text) => [placeKey(text.row, text.column), blankText(text)]),
  );
  const byRow = rowsOf([...texts.values()]);
  const grids = sheet.tables.filter(({ kind }) => kind !== "card");
  const cards = sheet.tables
    .filter(({ kind }) => kind === "card")
    .map((table) => cardLayout(table, sheet.texts ?? [], sheet.merges ?? []));
  const tables = grids.map((table) => ({
    ...tableLayout(table, grids, byRow),
    ...ownedBy(owners(table)),
  }));
  const lists = listLayouts({ own: sheet }, details, [...texts.values()]);
  const anchors = [
    ...new Set([
      ...lists.flatMap(({ heads }) => heads),
      ...tables.flatMap(({ heads, lines }) => [...heads, ...lines.flatMap((line) => line.texts)]),
      ...cards.flatMap((card) => labelsOfCard(card, texts)),
    ]),
  ];
  const words = anchors.flatMap(({ plain }) => (isNumber(plain) ? [] : [plain]));
  return {
    sheet,
    tables,
    cards,
    lists,
    texts,
    anchors,
    blanks: tables.flatMap(({ labelColumns, lines }) =>
      lines.flatMap(({ line: { row } }) =>
        labelColumns.filter((column) => !texts.has(placeKey(row, column))).map((column) => ({ row, column })),
      ),
    ),
    words: new Set(words),
    beginnings: new Set(
      cards.flatMap(({ places }) =>
        places.flatMap((each) => (each.isInside && each.words !== "" ? [each.words] : [])),
      ),
    ),
    names: new Set(
      tables.flatMap(({ lines }) =>
        lines.flatMap(({ label, code }) => [label, code].filter((name) => name !== "")),
      ),
    ),
    said: new Set([...texts.values()].map(({ plain }) => plain).filter((plain) => plain !== "")),
    formulas: new Set(
      [...texts.values()]
        .map(({ text }) => text)
        .filter(isFormula)
        .map(withoutCells),
    ),
    numbers: new Set(
      [...texts.values()]
        .filter((text) => isNumber(text.plain) && !anchors.includes(text))
        .map(({ plain }) => plain),
    ),
  };
}

function labelsOfCard({ places }: CardLayout, texts: ReadonlyMap<number, BlankText>): BlankText[] {
  return places.flatMap(({ label }) => texts.get(placeKey(label.row, label.column)) ?? []);
}

function ownedBy(owners: LineOwners | undefined): Pick<TableLayout, "owners"> {
  return owners ? { owners } : {};
}

function blankText(text: OwnText): BlankText {
  return { ...text, plain: isFormula(text.text) ? "" : plainLabel(text.text) };
}

export function isFormula(text: string): boolean {
  return text.startsWith("=");
}

/** A formula with a sign in place of each cell that it refers to. */
export function withoutCells(formula: string): string {
  return formula.replace(/\$?[A-Z]{1,3}\$?\d{1,7}/g, "#");
}

export function isNumber(plain: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(plain);
}

type Rows = ReadonlyMap<number, readonly BlankText[]>;

function rowsOf(texts: readonly BlankText[]): Rows {
  const rows = new Map<number, BlankText[]>();
  for (const text of [...texts].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(text.row);
    if (row) row.push(text);
    else rows.set(text.row, [text]);
  }
  return rows;
}

function tableLayout(table: OwnTable, all: readonly OwnTable[], rows: Rows): TableLayout {
  const lineRows = table.lines.map(({ row }) => row);
  const [first, last] = [Math.min(...lineRows), Math.max(...lineRows)];
  const values = table.columns.map(({ column }) => column);
  const [left, right] = extent(table, all);
  const columns = table.columns.map((column) => ({ column, heads: column.heads.map(plainLabel) }));
  const headRows = headRowsOf(columns, first, rows, previousRow(table, all, first));
  const heads = headRows.flatMap((row) =>
    (rows.get(row) ?? []).filter(({ column }) => column > left && column <= right),
  );
  const own = new Set(values);
  const inStub = ({ column, plain }: BlankText): boolean =>
    column > left && column <= right && !own.has(column) && plain !== "";
  const lines = table.lines.map((line) => lineLayout(line, table, (rows.get(line.row) ?? []).filter(inStub)));
  return {
    table,
    headRows,
    heads: heads.filter(({ plain }) => plain !== ""),
    labelColumns: [...new Set(lines.flatMap((line) => line.texts.map(({ column }) => column)))].sort(
      (a, b) => a - b,
    ),
    lines,
    columns,
    lastRow: last,
  };
}

/** The columns between this table and those at its sides: its own are those behind the first and up to the second. */
function extent(table: OwnTable, all: readonly OwnTable[]): [after: number, upTo: number] {
  const span = (each: OwnTable): [number, number] => {
    const columns = each.columns.map(({ column }) => column);
    return [Math.min(...columns), Math.max(...columns)];
  };
  const rowsOfTable = (each: OwnTable): [number, number] => {
    const rows = each.lines.map(({ row }) => row);
    return [Math.min(...rows), Math.max(...rows)];
  };
  const [left, right] = span(table);
  const [top, bottom] = rowsOfTable(table);
  const beside = all.filter((other) => {
    const [first, last] = rowsOfTable(other);
    return other !== table && first <= bottom && last >= top;
  });
  const after = Math.max(-1, ...beside.map((other) => span(other)[1]).filter((end) => end < left));
  const isLast = beside.every((other) => span(other)[0] < left);
  return [after, isLast ? Infinity : right];
}

/** The last row of a table above. */
function previousRow(table: OwnTable, all: readonly OwnTable[], first: number): number {
  const above = all
    .filter((other) => other !== table)
    .map((other) => Math.max(...other.lines.map(({ row }) => row)))
    .filter((row) => row < first);
  return Math.max(-1, ...above);
}

/** From the first to the last row above the lines that has a heading of the table, or its numbers in 栏次. */
function headRowsOf(columns: readonly ColumnLayout[], first: number, rows: Rows, after: number): number[] {
  const words = new Set(columns.flatMap(({ heads }) => heads).filter((head) => head !== ""));
  const keys = new Map(columns.map(({ column: { column, key } }) => [column, key]));
  const window = [...rows.keys()].filter((row) => row < first && row > after && row >= first - HEAD_HEIGHT);
  const isHead = ({ column, plain }: BlankText): boolean =>
    words.has(plain) || (isNumber(plain) && keys.get(column) === plain);
  const heads = window.filter((row) => rows.get(row)!.some(isHead));
  const [top, bottom] = [heads[0], heads.at(-1)];
  return top === undefined ? [] : window.filter((row) => row >= top && row <= bottom!);
}

function lineLayout(line: OwnLine, table: OwnTable, texts: readonly BlankText[]): LineLayout {
  const code = line.code === undefined ? "" : plainLabel(line.code);
  const inner = plainLabel(line.path.at(-1) ?? "");
  const label = texts.some(({ plain }) => plain === inner) ? inner : "";
  return {
    line,
    texts,
    label,
    code,
    parents: (label === "" ? line.path : line.path.slice(0, -1)).map(plainLabel).reverse(),
    cells: table.cells.filter((cell) => cell.line === line.key),
  };
}
