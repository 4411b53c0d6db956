/**
 * The layout of a form that is the office's own sheet, kept as it is. Every place is that of the office's blank (or of
 * the copy that served as one); rows and columns count from 0.
 */
import type { Area, Span } from "../workbook/address";

export interface OwnSheet {
  /** The sheet's name in the office's workbook. */
  readonly sheet: string;
  /** What is written above the tables, unit and period left out: helps to recognise a renamed sheet. */
  readonly titles: readonly string[];
  readonly tables: readonly OwnTable[];
  /** Records below a head, as many as a unit has. */
  readonly lists?: readonly OwnList[];
  /**
   * Every cell of the blank that holds something and is not among the cells of the tables: labels, headings, titles,
   * captions, notes, figures beside the tables. Copies are compared with them; without them only labels and headings are.
   */
  readonly texts?: readonly OwnText[];
  /** The merged areas of the blank. */
  readonly merges?: readonly Area[];
  /** Rows and columns that the blank hides. */
  readonly hidden?: { readonly rows: readonly Span[]; readonly columns: readonly Span[] };
  /** Where the unit's name and the period are written; absent where the sheet has no such place. */
  readonly unit?: Caption;
  readonly period?: Caption;
}

/** What the blank has in a cell, as it is stored (a number as JavaScript writes it); `=` and the formula of a formula. */
export interface OwnText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A grid of lines and columns. A sheet can hold several, below or beside each other. */
export interface OwnTable {
  /**
   * `unitLines`: the whole table goes to every unit, and each fills the line that bears its name. An item is a column;
   * `lines` and `cells` are one line, the first unit's, for all of them. `card`: every line is a label
   * with a place to fill, wherever both are; there is one column. Absent: a table of lines and columns.
   */
  readonly kind?: "unitLines" | "card";
  /** Every line of a table of this kind. */
  readonly unitLines?: UnitLines;
  readonly lines: readonly OwnLine[];
  readonly columns: readonly OwnColumn[];
  /** Every cell that units fill or that is computed, one line after the other. */
  readonly cells: readonly OwnCell[];
}

/** Where the records of a detail list are on the sheet. */
export interface OwnList {
  /** `DetailList.id`; its columns have the same keys (`ListColumn.name`). */
  readonly list: string;
  /** From left to right, the column that numbers the records left out. */
  readonly columns: readonly OwnListColumn[];
  /** Rows of the head. */
  readonly head: Span;
  /** Rows that the blank offers for records; units have more or fewer. */
  readonly rows: Span;
  /** The column that numbers the records. */
  readonly ordinal?: number;
  /** The row of the office's own totals. */
  readonly total?: number;
  /** Key of the item that counts the records. */
  readonly count: string;
}

export interface OwnListColumn {
  /** Unique in its list: the heading, as short as can be. */
  readonly key: string;
  /** Headings as they are written, from the top. */
  readonly heads: readonly string[];
  readonly column: number;
  /** Key of the item that is the sum of the column; absent for words, dates and what is not added up. */
  readonly item?: string;
  /** The blank's own formula in the row of totals, without `=`. */
  readonly formula?: string;
}

export interface OwnLine {
  /** Unique in the form: the office's code, else its label, as short as can be. */
  readonly key: string;
  /** The code as it is written in the row (`NM1210`, `01`); absent where the office has none. */
  readonly code?: string;
  /** Labels as they are written, from the outermost: `["担保类", "1.承兑汇票"]`. */
  readonly path: readonly string[];
  readonly row: number;
  /** Of a card: where its label is; absent where the label is in the cell to be filled. */
  readonly label?: { readonly row: number; readonly column: number };
}

export interface OwnColumn {
  /** Unique in its table: the number in 栏次, else the heading, as short as can be. */
  readonly key: string;
  /** Headings as they are written, from the top: `["高校基层党组织总数", "校级党委数"]`. */
  readonly heads: readonly string[];
  readonly role: ColumnRole;
  readonly column: number;
}

export interface UnitLines {
  readonly lines: readonly UnitLine[];
  /** Those of all these lines. */
  readonly cells: readonly OwnCell[];
}

/** The line of one unit, or one that adds up others: 合计, 小计. */
export interface UnitLine extends OwnLine {
  /** Keys of the units' lines that it adds up; absent for a unit's line. */
  readonly sums?: readonly string[];
}

/**
 * What a column is for: `value` this period's figures, `lastYear` the same period of last year, `previous` the period
 * before, `change` computed from them, `note` words about the line, `ignored` nothing that we read.
 */
export type ColumnRole = "value" | "lastYear" | "previous" | "change" | "note" | "ignored";

/**
 * What a cell is for, and its sign in the template workbook: `sum` ∑ added up, `computed` ＝ by its formula, `text` 文
 * kept per unit, `lastYear` 上 carried over, `unused` － not used.
 */
export type CellUse = "sum" | "computed" | "text" | "lastYear" | "unused";

export interface OwnCell {
  readonly row: number;
  readonly column: number;
  readonly use: CellUse;
  /** Keys of its line and column in this table. */
  readonly line: string;
  readonly in: string;
  /** The item's key (`Indicator.code`); absent for `lastYear` and `unused`. */
  readonly item?: string;
  /** The blank's own formula, without `=`; the county's cell keeps it. */
  readonly formula?: string;
  /** What the blank holds in a cell that is not computed: last year's figure, a filler, a formula (with `=`) without references. */
  readonly holds?: string | number;
  /** What of the text in `holds` is to be filled. */
  readonly fill?: CellFill;
}

/** What units fill in a cell that holds a text of the blank: one of its gaps, or ticks at its options. */
export type CellFill =
  | { readonly kind: "gap"; readonly index: number }
  | {
      readonly kind: "ticks";
      readonly options: readonly string[];
      /** Where an option's box is; `none`: the options that do not hold are deleted. */
      readonly boxes: "before" | "after" | "none";
      /** The item says of this option alone whether it is ticked; absent: which ones are. */
      readonly option?: string;
    };

/** A place for a name or period: behind the label in the label's own cell, or in a cell of its own. */
export interface Caption {
  readonly row: number;
  readonly column: number;
  /** `填报单位：`, as written; empty where the cell holds nothing else. */
  readonly label: string;
}

/** The office's workbook with its own sheets, from which all that we write of them is made. */
export interface OfficePackage {
  /** An .xlsx package. */
  readonly bytes: Uint8Array;
  /** `grid`: made from what our grid knows of an .xls or .et: places, sizes, merges and texts, no fonts or print set-up. */
  readonly from: "xlsx" | "grid";
}
