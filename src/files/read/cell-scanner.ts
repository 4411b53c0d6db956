import * as address from "../../workbook/address";
import * as bytes from "./bytes";
import { damaged } from "./errors";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { MAX_COLUMNS, MAX_ROWS, parseA1 } = address;
const { colonOfName, endsName, find, isSpace, matches } = bytes;
const { BANG, DOUBLE_QUOTE, EQUALS, GT, LT, NINE, ONE, QUESTION, SINGLE_QUOTE, SLASH, ZERO } = bytes;

/** A cell's type as the file says it (ECMA-376 part 1, 18.18.11 ST_CellType). */
export const TYPE_NUMBER = 0;
export const TYPE_SHARED_STRING = 1;
const TYPE_STRING = 2;
export const TYPE_BOOLEAN = 3;
export const TYPE_ERROR = 4;
export const TYPE_DATE = 5;
export const TYPE_INLINE_STRING = 6;

/** What the scanner needs a hand for. It passes itself: its public fields say at which cell it is. */
export interface CellHandler {
  cell(cell: CellScanner): void;
  /** A cell whose place no sheet has: `reference` is what the file says, empty where it says nothing. */
  lost(cell: CellScanner, reference: string): void;
  /** Called for every row that the file lists. */
  row(row: number, hidden: boolean): void;
}

const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const [B, C, D, E, F, I, R, S, T, V] = ["b", "c", "d", "e", "f", "i", "r", "s", "t", "v"].map((c) =>
  c.charCodeAt(0),
) as [number, number, number, number, number, number, number, number, number, number];
/** Clears the bit by which a small letter differs from a capital one; no digit becomes a letter by it. */
const CAPITAL = 0xdf;
/** Below it, in points, a row has no pixel: Excel calls it hidden. */
const NO_HEIGHT = 0.4;
/** No reference that means anything is longer. */
const LONGEST_ADDRESS = 24;

/**
 * The reader's inner loop: walks once over the bytes of `<sheetData>` and makes no string, map or object on its way.
 * It knows tags without prefix, comments or CDATA; where it meets such it gives up, and the bytes are
 * normalised (`normalise-xml.ts`) and scanned again. Positions lead into the bytes; -1 where the cell has no such part.
 */
