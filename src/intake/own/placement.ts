/** Where the lines and columns of an office's own form are on a unit's sheet. */
import type { OwnCell } from "../../template/own-sheet";
import type { Finding } from "../../findings/finding";
import { at, type Grid } from "../grid";
import { plainLabel } from "../labels";
import type { StrangeColumn } from "../align/renamed";
import { rawText } from "../normalise/clean";
import { areCardsInPlace, cardInPlace, type PlacedCard } from "./cards";
import {
  isFormula,
  isNumber,
  placeKey,
  withoutCells,
  type BlankText,
  type OwnLayout,
  type TableLayout,
} from "./own-layout";

export interface PlacedTable {
  readonly layout: TableLayout;
  /** By the keys of its lines and columns, rows and columns of the unit's sheet; what is not there is absent. */
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<string, number>;
  /** Rows of the sheet that hold its head. */
  readonly headRows: readonly number[];
  /** By the blank's columns of labels, those of the sheet; absent where they are the same. */
  readonly labels?: ReadonlyMap<number, number>;
  /** Rows that could be several lines: asked about already. */
  readonly unclear?: readonly number[];
}

export interface Placement {
  readonly tables: readonly PlacedTable[];
  readonly cards: readonly PlacedCard[];
  /** Columns of the unit's own among those of a table. */
  readonly strange: readonly StrangeColumn[];
  /** Does the blank say the same, there or where it was before something was moved? */
  readonly isSaid: (row: number, column: number, text: string) => boolean;
  /** Nothing was moved, inserted or reworded. */
  readonly exact: boolean;
  /** No head was found: the columns are those of another sheet. */
  readonly headless?: boolean;
  readonly findings: readonly Finding[];
}

/** Every label and heading is where the blank has it: then so is everything else. Null where one is not. */
export function placeExactly(grid: Grid, layout: OwnLayout): Placement | null {
  if (!layout.anchors.every((anchor) => isThere(grid, anchor))) return null;
  if (layout.blanks.some(({ row, column }) => isWord(grid, row, column))) return null;
  if (!layout.cards.every((card) => areCardsInPlace(grid, card))) return null;
  return {
    tables: layout.tables.map((table) => inPlace(table)),
    cards: layout.cards.map(cardInPlace),
    strange: [],
    isSaid: (row, column, text) =>
      saysBlank(layout.texts.get(placeKey(row, column)), text) || isElsewhere(layout, text),
    exact: true,
    findings: [],
  };
}

export function saysBlank(blank: BlankText | undefined, text: string): boolean {
  return (
    blank !== undefined && (blank.text === text || blank.plain === "" || blank.plain === plainLabel(text))
  );
}

/** Words and formulas of the blank are its own wherever they are now. */
export function isElsewhere({ said, formulas }: OwnLayout, text: string): boolean {
  if (isFormula(text)) return formulas.has(withoutCells(text));
  const plain = plainLabel(text);
  return !isNumber(plain) && said.has(plain);
}

function isWord(grid: Grid, row: number, column: number): boolean {
  const cell = at(grid, row, column);
  return cell?.kind === "text" && rawText(cell).trim() !== "";
}

function isThere(grid: Grid, anchor: BlankText): boolean {
  const cell = at(grid, anchor.row, anchor.column);
  if (!cell) return false;
  const text = rawText(cell);
  return text === anchor.text || plainLabel(text) === anchor.plain;
}

function inPlace(layout: TableLayout): PlacedTable {
  return {
    layout,
    rows: new Map(layout.table.lines.map(({ key, row }) => [key, row])),
    columns: new Map(layout.table.columns.map(({ key, column }) => [key, column])),
    headRows: layout.headRows,
  };
}

/** The place of a cell of the blank; null where its line or column is not on the sheet. */
export function placeOf(
  cell: OwnCell,
  { rows, columns }: PlacedTable,
): { row: number; column: number } | null {
  const row = rows.get(cell.line);
  const column = columns.get(cell.in);
  return row === undefined || column === undefined ? null : { row, column };
}
