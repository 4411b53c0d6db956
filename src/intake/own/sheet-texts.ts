/** The texts of a unit's sheet, folded once, as they are stored and as a reader sees them through merged cells. */
import { contains, type Area } from "../../workbook/address";
import type { Grid } from "../grid";
import { plainLabel } from "../labels";
import { rawText } from "../normalise/clean";

export class SheetTexts {
  /** Rows that hold something, from top to bottom. */
  readonly rows: readonly number[];
  private readonly cells = new Map<number, Map<number, string>>();
  private readonly merges = new Map<number, Area[]>();

  constructor(readonly grid: Grid) {
    this.rows = [...grid.rows.keys()].sort((a, b) => a - b);
    for (const area of grid.sheet.merges) {
      // A merge over thousands of rows is a colour, not a label.
      for (let row = area.top; row <= Math.min(area.bottom, area.top + MOST_ROWS); row++)
        this.merges.set(row, [...(this.merges.get(row) ?? []), area]);
    }
  }

  /** By column, what the row holds; empty texts left out. */
  row(row: number): ReadonlyMap<number, string> {
    const known = this.cells.get(row);
    if (known) return known;
    const texts = new Map<number, string>();
    for (const cell of this.grid.rows.get(row) ?? []) {
      const raw = rawText(cell);
      const text = raw === "" || raw.length > LONGEST ? raw : plainLabel(raw);
      if (text !== "") texts.set(cell.column, text);
    }
    this.cells.set(row, texts);
    return texts;
  }

  at(row: number, column: number): string {
    return this.row(row).get(column) ?? "";
  }

  /** What a reader sees there: a merged area shows its first cell's text everywhere. */
  shown(row: number, column: number): string {
    const merge = this.mergeAt(row, column);
    return merge ? this.at(merge.top, merge.left) : this.at(row, column);
  }

  mergeAt(row: number, column: number): Area | undefined {
    return this.merges.get(row)?.find((area) => contains(area, row, column));
  }
}

const MOST_ROWS = 2000;
const LONGEST = 1000;
