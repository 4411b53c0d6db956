import { CELL_KINDS, type CellTable } from "../../workbook/workbook";

/** The codes of {@link CELL_KINDS}, as constants for the inner loop. */
export const EMPTY = CELL_KINDS.indexOf("empty");
export const NUMBER = CELL_KINDS.indexOf("number");
export const TEXT = CELL_KINDS.indexOf("text");
export const BOOLEAN = CELL_KINDS.indexOf("boolean");
export const ERROR = CELL_KINDS.indexOf("error");

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

  /** The finished table, with arrays of exactly its length. */
  finish({ strings, formulas, formats }: CellLists): CellTable {
    const order = this.inOrder ? null : this.order();
    return {
      count: order?.length ?? this.count,
      rows: pick(this.rows, order, this.count),
      columns: pick(this.columns, order, this.count),
      kinds: pick(this.kinds, order, this.count),
      numbers: pick(this.numbers, order, this.count),
      formulaIndex: pick(this.formulaIndex, order, this.count),
      formatIndex: pick(this.formatIndex, order, this.count),
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
    return all.filter((entry, i) => i + 1 === all.length || key(all[i + 1]!) !== key(entry));
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

function pick<T extends NumberArray>(values: T, order: Uint32Array | null, count: number): T {
  const picked = values.slice(0, order?.length ?? count) as T;
  order?.forEach((entry, i) => (picked[i] = values[entry]!));
  return picked;
}
