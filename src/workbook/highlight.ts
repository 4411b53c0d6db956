/** Marks to be set in a workbook that somebody else made: a fill and a note on cells, counted from 0. */
export interface SheetHighlights {
  readonly sheet: string;
  /** No address twice. */
  readonly cells: readonly CellHighlight[];
}

export interface CellHighlight {
  readonly row: number;
  readonly column: number;
  /** `RRGGBB`. */
  readonly fill: string;
  readonly comment: string;
}
