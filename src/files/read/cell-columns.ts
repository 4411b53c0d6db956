import { CELL_KINDS, type CellTable } from "../../workbook/workbook";

/** The codes of {@link CELL_KINDS}, as constants for the inner loop. */
export const EMPTY = CELL_KINDS.indexOf("empty");
export const NUMBER = CELL_KINDS.indexOf("number");
export const TEXT = CELL_KINDS.indexOf("text");
export const BOOLEAN = CELL_KINDS.indexOf("boolean");
export const ERROR = CELL_KINDS.indexOf("error");

/** Bytes that a cell takes in all columns together. */
const BYTES_OF_ROW = 21;

/** The lists that a table's indexes lead into. */
export type CellLists = Pick<CellTable, "strings" | "formulas" | "formats">;

/**
 * Growing columns that a reader fills cell by cell. Cells nearly always come in order;
 * only where they did not are they sorted at the end, and of two with one address the later counts.
 */
export class CellColumns {
  count = 0;
  private rows: Uint32Array;
  private columns: Uint16Array;
  private kinds: Uint8Array;
  private numbers: Float64Array;
  private formulaIndex: Int32Array;
  private formatIndex: Uint16Array;
  /** After {@link finish}: the entries that gave way to a later one of their address. */
  replaced: readonly { readonly row: number; readonly column: number }[] = [];
  private lastKey = -1;
  private inOrder = true;

  /** `capacity`: how many cells to expect; more may come. */
  constructor(private capacity = 256) {
    this.rows = new Uint32Array(capacity);
    this.columns = new Uint16Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.numbers = new Float64Array(capacity);
    this.formulaIndex = new Int32Array(capacity);
    this.formatIndex = new Uint16Array(capacity);
  }

  /** `number` means what `CellTable.numbers` means; `formula` is -1 for none. */
  add(row: number, column: number, kind: number, number: number, formula: number, format: number): void {
    const k = this.count;
    if (k === this.capacity) this.grow();
    this.rows[k] = row;
    this.columns[k] = column;
    this.kinds[k] = kind;
    this.numbers[k] = number;
    this.formulaIndex[k] = formula;
    this.formatIndex[k] = format;
    this.count = k + 1;
    const key = row * 65536 + column;
    if (key <= this.lastKey) this.inOrder = false;
    this.lastKey = key;
  }

  /** Empties the columns for the next table. */
  clear(): void {
    this.count = 0;
    this.replaced = [];
    this.lastKey = -1;
    this.inOrder = true;
  }

  /** The finished table, with arrays of exactly its length. */
  finish({ strings, formulas, formats }: CellLists): CellTable {
    const order = this.inOrder ? null : this.order();
    const count = order?.length ?? this.count;
    // One buffer for all: a workbook has hundreds of columns, most of them short. The widest come first, each at its multiple.
    const buffer = new ArrayBuffer(count * BYTES_OF_ROW);
    return {
      count,
      numbers: fill(new Float64Array(buffer, 0, count), this.numbers, order),
      rows: fill(new Uint32Array(buffer, count * 8, count), this.rows, order),
      formulaIndex: fill(new Int32Array(buffer, count * 12, count), this.formulaIndex, order),
      columns: fill(new Uint16Array(buffer, count * 16, count), this.columns, order),
      formatIndex: fill(new Uint16Array(buffer, count * 18, count), this.formatIndex, order),
      kinds: fill(new Uint8Array(buffer, count * 20, count), this.kinds, order),
      strings,
      formulas,
      formats,
    };
  }

  /** Entry numbers in row-major order, only the last of each address. */
  private order(): Uint32Array {
    const key = (i: number): number => this.rows[i]! * 65536 + this.columns[i]!;
    const all = Uint32Array.from({ length: this.count }, (_, i) => i).sort(
      (a, b) => key(a) - key(b) || a - b,
    );
    const isLast = (entry: number, i: number): boolean =>
      i + 1 === all.length || key(all[i + 1]!) !== key(entry);
    const replaced: number[] = [];
    all.forEach((entry, i) => {
      if (!isLast(entry, i) && !this.isSame(entry, all[i + 1]!)) replaced.push(entry);
    });
    this.replaced = replaced.map((entry) => ({ row: this.rows[entry]!, column: this.columns[entry]! }));
    return all.filter(isLast);
  }

  private isSame(a: number, b: number): boolean {
    return this.kinds[a] === this.kinds[b] && this.numbers[a] === this.numbers[b];
  }

  private grow(): void {
    this.capacity *= 2;
    this.rows = enlarge(this.rows, new Uint32Array(this.capacity));
    this.columns = enlarge(this.columns, new Uint16Array(this.capacity));
    this.kinds = enlarge(this.kinds, new Uint8Array(this.capacity));
    this.numbers = enlarge(this.numbers, new Float64Array(this.capacity));
    this.formulaIndex = enlarge(this.formulaIndex, new Int32Array(this.capacity));
    this.formatIndex = enlarge(this.formatIndex, new Uint16Array(this.capacity));
  }
}

type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

function enlarge<T extends NumberArray>(from: T, to: T): T {
  to.set(from);
  return to;
}

function fill<T extends NumberArray>(target: T, values: T, order: Uint32Array | null): T {
  if (order) order.forEach((entry, i) => (target[i] = values[entry]!));
  else target.set(values.subarray(0, target.length));
  return target;
}
