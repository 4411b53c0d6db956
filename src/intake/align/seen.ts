/** Entries that a person sees otherwise than they are stored, and formulas that can have no value. */
import type { Cell, TextBox } from "../../workbook/workbook";
import { MASKED, shapeFinding } from "../findings";
import type { Finding, Place } from "../../findings/finding";
import { at, carries, place, shownAs, textBoxAt, type Grid } from "../grid";
import { rawText } from "../normalise/clean";
import { refused, type Defect, type Reading } from "../normalise/reading";
import type { KnownSheet } from "../recognise/known-sheet";
import { isCircular } from "./formulas";

/** WPS and Excel show a picture for these; their value is the formula's own text, or an error. */
const PICTURE = /^=?(?:_xlfn\.|_xlws\.)*(?:DISPIMG|IMAGE)\s*\(/i;

/** What makes the cell unreadable, whatever is stored in it; null for a cell like any other. */
export function unreadable(grid: Grid, row: number, column: number): Reading | null {
  const cell = at(grid, row, column);
  const box = textBoxAt(grid, row, column);
  if (box && !(cell && carries(cell))) return refused(box.text, { code: "F08", class: "explain" });
  if (!cell) return null;
  const raw = rawText(cell);
  const look = shownAs(grid, row, column);
  if (look?.kind === "picture" || PICTURE.test(cell.formula ?? "") || PICTURE.test(raw))
    return refused("", { code: "D09", class: "mustFix", variant: "cell" });
  if (look?.kind === "struckOut")
    return refused(raw, { code: "D39", class: "explain", variant: "struckOut" });
  if (cell.formula !== undefined && isCircular(grid, cell)) {
    const params = { formula: `=${cell.formula}` };
    return refused(raw, { code: "D46", class: "mustFix", variant: "circular", params });
  }
  return null;
}

/** What there is to say about a cell that was read all the same: a part that is struck out, a text box over it. */
export function besides(grid: Grid, row: number, column: number, { raw, value }: Reading): Defect[] {
  const defects: Defect[] = [];
  const said = { raw, value: typeof value === "boolean" ? String(value) : value };
  const struckOut = shownAs(grid, row, column)?.struckOut ?? "";
  if (struckOut !== "")
    defects.push({ code: "D39", class: "note", variant: "struckPart", params: { ...said, struckOut } });
  const box = textBoxAt(grid, row, column);
  if (box && raw !== box.text)
    defects.push({ code: "F08", class: "explain", variant: "covered", params: { ...said, text: box.text } });
  return defects;
}

/** A record of which every cell is struck out: the unit took it back. */
export function isStruckRow(grid: Grid, row: number, fields: ReadonlySet<number>): boolean {
  const cells = grid.rows.get(row)?.filter((cell) => fields.has(cell.column) && carries(cell)) ?? [];
  return cells.length > 0 && cells.every((cell) => shownAs(grid, row, cell.column)?.kind === "struckOut");
}

export function struckRow(grid: Grid, row: number, fields: ReadonlySet<number>): Finding {
  const first = grid.rows.get(row)!.find((cell: Cell) => fields.has(cell.column) && carries(cell))!;
  return shapeFinding("D39", "explain", place(grid, row, first.column), { variant: "struckRow" });
}

/** Text boxes with figures that lie over no entry: they are named, as what is in no cell is never read. */
export function otherTextBoxes(sheets: readonly KnownSheet[], findings: readonly Finding[]): Finding[] {
  const named = new Set(findings.filter(({ code }) => code === "F08").map((each) => keyOf(each.place)));
  return sheets.flatMap(({ grid, target }) => {
    const isPersonal =
      target?.kind === "list" && (target.list.personal || target.list.columns.some((each) => each.personal));
    return (grid.sheet.textBoxes ?? [])
      .filter((box) => /\d/.test(box.text) && !named.has(keyOf(placeOf(grid, box))))
      .map((box) => {
        const params = { variant: "beside", text: isPersonal ? MASKED : box.text };
        return shapeFinding("F08", "note", placeOf(grid, box), params);
      });
  });
}

function placeOf(grid: Grid, { row, column }: TextBox): Place {
  return place(grid, row, column);
}

function keyOf({ sheet, cell }: Place): string {
  return `${sheet}!${cell}`;
}
