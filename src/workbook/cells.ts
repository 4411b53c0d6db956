import { CELL_KINDS, type Cell, type CellTable, type CellValue, type CellKind, type Sheet } from "./workbook";

const ROW = 0x10000;

/** What a cell holds besides its address. */
export interface CellContent {
  readonly kind: CellKind;
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
}

/** Collects cells in any order; of two with one address the later one counts. */
export class CellTableBuilder {
  private readonly cells = new Map<number, CellContent>();

  add(row: number, column: number, content: CellContent): void {
    this.cells.set(row * ROW + column, content);
  }

  build(): CellTable {
    const keys = [...this.cells.keys()].sort((a, b) => a - b);
    const strings = new Interner([]);
    const formulas = new Interner([]);
    const formats = new Interner(["General"]);
    const table = {
      count: keys.length,
      rows: new Uint32Array(keys.length),
      columns: new Uint16Array(keys.length),
      kinds: new Uint8Array(keys.length),
      numbers: new Float64Array(keys.length),
      formulaIndex: new Int32Array(keys.length),
      formatIndex: new Uint16Array(keys.length),
    };
    keys.forEach((key, i) => {
      const cell = this.cells.get(key)!;
      table.rows[i] = Math.floor(key / ROW);
      table.columns[i] = key % ROW;
      table.kinds[i] = CELL_KINDS.indexOf(cell.kind);
      table.numbers[i] = typeof cell.value === "string" ? strings.index(cell.value) : Number(cell.value ?? 0);
      table.formulaIndex[i] = cell.formula === undefined ? -1 : formulas.index(cell.formula);
      table.formatIndex[i] = formats.index(cell.format ?? "General");
    });
    return { ...table, strings: strings.list, formulas: formulas.list, formats: formats.list };
  }
}

class Interner {
  private readonly indexes = new Map<string, number>();

  constructor(readonly list: string[]) {
    list.forEach((text, i) => this.indexes.set(text, i));
  }

  index(text: string): number {
    let i = this.indexes.get(text);
    if (i === undefined) {
      i = this.list.push(text) - 1;
      this.indexes.set(text, i);
    }
    return i;
  }
}

/** The cell at entry `index` of the table. */
export function cellAtIndex(table: CellTable, index: number): Cell {
  const kind = CELL_KINDS[table.kinds[index]!]!;
  const cell: { -readonly [K in keyof Cell]: Cell[K] } = {
    row: table.rows[index]!,
    column: table.columns[index]!,
    kind,
    value: valueOf(kind, table.numbers[index]!, table.strings),
  };
  // This runs for every cell of every file: properties are set one by one, which is several times as fast as spreads.
  const formula = table.formulaIndex[index]!;
  if (formula >= 0) cell.formula = table.formulas[formula]!;
  const format = table.formatIndex[index]!;
  if (format > 0) cell.format = table.formats[format]!;
  return cell;
}

function valueOf(kind: CellKind, number: number, strings: readonly string[]): CellValue {
  if (kind === "number") return number;
  if (kind === "boolean") return number === 1;
  return kind === "empty" ? null : strings[number]!;
}

/** The index of the first entry at or after the address. */
function lowerBound(table: CellTable, row: number, column: number): number {
  let low = 0;
  let high = table.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const r = table.rows[middle]!;
    if (r < row || (r === row && table.columns[middle]! < column)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cell at the address, or undefined where there is neither value nor formula. */
export function cellAt(sheet: Sheet, row: number, column: number): Cell | undefined {
  const table = sheet.cells;
  const i = lowerBound(table, row, column);
  return i < table.count && table.rows[i] === row && table.columns[i] === column
    ? cellAtIndex(table, i)
    : undefined;
}

/** The cells of one row, from left to right. */
export function cellsOfRow(sheet: Sheet, row: number): Cell[] {
  const cells: Cell[] = [];
  const table = sheet.cells;
  for (let i = lowerBound(table, row, 0); i < table.count && table.rows[i] === row; i++) {
    cells.push(cellAtIndex(table, i));
  }
  return cells;
}

/** All cells in row-major order. */
export function* cellsOf(sheet: Sheet): Generator<Cell> {
  for (let i = 0; i < sheet.cells.count; i++) yield cellAtIndex(sheet.cells, i);
}

/**
 * The texts that are on the sheet, each once, in the order of their first cells. `strings` of its table may hold more:
 * a reader may share one table among all sheets, as .xlsx does.
 */
export function textsOnSheet({ cells }: Sheet): string[] {
  const text = CELL_KINDS.indexOf("text");
  const seen = new Set<number>();
  for (let i = 0; i < cells.count; i++) if (cells.kinds[i] === text) seen.add(cells.numbers[i]!);
  return Array.from(seen, (index) => cells.strings[index]!);
}

/** The last row that holds anything, -1 for an empty sheet. */
export function lastRow(sheet: Sheet): number {
  return sheet.cells.count === 0 ? -1 : sheet.cells.rows[sheet.cells.count - 1]!;
}