export class CellScanner {
  row = -1;
  column = -1;
  type = TYPE_NUMBER;
  style = 0;
  valueFrom = -1;
  valueTo = -1;
  /** After `<f`, where its attributes begin. */
  formulaFrom = -1;
  /** Before and after the formula's text; equal for `<f/>`. */
  formulaTextFrom = -1;
  formulaTextTo = -1;
  /** The whole `<is>` element. */
  inlineFrom = -1;
  inlineTo = -1;
  /** It shows a value of another kind than its own: a picture in the cell, among others (`vm`, 18.3.1.4). */
  hasValueMetadata = false;
  private oddAddress: string | null = null;
  private rowHidden = false;
  private ended = false;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly handler: CellHandler,
    private readonly normalised: boolean,
  ) {}

  /** Scans from after `<sheetData>`; gives the position of `</sheetData>`, or -1 where the bytes must be normalised first. */
  scan(from: number): number {
    const b = this.bytes;
    let i = from;
    for (;;) {
      i = find(b, LT, i);
      if (i >= b.length) throw damaged("xml");
      const first = b[i + 1];
      if (first === C && endsName(b[i + 2])) i = this.scanCell(i + 2);
      else if (first === R && matches(b, i + 2, "ow") && endsName(b[i + 4])) i = this.scanRow(i + 4);
      else if (first === SLASH && matches(b, i + 2, "sheetData")) return i;
      else i = this.passTag(i);
      if (i < 0) return -1;
    }
  }

  /** A tag that means nothing here; -1 where it may mean something once normalised. */
  private passTag(at: number): number {
    const b = this.bytes;
    const first = b[at + 1];
    if (first === BANG || first === QUESTION) return -1;
    if (this.normalised) return at + 1;
    return colonOfName(b, first === SLASH ? at + 2 : at + 1) < 0 ? at + 1 : -1;
  }

  private scanRow(from: number): number {
    this.rowHidden = false;
    this.column = -1;
    const previous = this.row;
    this.row = -1;
    const end = this.scanAttributes(from, true);
    if (this.row < 0) this.row = previous + 1;
    if (this.row < MAX_ROWS) this.handler.row(this.row, this.rowHidden);
    return end;
  }

  private scanCell(from: number): number {
    this.type = TYPE_NUMBER;
    this.style = 0;
    this.valueFrom = -1;
    this.formulaFrom = -1;
    this.inlineFrom = -1;
    this.hasValueMetadata = false;
    this.column++;
    const start = this.scanAttributes(from, false);
    const end = this.ended ? start : this.scanContent(start);
    if (end < 0) return -1;
    if (this.oddAddress !== null || this.row < 0 || this.row >= MAX_ROWS || this.column >= MAX_COLUMNS)
      this.handler.lost(this, this.oddAddress ?? "");
    else this.handler.cell(this);
    this.oddAddress = null;
    return end;
  }

  /** From after the name of a row's or cell's tag to after its `>`. */
  private scanAttributes(from: number, ofRow: boolean): number {
    const b = this.bytes;
    let i = from;
    for (;;) {
      while (isSpace(b[i])) i++;
      // Nearly every attribute is one letter, equals, quote.
      if (b[i + 1] === EQUALS && b[i + 2] === DOUBLE_QUOTE) {
        i = find(b, DOUBLE_QUOTE, this.shortAttribute(b[i]!, i + 3, ofRow)) + 1;
      } else if (b[i] === GT || b[i] === SLASH) {
        this.ended = b[i] === SLASH;
        return find(b, GT, i) + 1;
      } else i = this.scanAttribute(i, ofRow);
    }
  }

  /** An attribute in any shape that XML allows; gives the position after it. */
  private scanAttribute(name: number, ofRow: boolean): number {
    const b = this.bytes;
    let i = name;
    // Letters lie above all that may end a name.
    while (b[i]! > GT) i++;
    while (b[i] !== EQUALS && !isSpace(b[i])) {
      if (i >= b.length || b[i] === GT || b[i] === LT) throw damaged("xml");
      i++;
    }
    const length = i - name;
    while (isSpace(b[i])) i++;
    if (b[i++] !== EQUALS) throw damaged("xml");
    while (isSpace(b[i])) i++;
    const quote = b[i++];
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw damaged("xml");
    if (length === 1) this.shortAttribute(b[name]!, i, ofRow);
    else if (ofRow) this.rowAttribute(name, length, i);
    else if (length === 2 && matches(b, name, "vm")) this.hasValueMetadata = true;
    return find(b, quote, i) + 1;
  }

  private rowAttribute(name: number, length: number, at: number): void {
    const b = this.bytes;
    if (length === 6 && matches(b, name, "hidden")) this.rowHidden ||= b[at] === ONE || b[at] === T;
    // Nearly every height begins with another digit.
    else if (length === 2 && b[at] === ZERO && matches(b, name, "ht"))
      this.rowHidden ||= parseFloat(String.fromCharCode(...b.subarray(at, at + 8))) < NO_HEIGHT;
  }

  /** `r`, `s` and `t` are all that a cell needs. Gives a position within the value or at its end. */
  private shortAttribute(name: number, at: number, ofRow: boolean): number {
    if (name === R) {
      if (!ofRow) return this.address(at);
      this.row = this.digits(at) - 1;
    } else if (name === S && !ofRow) this.style = this.digits(at);
    else if (name === T && !ofRow) this.type = this.typeAt(at);
    return at;
  }

  private typeAt(at: number): number {
    const first = this.bytes[at];
    if (first === S) return this.bytes[at + 1] === T ? TYPE_STRING : TYPE_SHARED_STRING;
    if (first === B) return TYPE_BOOLEAN;
    if (first === E) return TYPE_ERROR;
    if (first === D) return TYPE_DATE;
    return first === I ? TYPE_INLINE_STRING : TYPE_NUMBER;
  }

  /** A1 text, as every cell has it. */
  private address(at: number): number {
    const b = this.bytes;
    let i = at;
    let column = 0;
    for (let c = b[i]! & CAPITAL; c >= CAPITAL_A && c <= CAPITAL_Z; c = b[++i]! & CAPITAL)
      column = column * 26 + c - 64;
    const row = this.digits(i);
    if (!(column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS))
      return this.unusualAddress(at);
    this.column = column - 1;
    this.row = row - 1;
    return i;
  }

  /** With `$` or blanks, or none at all: its cell is then lost. */
  private unusualAddress(at: number): number {
    const text = String.fromCharCode(...this.bytes.subarray(at, at + LONGEST_ADDRESS)).replace(
      /["'][^]*/,
      "",
    );
    const place = parseA1(text.replace(/[$\s]/g, ""));
    if (place) {
      this.column = place.column;
      this.row = place.row;
    } else this.oddAddress = text;
    return at;
  }

  private digits(at: number): number {
    const b = this.bytes;
    let value = 0;
    for (let i = at, c = b[i]!; c >= ZERO && c <= NINE; c = b[++i]!) value = value * 10 + c - ZERO;
    return value;
  }

  /** From after `<c …>` to after `</c>`. */
  private scanContent(from: number): number {
    const b = this.bytes;
    let i = from;
    for (;;) {
      i = find(b, LT, i);
      if (i >= b.length) throw damaged("xml");
      const first = b[i + 1];
      if (first === SLASH) {
        if (b[i + 2] === C && endsName(b[i + 3])) return find(b, GT, i) + 1;
        i += 2;
      } else if (first === V && endsName(b[i + 2])) i = this.scanValue(i + 2);
      else if (first === F && endsName(b[i + 2])) i = this.scanFormula(i + 2);
      else if (first === I && b[i + 2] === S && endsName(b[i + 3])) i = this.scanInline(i);
      else i = this.passTag(i);
      if (i < 0) return -1;
    }
  }

  private scanValue(from: number): number {
    const b = this.bytes;
    const open = find(b, GT, from);
    this.valueFrom = this.valueTo = open + 1;
    if (b[open - 1] === SLASH) return open + 1;
    this.valueTo = find(b, LT, open);
    return this.valueTo;
  }

  private scanFormula(from: number): number {
    const b = this.bytes;
    const open = this.endOfTag(from);
    this.formulaFrom = from;
    this.formulaTextFrom = this.formulaTextTo = open + 1;
    if (b[open - 1] === SLASH) return open + 1;
    this.formulaTextTo = find(b, LT, open);
    return this.formulaTextTo;
  }

  /** An attribute of a formula, `r1`, `ref`, may hold anything in quotes. */
  private endOfTag(from: number): number {
    const b = this.bytes;
    let i = from;
    while (i < b.length && b[i] !== GT)
      i = b[i] === DOUBLE_QUOTE || b[i] === SINGLE_QUOTE ? find(b, b[i]!, i + 1) + 1 : i + 1;
    return i;
  }

  private scanInline(at: number): number {
    const b = this.bytes;
    this.inlineFrom = at;
    const open = find(b, GT, at);
    let i = open + 1;
    if (b[open - 1] !== SLASH) {
      for (i = find(b, LT, i); !matches(b, i, "</is"); i = find(b, LT, i + 1)) {
        if (i >= b.length) throw damaged("xml");
        if (b[i + 1] === BANG || b[i + 1] === QUESTION) return -1;
      }
      i = find(b, GT, i) + 1;
    }
    this.inlineTo = i;
    return i;
  }
}
