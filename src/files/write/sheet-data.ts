/** The cells of a sheet as XML. */
import { MAX_COLUMNS, toA1 } from "../../workbook/address";
import type { FileSheetPlan, PlanCell, RowPlan } from "../../workbook/plan";
import { staysText } from "../../workbook/typed-text";
import { checkedRecords } from "./check-plan";
import { fileFormula, isErrorText } from "./formula";
import { SheetGeometry } from "./geometry";
import { fittedHeight } from "./row-heights";
import type { Texts } from "./shared-strings";
import type { StyleTable } from "./styles";
import { element, escapeXstring } from "./xml";

/** What all sheets of a workbook share. */
export interface SharedTables {
  readonly styles: StyleTable;
  readonly texts: Texts;
}

/** The rows of a sheet, one by one. */
export function* rowsXml(sheet: FileSheetPlan, shared: SharedTables): Generator<string> {
  const cells = rowsOf(withMergedStyles(sheet));
  const plans = new Map((sheet.rows ?? []).map((plan) => [plan.row, plan]));
  const rows = [...new Set([...cells.keys(), ...plans.keys()])].sort((a, b) => a - b);
  const geometry = new SheetGeometry(sheet);
  for (const row of rows) {
    const own = cells.get(row) ?? [];
    const plan = plans.get(row) ?? { row };
    yield rowXml(plan, fittedHeight(own, sheet, geometry), own, shared);
  }
  for (const own of checkedRecords(sheet, rows.at(-1) ?? -1)) {
    const [{ row }] = own;
    yield rowXml({ row }, fittedHeight(own, sheet, geometry), own, shared);
  }
}

/** Cells by row, from left to right. */
function rowsOf(cells: readonly PlanCell[]): Map<number, PlanCell[]> {
  const rows = new Map<number, PlanCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return rows;
}

/** Excel draws a merged area's borders from its cells one by one, so all of them get the style of the first. */
function withMergedStyles(sheet: FileSheetPlan): readonly PlanCell[] {
  if (!sheet.merges?.length) return sheet.cells;
  const cells = new Map(sheet.cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  for (const { top, left, bottom, right } of sheet.merges) {
    const style = cells.get(keyOf(top, left))?.style;
    if (!style) continue;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = cells.get(keyOf(row, column));
        if (cell?.style) continue;
        cells.set(keyOf(row, column), { style, ...(cell ?? { row, column, value: null }) });
      }
    }
  }
  return [...cells.values()];
}

const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

function rowXml(
  plan: RowPlan,
  fitted: number | undefined,
  cells: readonly PlanCell[],
  shared: SharedTables,
): string {
  const attributes = {
    r: plan.row + 1,
    ht: plan.height ?? fitted,
    customHeight: plan.height === undefined ? undefined : true,
    hidden: plan.hidden || undefined,
  };
  return element("row", attributes, ...cells.map((cell) => cellXml(cell, shared)));
}

/** Written by hand, not with `element`: this runs once for every cell. */
function cellXml(cell: PlanCell, { styles, texts }: SharedTables): string {
  const { value, formula } = cell;
  const quoted = needsQuote(cell);
  const style = cell.style || quoted ? styles.index(cell.style ?? PLAIN, quoted) : styles.plainIndex();
  const start = `<c r="${toA1(cell.row, cell.column)}"${style === 0 ? "" : ` s="${style}"`}`;
  if (formula !== undefined) {
    return `${start}${resultType(value)}><f>${escapeXstring(fileFormula(formula))}</f><v>${resultText(value)}</v></c>`;
  }
  if (value === null) return style === 0 ? "" : `${start}/>`;
  if (typeof value === "string") return `${start}${texts.cell(value)}</c>`;
  return `${start}${resultType(value)}><v>${resultText(value)}</v></c>`;
}

const PLAIN = {};

/** Text that would become a formula, a number or a date as soon as somebody opened the cell for editing. */
function needsQuote({ value, formula, style, unguarded }: PlanCell): boolean {
  if (formula !== undefined || typeof value !== "string" || style?.format === "@") return false;
  return unguarded ? /^[=+\-@]/.test(value) : !staysText(value);
}

/** The type of a number, a truth value or a formula's result (ECMA-376 part 1, 18.18.11). */
export function resultType(value: PlanCell["value"]): string {
  if (typeof value === "number") return "";
  if (typeof value === "boolean") return ' t="b"';
  return isErrorText(value) ? ' t="e"' : ' t="str"';
}

export function resultText(value: PlanCell["value"]): string {
  if (typeof value === "string") return escapeXstring(value);
  return value === null ? "" : String(Number(value));
}
