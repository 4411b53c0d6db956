/** Which columns of an office's own table belong together: a figure, the same of last year, words about it. */
import { fold } from "../workbook/fold";
import type { Template } from "./template";
import type { ColumnRole, OwnCell, OwnColumn, OwnTable } from "./own-sheet";

/** The column of this role that goes with a value column; null where there is none. */
export function companionOf(table: OwnTable, value: OwnColumn, role: ColumnRole): OwnColumn | null {
  const companions = table.columns.filter((column) => column.role === role);
  const values = table.columns.filter((column) => column.role === "value");
  if (companions.length === 0) return null;
  // Words about a line are about the line, wherever they are: they go with its first figure.
  if (role === "note") return values[0] === value ? companions[0]! : null;
  const alike = companions.filter((each) => leaf(each) === leaf(value));
  if (alike.length === 1 && values.filter((each) => leaf(each) === leaf(value)).length === 1)
    return alike[0]!;
  if (companions.length === values.length) return companions[values.indexOf(value)] ?? null;
  return companions.find((each) => belongsTo(each, values) === value) ?? null;
}

/** The cells of items, each with the one beside it in the column of this role that goes with its own. */
export function companionCells(
  table: OwnTable,
  role: "lastYear" | "previous",
): { readonly cell: OwnCell; readonly beside: OwnCell }[] {
  const cells = new Map(table.cells.map((cell) => [JSON.stringify([cell.line, cell.in]), cell]));
  const companions = new Map(
    table.columns
      .filter((column) => column.role === "value")
      .map((column) => [column.key, companionOf(table, column, role)?.key]),
  );
  return table.cells.flatMap((cell) => {
    const key = companions.get(cell.in);
    const beside = key === undefined ? undefined : cells.get(JSON.stringify([cell.line, key]));
    return cell.item === undefined || !beside ? [] : [{ cell, beside }];
  });
}

/** 上月 goes with 本月 and 上年累计 with 本年累计, wherever they are; else a companion goes with the nearest column. */
function belongsTo(companion: OwnColumn, values: readonly OwnColumn[]): OwnColumn | undefined {
  const isOfPeriod = companion.role === "previous" && !isCumulative(companion);
  const alike = values.filter((each) => isCumulative(each) === isCumulative(companion));
  const isSaid = isCumulative(companion) || isOfPeriod;
  return isSaid && alike.length > 0 ? nearest(alike, companion) : nearest(values, companion);
}

/** The blank's own formula in a cell, whatever it is for; null for none, and for a number typed as a formula. */
export function blankFormula({ formula, holds }: OwnCell): string | null {
  if (formula !== undefined) return formula;
  const isFormula = typeof holds === "string" && /^=.*[A-Z]{1,3}\$?\d/i.test(holds);
  return isFormula ? holds.slice(1) : null;
}

/** From the first of the year on: `累计`, `1-6月`. Such figures are not added over periods. */
export function isCumulative({ heads }: Pick<OwnColumn, "heads">): boolean {
  return heads.some((head) =>
    /累计|累积|年初至|至本[月期季]|1月?[-~—–至到]+(?:\d{1,2}|本)月/.test(fold(head)),
  );
}

/** The last value column before the companion, else the first one behind it. */
function nearest(values: readonly OwnColumn[], { column }: OwnColumn): OwnColumn | undefined {
  return values.filter((each) => each.column < column).at(-1) ?? values[0];
}

/** Keys of the items in such columns. */
export function cumulativeItems({ forms }: Pick<Template, "forms">): ReadonlySet<string> {
  const tables = forms.flatMap(({ own }) => own?.tables ?? []);
  return new Set(
    tables.flatMap(({ columns, cells }) => {
      const cumulative = new Set(columns.filter(isCumulative).map(({ key }) => key));
      return cells.flatMap((cell) => (cumulative.has(cell.in) ? (cell.item ?? []) : []));
    }),
  );
}

function leaf({ heads }: OwnColumn): string {
  return heads.at(-1) ?? "";
}
