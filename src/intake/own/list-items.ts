/** The items that a list on an office's own sheet makes: how many records it has, by choice too, and sums of columns. */
import { choiceItems } from "../../template/own-lists";
import type { Indicator } from "../../template/template";
import { exactSum } from "../../workbook/exact-sum";
import { place, sheetPlace, type Grid } from "../grid";
import { plainLabel } from "../labels";
import type { PlacedList } from "../lists/place-lists";
import { rawText } from "../normalise/clean";
import type { Entry, Line, ListRow } from "../submission";

/**
 * Blank where there is no record. The place is the list's own row of totals if there is one, else the heading.
 */
export function linesOfList(
  grid: Grid,
  { layout, frames }: PlacedList,
  records: readonly ListRow[],
  items: ReadonlyMap<string, Indicator>,
): Line[] {
  const { own, columns, detail } = layout;
  if (own === null) return [];
  const rows = frames.flatMap((frame) => frame.rows);
  const total = own.total === undefined ? undefined : rows.findLast((row) => isTotalRow(grid, row));
  const head = frames[0]?.heads[0];
  const where = (name: string | undefined): Entry["place"] => {
    const column = head?.at.get(name ?? "");
    const row = total ?? frames.at(-1)?.headRows.at(-1);
    return row === undefined || column === undefined ? sheetPlace(grid) : place(grid, row, column);
  };
  const line = (code: string, value: number | null, name: string | undefined): Line[] =>
    items.has(code) ? [{ code, current: entryOf(value, where(name)), lastYear: null, reason: "" }] : [];
  return [
    ...line(own.count, records.length === 0 ? null : records.length, columns[0]?.name),
    ...choiceItems(own, detail).flatMap(({ code, column, choice }) => {
      const chosen = records.filter(({ cells }) => cells.get(column)?.value === choice).length;
      return line(code, records.length === 0 ? null : chosen, column);
    }),
    ...columns.flatMap(({ name, item }) =>
      item === undefined ? [] : line(item, sumOf(records, name), name),
    ),
  ];
}

function isTotalRow(grid: Grid, row: number): boolean {
  return grid.rows
    .get(row)!
    .some((cell) => cell.kind === "text" && /^(?:合计|总计|共计|总合计)$/.test(plainLabel(rawText(cell))));
}

function sumOf(records: readonly ListRow[], name: string): number | null {
  const values = records.flatMap(({ cells }) => {
    const value = cells.get(name)?.value;
    return typeof value === "number" ? [value] : [];
  });
  return values.length === 0 ? null : exactSum(values);
}

function entryOf(value: number | null, where: Entry["place"]): Entry {
  return {
    raw: value === null ? "" : String(value),
    value,
    state: value === null ? "blank" : "filled",
    approximate: false,
    steps: [],
    place: where,
  };
}
