/** An office's own form drawn from what the template knows of it, where its own sheet cannot be had. */
import type { OwnSheet } from "../template/own-sheet";
import type { CellStyle, OfficeCell, SheetPlan } from "../workbook/plan";
import { figureFormat } from "../workbook/figure-format";
import { SheetBuilder } from "../workbook/sheet-builder";
import { HEADER, NOTE, pages, TEXT, valueStyle } from "../workbook/styles";
import { headerText } from "../workbook/typed-text";
import type { CountyContext } from "./county-context";

const figureStyle = (value: unknown): CellStyle => valueStyle(figureFormat(value, 10));
const PLAIN: CellStyle = {};
const NARROWEST = 9;
const WIDEST = 40;

/** Every cell at its place; heads and labels in plain looks. A comment says so. */
export function drawnOwnForm(
  own: OwnSheet,
  name: string,
  cells: readonly OfficeCell[],
  { say }: CountyContext,
): SheetPlan {
  const sheet = new SheetBuilder(name);
  for (const table of own.tables) {
    const columns = table.columns.map(({ column }) => column);
    const rows = table.lines.map(({ row }) => row);
    for (const row of rows) for (const column of columns) sheet.put(row, column, null, TEXT);
    const top = Math.min(...rows);
    for (const { heads, column } of table.columns) {
      const first = Math.max(0, top - heads.length);
      heads.slice(-(top - first)).forEach((head, i) => sheet.put(first + i, column, head, HEADER));
    }
    const left = Math.min(...columns);
    for (const { path, row, code } of table.lines) {
      const labels = [...(code === undefined ? [] : [code]), ...path].slice(-left);
      if (left > 0) labels.forEach((label, i) => sheet.put(row, left - labels.length + i, label, TEXT));
    }
  }
  for (const { row, column, text } of own.texts ?? []) {
    if (!text.startsWith("=")) sheet.put(row, column, text, lookAt(own, row, column));
  }
  for (const { row, column, value, formula } of cells) {
    // A formula without its result is left to the original sheet.
    if (formula === undefined || value === null)
      sheet.put(row, column, value, typeof value === "string" ? NOTE : figureStyle(value));
    else sheet.formula(row, column, formula, value, figureStyle(value));
  }
  const plan = sheet.build({ print: pages(say("report.page", { sheet: headerText(name) })) });
  const first = plan.cells[0];
  return {
    ...plan,
    ...(own.merges ? { merges: own.merges } : {}),
    columns: widthsOf(plan),
    comments: first ? [{ row: first.row, column: first.column, text: say("report.ownForm.drawn") }] : [],
  };
}

/** Titles and notes above and below the tables are plain, heads stand out, labels have borders. */
function lookAt({ tables }: OwnSheet, row: number, column: number): CellStyle {
  for (const { lines, columns } of tables) {
    const rows = lines.map((line) => line.row);
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    const head = Math.max(1, ...columns.map(({ heads }) => heads.length));
    const isBeside = column <= Math.max(...columns.map((each) => each.column));
    if (isBeside && row >= top && row <= bottom) return TEXT;
    if (isBeside && row < top && row >= top - head) return HEADER;
  }
  return PLAIN;
}

function widthsOf({ cells }: SheetPlan): { column: number; width: number }[] {
  const widths = new Map<number, number>();
  for (const { column, value } of cells) {
    const length = typeof value === "string" ? value.length * 2 : String(value ?? "").length;
    widths.set(column, Math.min(WIDEST, Math.max(widths.get(column) ?? NARROWEST, length + 1)));
  }
  return [...widths].map(([column, width]) => ({ column, width }));
}
