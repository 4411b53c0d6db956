/** What inserting, deleting or moving rows or columns does to a sheet and to every formula that names it. */
import { columnName, parseColumn, quoteSheetName, type Area } from "../../workbook/address";
import type { PlanCell, SheetPlan, WorkbookPlan } from "../../workbook/plan";

export type Axis = "row" | "column";

/** Where a row or column stands afterwards; null if it is gone. */
export type Mapping = (index: number) => number | null;

export const inserted =
  (at: number, count = 1): Mapping =>
  (index) =>
    index >= at ? index + count : index;

export const deleted =
  (at: number, count = 1): Mapping =>
  (index) =>
    index < at ? index : index < at + count ? null : index - count;

/** The row or column `from` goes to where `to` stands; those between move up. */
export const moved =
  (from: number, to: number): Mapping =>
  (index) => {
    if (index === from) return to;
    if (from < to) return index > from && index <= to ? index - 1 : index;
    return index >= to && index < from ? index + 1 : index;
  };

/** As Excel does it: cells, merges, sizes, drop-downs move, and formulas on every sheet follow. */
export function rearrange(plan: WorkbookPlan, sheet: string, axis: Axis, to: Mapping): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((each) => {
      const moved = each.name === sheet ? moveSheet(each, axis, to) : each;
      return { ...moved, cells: moved.cells.map((cell) => withFormula(cell, each.name, sheet, axis, to)) };
    }),
  };
}

function moveSheet(sheet: SheetPlan, axis: Axis, to: Mapping): SheetPlan {
  const cells = sheet.cells.flatMap((cell) => {
    const index = headOfMerge(sheet, cell, axis, to) ?? to(cell[axis]);
    return index === null ? [] : [{ ...cell, [axis]: index }];
  });
  const areas = (area: Area): Area[] => moveArea(area, axis, to);
  return {
    ...sheet,
    cells: withoutTwins(cells).sort((a, b) => a.row - b.row || a.column - b.column),
    merges: (sheet.merges ?? []).flatMap(areas),
    validations: (sheet.validations ?? []).flatMap((rule) =>
      areas(rule.area).map((area) => ({ ...rule, area })),
    ),
    ...(axis === "row"
      ? { rows: (sheet.rows ?? []).flatMap((row) => at(to, row.row, (index) => ({ ...row, row: index }))) }
      : {
          columns: (sheet.columns ?? []).flatMap((column) =>
            at(to, column.column, (index) => ({ ...column, column: index })),
          ),
        }),
  };
}

/** Of two cells at one address the one with a value. */
function withoutTwins(cells: readonly PlanCell[]): PlanCell[] {
  const byPlace = new Map<number, PlanCell>();
  for (const cell of cells) {
    const key = cell.row * 0x10000 + cell.column;
    if (byPlace.get(key)?.value == null) byPlace.set(key, cell);
  }
  return [...byPlace.values()];
}

/** A merged area keeps its text in its first cell, also where its first row or column is gone or elsewhere. */
function headOfMerge({ merges = [] }: SheetPlan, cell: PlanCell, axis: Axis, to: Mapping): number | null {
  const area = merges.find(({ top, left }) => top === cell.row && left === cell.column);
  const [rest] = area ? moveArea(area, axis, to) : [];
  if (rest === undefined) return null;
  return axis === "row" ? rest.top : rest.left;
}

function at<T>(to: Mapping, index: number, make: (index: number) => T): T[] {
  const target = to(index);
  return target === null ? [] : [make(target)];
}

function moveArea(area: Area, axis: Axis, to: Mapping): Area[] {
  const [first, last] = axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
  const span = moveSpan(first, last, to);
  if (span === null) return [];
  return [
    axis === "row" ? { ...area, top: span[0], bottom: span[1] } : { ...area, left: span[0], right: span[1] },
  ];
}

/** The run between what is left of its ends. */
function moveSpan(first: number, last: number, to: Mapping): [number, number] | null {
  const kept = [];
  for (let index = first; index <= last; index++) {
    const target = to(index);
    if (target !== null) kept.push(target);
  }
  return kept.length === 0 ? null : [Math.min(...kept), Math.max(...kept)];
}

/** A reference outside of quotes: an optional sheet, one cell or two. */
const REFERENCE =
  /"[^"]*"|('(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?([A-Z]{1,3})\$?([1-9]\d*)(?::\$?([A-Z]{1,3})\$?([1-9]\d*))?(?![\w(])/gu;

function withFormula(cell: PlanCell, own: string, sheet: string, axis: Axis, to: Mapping): PlanCell {
  if (cell.formula === undefined) return cell;
  let lost = false;
  const formula = cell.formula.replace(REFERENCE, (text, prefix: string | undefined, ...parts: unknown[]) => {
    if (text.startsWith('"')) return text;
    const about = prefix === undefined ? own : prefix.slice(0, -1).replace(/^'|'$/g, "").replace(/''/g, "'");
    if (about !== sheet) return text;
    const [column, row, column2, row2] = parts as [string, string, string | undefined, string | undefined];
    const area: Area = {
      top: Number(row) - 1,
      left: parseColumn(column),
      bottom: Number(row2 ?? row) - 1,
      right: parseColumn(column2 ?? column),
    };
    const [target] = moveArea(area, axis, to);
    if (target === undefined) {
      lost = true;
      return `${prefix ?? ""}#REF!`;
    }
    const from = columnName(target.left) + (target.top + 1);
    const until = columnName(target.right) + (target.bottom + 1);
    return (prefix ?? "") + (column2 === undefined ? from : `${from}:${until}`);
  });
  // The template's formulas count their operands first: with one of them gone they show nothing.
  return { ...cell, formula, ...(lost ? { value: null } : {}) };
}

/** Formulas that name a sheet follow it when it is renamed. */
export function renameSheet(plan: WorkbookPlan, from: string, to: string): WorkbookPlan {
  const follow = (cell: PlanCell): PlanCell =>
    cell.formula === undefined
      ? cell
      : { ...cell, formula: cell.formula.replaceAll(`${quoteSheetName(from)}!`, `${quoteSheetName(to)}!`) };
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      name: sheet.name === from ? to : sheet.name,
      cells: sheet.cells.map(follow),
    })),
  };
}
