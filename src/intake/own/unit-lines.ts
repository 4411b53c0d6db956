/** A table of which each unit fills the line with its own name: whose its rows are, and what others' hold. */
import type { OwnCell } from "../../template/own-sheet";
import { nameOfLine } from "../../template/unit-lines";
import type { Unit } from "../../template/template";
import type { Finding } from "../../findings/finding";
import { toA1 } from "../../workbook/address";
import type { Cell } from "../../workbook/workbook";
import { offTemplate } from "../align/extra-rows";
import { rangesOf } from "../align/figures";
import { shapeFinding } from "../findings";
import { at, carries, place, sheetPlace, type Grid } from "../grid";
import { inOneLine } from "../labels";
import { compact, rawText } from "../normalise/clean";
import { parseQuantity } from "../normalise/quantity";
import type { OffTemplate } from "../submission";
import { areAlike } from "./likeness";
import type { FoundLines } from "./find-lines";
import type { LineLayout, TableLayout } from "./own-layout";
import type { PlacedTable } from "./placement";
import type { SheetTexts } from "./sheet-texts";

/** Longer texts are no unit's name, but words about the table. */
const LONGEST_NAME = 30;
const TOTAL = /(?:合计|总计|小计|共计|汇总)$/;

/** Lines by their names, in whatever order and spelling; units that added a line of their own have the key `+` and name. */
export function findUnitLines(
  texts: SheetTexts,
  layout: TableLayout,
  region: readonly number[],
  labelColumns: ReadonlyMap<number, number>,
): FoundLines {
  const { byLine, unitNamed } = layout.owners!;
  const rows = new Map<string, number>();
  const taken = new Set<number>();
  const open = (): LineLayout[] => layout.lines.filter(({ line }) => !rows.has(line.key));
  const take = (key: string, row: number): void => {
    rows.set(key, row);
    taken.add(row);
  };
  const labelsIn = (row: number): string[] =>
    [...labelColumns.values()].map((column) => texts.at(row, column)).filter((text) => text !== "");
  const match = (isMeant: (line: LineLayout, labels: readonly string[]) => boolean): void => {
    for (const row of region) {
      if (taken.has(row)) continue;
      const labels = labelsIn(row).filter((text) => text.length <= LONGEST_NAME);
      const line = labels.length === 0 ? undefined : open().find((each) => isMeant(each, labels));
      if (line) take(line.line.key, row);
    }
  };
  match(({ label, code }, labels) => labels.includes(label || code));
  match(({ line }, labels) => {
    const owner = byLine.get(line.key);
    return owner !== undefined && labels.some((label) => unitNamed(label) === owner);
  });
  match(
    ({ line, label }, labels) =>
      !byLine.has(line.key) && labels.some((text) => TOTAL.test(text) && areAlike(text, label)),
  );
  for (const row of region) {
    if (taken.has(row)) continue;
    const names = labelsIn(row).filter((text) => text.length <= LONGEST_NAME);
    const unit = names.map(unitNamed).find((each) => each !== null);
    if (unit && !rows.has(`+${unit.name}`) && ownRow({ rows, layout }, unit) === undefined)
      take(`+${unit.name}`, row);
  }
  return { rows, unclear: [], findings: [] };
}

/** The unit's own row; undefined where the sheet has none. */
export function ownRow(
  { rows, layout }: Pick<PlacedTable, "rows" | "layout">,
  unit: Unit,
): number | undefined {
  const key = [...layout.owners!.byLine].find(([, owner]) => owner === unit)?.[0];
  return (key === undefined ? undefined : rows.get(key)) ?? rows.get(`+${unit.name}`);
}

/** Units whose lines hold something that the blank has not. */
export function unitsWithFilledLine(grid: Grid, table: PlacedTable): Unit[] {
  return otherLines(table, null).flatMap((line) =>
    line.unit && filledCells(grid, table, line).length > 0 ? [line.unit] : [],
  );
}

interface SheetLine {
  readonly key: string;
  readonly row: number;
  readonly name: string;
  readonly unit: Unit | null;
}

/** The lines on the sheet that are not the unit's own, totals left out. */
function otherLines({ rows, layout }: PlacedTable, unit: Unit | null): SheetLine[] {
  const own = unit && ownRow({ rows, layout }, unit);
  const { byLine, unitNamed } = layout.owners!;
  const lines = new Map(layout.table.unitLines!.lines.map((line) => [line.key, line]));
  return [...rows].flatMap(([key, row]): SheetLine[] => {
    const line = lines.get(key);
    if (row === own || line?.sums !== undefined) return [];
    const name = line ? nameOfLine(line) : key.slice(1);
    return [{ key, row, name, unit: byLine.get(key) ?? (line ? null : unitNamed(name)) }];
  });
}

