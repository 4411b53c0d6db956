import { MAX_COLUMNS, MAX_ROWS, toA1 } from "../../../workbook/address";
import type { SheetPlan } from "../../../workbook/plan";
import { PatchError } from "./patch-error";

/** What is to be changed in somebody else's workbook. */
export interface WorkbookPatch {
  readonly sheets?: readonly SheetPatch[];
  /** Sheets to be added after the last one. Their charts can show their own cells only. */
  readonly added?: readonly SheetPlan[];
}

export interface SheetPatch {
  readonly sheet: string;
  readonly cells: readonly CellPatch[];
}

/** What is not named stays: number format, font, border, and without `value` the value or formula. */
export interface CellPatch {
  readonly row: number;
  readonly column: number;
  /** Replaces value or formula; a text is written as text, null empties the cell. */
  readonly value?: number | string | boolean | null;
  /** Without `=`; `value` is then its result, null where it is to be computed. */
  readonly formula?: string;
  /** `RRGGBB`. */
  readonly fill?: string;
  /** Number format. */
  readonly format?: string;
  /** A note; where the cell has one already, a further paragraph of it. */
  readonly comment?: string;
}

const TEXT_LIMIT = 32_767;

/** Throws `PatchError` for the first cell that no sheet could hold. */
export function checkSheetPatch({ sheet, cells }: SheetPatch): void {
  const seen = new Set<string>();
  for (const { row, column, value, comment = "" } of cells) {
    const address = toA1(row, column);
    const fail = (code: PatchError["code"]): PatchError => new PatchError(code, `${sheet}!${address}`);
    const inside = row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
    if (!inside || !Number.isInteger(row) || !Number.isInteger(column)) throw fail("outsideSheet");
    if (seen.has(address)) throw fail("cellTwice");
    seen.add(address);
    if (typeof value === "number" && !Number.isFinite(value)) throw fail("notFinite");
    const length = Math.max(comment.length, typeof value === "string" ? value.length : 0);
    if (length > TEXT_LIMIT) throw fail("textTooLong");
  }
}
