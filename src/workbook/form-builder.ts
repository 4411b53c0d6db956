/** Collects the cells of a sheet that is being planned. */
import { areaToA1, type Area } from "./address";
import type { CellStyle, PlanCell, RowPlan } from "./plan";

/** What stands in a cell: a value, and the formula that yields it. */
export interface CellFill {
  readonly value: number | string | boolean | null;
  /** Without `=`. */
  readonly formula?: string;
}

export class SheetBuilder {
  private readonly cells = new Map<number, PlanCell>();
  private readonly heights = new Map<number, number>();
  readonly merges: Area[] = [];

  put(row: number, column: number, fill: CellFill | string | number | null, style: CellStyle): void {
    const { value, formula } =
      typeof fill === "object" && fill !== null ? fill : { value: fill, formula: undefined };
    this.cells.set(row * 0x10000 + column, {
      row,
      column,
      value: typeof value === "boolean" ? (value ? "是" : "否") : value,
      ...(formula === undefined ? {} : { formula }),
      style,
    });
  }

  /** A merged area: its border runs round all of it. */
  merge(area: Area, fill: CellFill | string | null, style: CellStyle): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) this.put(row, column, null, style);
    }
    this.put(area.top, area.left, fill, style);
    if (areaToA1(area).includes(":")) this.merges.push(area);
  }

  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  /** In row-major order. */
  allCells(): PlanCell[] {
    return [...this.cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell);
  }

  allRows(): RowPlan[] {
    return [...this.heights.entries()].sort(([a], [b]) => a - b).map(([row, height]) => ({ row, height }));
  }
}

/** How many lines the text takes in a field this many characters wide; a Chinese character is two wide. */
export function linesOf(text: string, width: number): number {
  if (text === "") return 1;
  const perLine = Math.max(2, Math.floor(width) - 1);
  return text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / perLine)), 0);
}

function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char.codePointAt(0)! < 0x2e80 && !"“”‘’—…·".includes(char) ? 1 : 2;
  return width;
}