/** What somebody wrote in the line: no formulas, no fillers, nothing of the blank's. */
function filledCells(grid: Grid, table: PlacedTable, { key, row }: Pick<SheetLine, "key" | "row">): Cell[] {
  const { columns, layout } = table;
  const blank = new Map(
    layout.table.cells.flatMap((cell) => (cell.line === key ? [[cell.in, cell] as const] : [])),
  );
  return layout.table.columns.flatMap((column) => {
    const there = columns.get(column.key);
    const cell = there === undefined ? undefined : at(grid, row, there);
    if (!cell || column.role !== "value" || cell.formula !== undefined || !carries(cell)) return [];
    return isFiller(rawText(cell)) || isOfBlank(cell, blank.get(column.key)) ? [] : [cell];
  });
}

function isFiller(raw: string): boolean {
  return /^(?:0+(?:\.0+)?|[-—–_/\\]+|无|否|□.*)$/.test(compact(raw));
}

function isOfBlank(cell: Cell, blank: OwnCell | undefined): boolean {
  return blank?.holds !== undefined && String(blank.holds) === rawText(cell);
}

export interface OtherLines {
  readonly findings: readonly Finding[];
  readonly offTemplate: readonly OffTemplate[];
}

/**
 * D21 where the unit has no line; D19 where it wrote into those of others, whose figures are not counted, and where its
 * total is neither its own figure nor the sum of what is there.
 */
export function aboutOtherLines(grid: Grid, table: PlacedTable, unit: Unit): OtherLines {
  const own = ownRow(table, unit);
  const others = otherLines(table, unit)
    .map((line) => ({ ...line, cells: filledCells(grid, table, line) }))
    .filter(({ cells }) => cells.length > 0);
  const cells = others.flatMap((line) => line.cells);
  const isOwnFilled =
    own !== undefined && filledCells(grid, table, { key: keyAt(table, own), row: own }).length > 0;
  const names = others.map(({ name }) => inOneLine(name));
  const totals = wrongTotals(grid, table, own);
  return {
    findings: [
      ...(own === undefined ? [withoutLine(grid, table, unit)] : []),
      ...(others.length === 0
        ? []
        : [
            shapeFinding("D19", "explain", place(grid, cells[0]!.row, cells[0]!.column), {
              variant: isOwnFilled ? "otherUnit" : "otherUnitOnly",
              own: unit.name,
              others: shortList(names),
              count: others.length,
              cells: rangesOf(cells),
            }),
          ]),
      ...totals.slice(0, 1).map((cell) =>
        shapeFinding("D19", "explain", place(grid, cell.row, cell.column), {
          variant: "unitTotal",
          own: unit.name,
          raw: rawText(cell),
          cells: rangesOf(totals),
        }),
      ),
    ],
    offTemplate: [...cells, ...totals].map((cell) => offTemplate(grid, cell)),
  };
}

const MOST_NAMES = 5;

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join("、");
  return names.length > MOST_NAMES ? `${shown}等 ${names.length} 个` : shown;
}

function keyAt({ rows }: PlacedTable, row: number): string {
  return [...rows].find(([, each]) => each === row)![0];
}

function withoutLine(grid: Grid, { rows, labels, layout }: PlacedTable, unit: Unit): Finding {
  const row = rows.size === 0 ? null : Math.max(...rows.values());
  const column = [...(labels?.values() ?? layout.labelColumns)][0] ?? 0;
  const where = row === null ? sheetPlace(grid) : place(grid, row, column);
  return shapeFinding("D21", "explain", where, { variant: "unitLine", name: unit.name });
}

/** Typed figures in lines of totals that come to nothing on the sheet: not the own line, not all of it. */
function wrongTotals(grid: Grid, table: PlacedTable, own: number | undefined): Cell[] {
  const { rows, columns, layout } = table;
  const { lines } = layout.table.unitLines!;
  const valueAt = (row: number | undefined, column: number): number =>
    (row === undefined ? undefined : figureIn(at(grid, row, column))) ?? 0;
  return lines.flatMap(({ key, sums = [] }) => {
    const row = rows.get(key);
    if (row === undefined || sums.length === 0) return [];
    return layout.table.cells.flatMap((cell): Cell[] => {
      if (cell.line !== key || cell.item === undefined || cell.use === "text") return [];
      const column = columns.get(cell.in);
      const found = column === undefined ? undefined : at(grid, row, column);
      const figure = figureIn(found);
      if (!found || found.formula !== undefined || column === undefined || !figure) return [];
      const all = sums.reduce((sum, each) => sum + valueAt(rows.get(each), column), 0);
      const isSum = [valueAt(own, column), all].some((each) => Math.abs(each - figure) < 0.005);
      return isSum || isOfBlank(found, cell) ? [] : [found];
    });
  });
}

function figureIn(cell: Cell | undefined): number | null {
  if (typeof cell?.value === "number") return cell.value;
  return typeof cell?.value === "string" ? (parseQuantity(compact(cell.value))?.value ?? null) : null;
}

/** The addresses of everything in the rows of lines. */
export function cellsOfLines({ rows, columns }: PlacedTable): string[] {
  return [...rows.values()].flatMap((row) => [...columns.values()].map((column) => toA1(row, column)));
}
