/** A short hash of what is in a workbook: whether a file that comes again is the one that was there before. */
import { CELL_KINDS, type Sheet, type Workbook } from "./workbook";

const marks = new WeakMap<Workbook, string>();

/**
 * The same for two workbooks with the same sheets and the same values in their cells, however they are formatted. It
 * quotes nothing of them, and is written in letters, so that nothing takes it for a telephone number.
 */
export function contentHash(workbook: Workbook): string {
  const known = marks.get(workbook) ?? markOf(workbook);
  marks.set(workbook, known);
  return known;
}

/** The same for one sheet, its name included. */
export function sheetHash(sheet: Sheet): string {
  const mark = new Mark();
  addSheet(mark, sheet);
  return mark.letters();
}

/** The same for a text. */
export function textHash(text: string): string {
  const mark = new Mark();
  mark.text(text);
  return mark.letters();
}

function markOf({ sheets }: Workbook): string {
  const mark = new Mark();
  for (const sheet of sheets) addSheet(mark, sheet);
  return mark.letters();
}

/** Reads the table as it lies: a workbook may have a million cells. */
function addSheet(mark: Mark, { name, cells, shown = [], textBoxes = [] }: Sheet): void {
  mark.text(name);
  // Who removes a strikethrough or fills in what a text box said has sent something else.
  for (const { row, column, kind, text = "" } of shown) mark.text(`${row} ${column} ${kind} ${text}`);
  for (const { row, column, text } of textBoxes) mark.text(`${row} ${column} ${text}`);
  const empty = CELL_KINDS.indexOf("empty");
  const number = CELL_KINDS.indexOf("number");
  const boolean = CELL_KINDS.indexOf("boolean");
  const bits = new Uint32Array(2);
  const double = new Float64Array(bits.buffer);
  for (let i = 0; i < cells.count; i++) {
    const kind = cells.kinds[i]!;
    if (kind === empty) continue;
    mark.number(cells.rows[i]!);
    mark.number(cells.columns[i]!);
    mark.number(kind);
    if (kind === number || kind === boolean) {
      double[0] = cells.numbers[i]!;
      mark.number(bits[0]!);
      mark.number(bits[1]!);
    } else mark.text(cells.strings[cells.numbers[i]!] ?? "");
  }
}

/**
 * FNV-1a (Fowler, Noll, Vo) over whole words, twice with different beginnings: 64 bits. Both halves stay signed: an
 * unsigned one is more than V8 keeps without an object of its own for it, and five times as slow.
 */
class Mark {
  private a = 0x811c9dc5 | 0;
  private b = 0x2f0b4c47 | 0;

  number(value: number): void {
    const a = Math.imul(this.a ^ value, 0x01000193);
    const b = Math.imul(this.b ^ (value + 0x9e37), 0x01000193);
    this.a = a ^ (a >>> 15);
    this.b = b ^ (b >>> 13);
  }

  text(value: string): void {
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.number(value.charCodeAt(i));
  }

  letters(): string {
    const hex = [this.a, this.b].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
    return [...hex].map((digit) => "abcdefghijklmnop"[parseInt(digit, 16)]).join("");
  }
}
