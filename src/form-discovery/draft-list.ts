/** A list of a blank with its columns, and the names of all lists of a template. */
import { keyText } from "./keys";
import type { DraftForm, DraftList } from "./draft";
import type { SheetGrid } from "./grid";
import { listColumns, type Written as WrittenInColumn } from "./list-columns";
import type { ListArea } from "./lists";
import type { Regions } from "./regions";
import { isCaption } from "./captions";

/** What units wrote below a heading, as far as it is known. */
export type WrittenBelow = (row: number, column: number) => WrittenInColumn | undefined;

export function draftList(
  grid: SheetGrid,
  area: ListArea,
  regions: Regions,
  written: WrittenBelow,
): DraftList {
  const columns = listColumns(grid, area, (column) => written(area.rows.first, column));
  return { area, columns, title: area.label ?? titleAbove(grid, area, regions), id: "", name: "" };
}

/** A single text right above the head, where other regions of the sheet are above it. */
function titleAbove(grid: SheetGrid, { head }: ListArea, { tables, lists }: Regions): string | null {
  const above = [...tables.map(({ rows }) => rows.at(-1)!), ...lists.map(({ bottom }) => bottom)];
  const last = Math.max(-1, ...above.filter((row) => row < head.top));
  for (let row = head.top - 1; row > last && row >= 0; row--) {
    const cells = grid.filled(row).filter(({ cell }) => cell.shows === "text" && !isCaption(cell.text));
    if (cells.length === 1) return last < 0 && isFirstText(grid, row) ? null : cells[0]!.cell.text;
    if (cells.length > 1) return null;
  }
  return null;
}

/** The title of the whole sheet. */
function isFirstText(grid: SheetGrid, row: number): boolean {
  for (let above = 0; above < row; above++)
    if (grid.filled(above).some(({ cell }) => cell.shows === "text" && !isCaption(cell.text))) return false;
  return true;
}

/** A sheet's name may be longer by the number in front. */
const LONGEST_NAME = 20;

/** Ids and names, unique in the template. */
export function nameLists(forms: readonly DraftForm[]): void {
  const taken = new Set<string>();
  let number = 0;
  for (const { grid, captions, lists } of forms) {
    const sheet = /^(?:sheet|工作表)\s*\d*$/i.test(grid.sheet.name) ? captions.titles[0] : undefined;
    for (const list of lists) {
      const plain = nameIn(list.title ?? "") || nameIn(sheet ?? grid.sheet.name) || "名单";
      let name = plain;
      for (let more = 2; taken.has(name); more++) name = `${plain}${more}`;
      taken.add(name);
      list.name = name;
      list.id = `明细${++number}`;
    }
  }
}

/** Without `二、`, brackets and signs: fit for rules and for the name of a sheet. */
function nameIn(text: string): string {
  const plain = keyText(text)
    .replace(/^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]?(?=\p{L})/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return [...plain].slice(0, LONGEST_NAME).join("");
}
