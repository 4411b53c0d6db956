/** What is known of an office's sheet before its items have keys. */
import type { CellFill, CellUse } from "../template/own-sheet";
import type { Captions } from "./captions";
import type { DraftColumn } from "./columns";
import type { GridCell, SheetGrid } from "./grid";
import type { DraftLine } from "./lines";
import type { DraftListColumn } from "./list-columns";
import type { ListArea } from "./lists";
import type { Question, QuestionCode } from "./question";
import type { TableArea } from "./tables";
import type { DraftUnitLines } from "./unit-lines";
import { isRate } from "./words";

export interface DraftCell {
  readonly row: number;
  readonly column: number;
  /** Which of the table's lines (of its unit lines) and columns. */
  readonly line: number;
  readonly in: number;
  readonly cell: GridCell;
  /** What of its text is to be filled. */
  readonly fill?: CellFill;
  use: CellUse;
  item?: string;
  formula?: string;
  translated?: string;
}

export interface DraftTable {
  readonly kind?: "card";
  readonly area: TableArea;
  readonly lines: readonly DraftLine[];
  readonly columns: readonly DraftColumn[];
  readonly cells: DraftCell[];
  /** Where each line is a unit's: all of them. `lines` and `cells` are then the first unit's. */
  readonly unitLines?: DraftUnitLines & { readonly cells: readonly DraftCell[] };
  lineKeys: string[];
  columnKeys: string[];
  /** Of unit lines: by column. */
  itemKeys?: string[];
}

export interface DraftList {
  readonly area: ListArea;
  readonly columns: readonly DraftListColumn[];
  /** What is written above or beside it; null where it is all that the sheet holds. */
  readonly title: string | null;
  /** Of the detail list, and what its items are called after: unique in the template. */
  id: string;
  name: string;
}

export interface DraftForm {
  readonly grid: SheetGrid;
  readonly captions: Captions;
  readonly tables: DraftTable[];
  readonly lists: DraftList[];
  /** About columns, lines and regions. */
  readonly asked: Question[];
  /** About single cells; those below each other become one question. */
  readonly doubts: Doubt[];
}

export interface Doubt {
  readonly code: QuestionCode;
  readonly cell: DraftCell;
}

/** Does a cell of this use have an item? */
export function hasItem(use: CellUse): boolean {
  return use !== "lastYear" && use !== "unused";
}

/** Are the line's figures none that can be added up? */
export function isRateLine({ path, measure }: DraftLine): boolean {
  return isRate(path.at(-1) ?? "") || (measure !== undefined && /[%‰]/.test(measure));
}

export function isRateColumn({ heads, role }: DraftColumn): boolean {
  return role === "change" || heads.some((head) => isRate(head) || /[%‰]/.test(head));
}
