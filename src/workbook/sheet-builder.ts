/** Collects the cells of a sheet that is being planned, in any order. */
import type { Area } from "./address";
import type { CellStyle, ColumnPlan, PlanCell, SheetPlan } from "./plan";

type Value = PlanCell["value"];
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What a cell holds: a value, and the formula that yields it. */
export interface CellFill {
  readonly value: Value;
  /** Without `=`. */
  readonly formula?: string;
}

/** Excel has 16 384 columns (ECMA-376 part 1, 18.3.1.13), so that a cell's place makes one number. */
const COLUMNS = 16_384;

/** A cell as {@link SheetBuilder.put} makes it. */
export function planCell(
  row: number,
  column: number,
  fill: CellFill | Value,
  style?: CellStyle,
  link?: string,
): PlanCell {
  const { value, formula } = typeof fill === "object" && fill !== null ? fill : { value: fill };
  const cell: Writable<PlanCell> = {
    row,
    column,
    value: typeof value === "boolean" ? (value ? "是" : "否") : value,
  };
  // A county of 400 units has a million cells: properties are set one by one, which is ten times as fast as spreads.
  if (formula !== undefined) cell.formula = formula;
  if (style) cell.style = style;
  if (link) cell.link = link;
  return cell;
}

export class SheetBuilder {
  private readonly cells = new Map<number, PlanCell>();
  private readonly merges: Area[] = [];
  private readonly columns: ColumnPlan[] = [];
  private readonly heights = new Map<number, number>();

  constructor(readonly name: string) {}

  /** Puts a value or a formula with its value; of two at one place the later counts. Answers are written 是 and 否. */
  put(row: number, column: number, fill: CellFill | Value, style?: CellStyle, link?: string): void {
    this.cells.set(row * COLUMNS + column, planCell(row, column, fill, style, link));
  }

  /** Puts a formula (without `=`) with the value it has; null is an empty text. */
  formula(row: number, column: number, formula: string, value: Value, style: CellStyle): void {
    this.put(row, column, { value, formula }, style);
  }

  /** Puts values side by side. */
  putRow(row: number, column: number, values: readonly Value[], style: CellStyle): void {
    values.forEach((value, i) => this.put(row, column + i, value, style));
  }

  /** One value over a rectangle; every cell below it gets the style, so that borders are whole. */
  merge(area: Area, fill: CellFill | Value, style: CellStyle, link?: string): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) this.put(row, column, null, style);
    }
    this.put(area.top, area.left, fill, style, link);
    if (area.top !== area.bottom || area.left !== area.right) this.merges.push(area);
  }

  /** What the row holds, from left to right. */
  texts(row: number): string[] {
    return [...this.cells.values()]
      .filter((cell) => cell.row === row && cell.value !== null && cell.value !== "")
      .sort((a, b) => a.column - b.column)
      .map(({ value }) => String(value));
  }

  /** Widths in characters, from column 0 on. */
  widths(widths: readonly number[]): void {
    widths.forEach((width, column) => this.columns.push({ column, width }));
  }

  /** A column that stays out of sight and of print. */
  hide(column: number, width?: number): void {
    this.columns.push({ column, ...(width === undefined ? {} : { width }), hidden: true });
  }

  /** Height in points. */
  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  build(more: Omit<Partial<SheetPlan>, "name" | "cells" | "merges" | "columns" | "rows"> = {}): SheetPlan {
    return {
      name: this.name,
      cells: [...this.cells].sort(([a], [b]) => a - b).map(([, cell]) => cell),
      merges: this.merges,
      columns: this.columns,
      rows: [...this.heights].sort(([a], [b]) => a - b).map(([row, height]) => ({ row, height })),
      gridLines: false,
      ...more,
    };
  }
}
