/** House law 10: what names or reaches a person never enters a template. */
import { cellsOf } from "../workbook/cells";
import type { OfficeCell } from "../workbook/plan";
import type { DraftList, DraftTable } from "./draft";
import type { SheetGrid } from "./grid";

/** Names behind the words of a signature go, and what is written in columns of names, telephone numbers and similar. */
export function personalCells(
  grid: SheetGrid,
  tables: readonly DraftTable[],
  lists: readonly DraftList[] = [],
): OfficeCell[] {
  const cells: OfficeCell[] = [];
  for (const { row, column, value, kind } of cellsOf(grid.sheet)) {
    if (kind === "text" && withoutSigner(String(value)) !== value)
      cells.push({ row, column, value: withoutSigner(String(value)) });
  }
  for (const table of tables)
    for (const { row, column, in: c, cell } of table.unitLines?.cells ?? table.cells)
      if (table.columns[c]!.doubt === "personal" && cell.shows !== "empty" && cell.shows !== "formula")
        cells.push({ row, column, value: null });
  for (const { area, columns } of lists)
    for (const { column } of columns.filter(({ isPersonal }) => isPersonal))
      for (let row = area.rows.first; row <= area.rows.last; row++)
        if (grid.begins(row, column) && ["text", "number"].includes(grid.at(row, column).shows))
          cells.push({ row, column, value: null });
  return cells;
}

/** `填表人：沈玉婷` → `填表人：`. */
export function withoutSigner(text: string): string {
  return text.replace(SIGNER, "$1");
}

const SIGNER =
  /((?:填表人|制表人|填报人|经办人|复核人?|审核人|审批人|负责人|联系人|主管领导|分管领导|联系电话|手机|电话)(?:[(（][^)）]{0,8}[)）])?\s*[:：])[ \u3000]*(?![^\s:：\u3000]{1,12}[:：])[^\s:：\u3000]{2,20}/g;
