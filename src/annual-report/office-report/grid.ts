/** The office's report workbook as it is filled: what is in its cells, and which of them are units' names. */
import { cellAt, cellsOf, cellsOfRow } from "../../workbook/cells";
import { contains } from "../../workbook/address";
import type { Cell, CellValue, Sheet } from "../../workbook/workbook";
import { unitKey, type Words } from "./placeholders";

const TOTAL = /^(?:合计|总计|共计|总数|全[县市区乡镇旗州]|全[县市区]合计|[县市区]合计)$/;

/** A unit by its register name; `total` is the row or column of the whole county. */
export type Named = { readonly unit: string } | "total" | null;

export class Grid {
  constructor(
    readonly sheet: Sheet,
    private readonly words: Words,
    private readonly county: string,
  ) {}

  cell(row: number, column: number): Cell | undefined {
    return cellAt(this.sheet, row, column);
  }

  cells(): Iterable<Cell> {
    return cellsOf(this.sheet);
  }

  row(row: number): readonly Cell[] {
    return cellsOfRow(this.sheet, row);
  }

  get lastRow(): number {
    const { rows, count } = this.sheet.cells;
    return count === 0 ? -1 : rows[count - 1]!;
  }

  /** Covered by a merged cell: what is written there cannot be seen. */
  isCovered(row: number, column: number): boolean {
    return this.sheet.merges.some(
      (area) => contains(area, row, column) && (area.top !== row || area.left !== column),
    );
  }

  named(value: CellValue | undefined): Named {
    if (typeof value !== "string") return null;
    const key = unitKey(value);
    const unit = this.words.units.get(key) ?? this.words.units.get(key.replace(/^\d{1,3}[、.．]/, ""));
    if (unit !== undefined) return { unit };
    return TOTAL.test(key) || (this.county !== "" && key === unitKey(this.county)) ? "total" : null;
  }

  unitIn(row: number, column: number): string | null {
    const named = this.named(this.cell(row, column)?.value);
    return named !== null && named !== "total" ? named.unit : null;
  }

  /** The unit that the row is about: the nearest one to the left. */
  unitToTheLeft(row: number, column: number): string | null {
    const units = this.row(row).flatMap((cell) =>
      cell.column < column ? (this.unitIn(row, cell.column) ?? []) : [],
    );
    return units.at(-1) ?? null;
  }

  /** The unit that the column is about: the nearest one above. */
  unitAbove(row: number, column: number): string | null {
    for (let above = row - 1; above >= 0; above--) {
      const unit = this.unitIn(above, column);
      if (unit !== null) return unit;
    }
    return null;
  }
}
