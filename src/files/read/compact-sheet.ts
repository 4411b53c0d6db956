/**
 * Sheets whose formats somebody dragged to the last row: hundreds of megabytes of cells that hold nothing. They are
 * dropped while the part is inflated, so that only what holds something is ever in memory.
 */
import { damaged, overLimit } from "./errors";

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
/** A tag of a row or an empty cell is far shorter. */
const LONGEST_TAG = 4096;
/** No tag at all is longer. */
const LONGEST_REST = 1 << 20;

/** Takes a sheet's XML piece by piece and gives it without its empty cells and rows. */
export class CompactSheet {
  private out = new Uint8Array(1 << 16);
  private length = 0;
  private rest = new Uint8Array(0);
  /** A row that was opened and holds nothing yet: it is written with its first cell, or never. */
  private row: Uint8Array | null = null;

  constructor(
    private readonly part: string,
    /** Bytes that may remain. */
    private readonly most: number,
  ) {}

  push(chunk: Uint8Array): void {
    const bytes = this.rest.length === 0 ? chunk : joined(this.rest, chunk);
    let done = 0;
    for (let at = bytes.indexOf(LT); at >= 0; at = bytes.indexOf(LT, done)) {
      this.copy(bytes, done, at);
      done = at;
      const end = bytes.indexOf(GT, at);
      if (end < 0) break;
      this.tag(bytes.subarray(at, end + 1));
      done = end + 1;
    }
    // What follows the last tag may go on in the next piece; a chunk's memory is the inflater's.
    const open = bytes.indexOf(LT, done) < 0 ? bytes.length : done;
    this.copy(bytes, done, open);
    this.rest = bytes.slice(open);
    if (this.rest.length > LONGEST_REST) throw overLimit("tagLength", this.rest.length, LONGEST_REST);
  }

  finish(): Uint8Array {
    this.copy(this.rest, 0, this.rest.length);
    return this.out.subarray(0, this.length);
  }

  private tag(tag: Uint8Array): void {
    // Within a comment or CDATA a text may look like a cell; no program writes either into a sheet so large.
    if (tag[1] === BANG) throw damaged("xml", this.part);
    if (tag.length <= LONGEST_TAG) {
      const text = String.fromCharCode.apply(null, tag as unknown as number[]);
      const isEmpty = tag[tag.length - 2] === SLASH;
      // Without its own address a cell or row takes its place from those before it.
      if (isEmpty && /^<c\s[^>]*\br=/.test(text)) return;
      if (/^<row\s[^>]*\br=/.test(text) && !/\s(hidden|ht)=/.test(text)) {
        if (!isEmpty) this.row = tag.slice();
        return;
      }
      if (text === "</row>" && this.row) {
        this.row = null;
        return;
      }
    }
    this.copy(tag, 0, tag.length);
  }

  private copy(from: Uint8Array, start: number, end: number): void {
    if (start >= end) return;
    if (this.row && !isBlank(from, start, end)) {
      const row = this.row;
      this.row = null;
      this.copy(row, 0, row.length);
    }
    const length = this.length + end - start;
    if (length > this.most) throw overLimit("partBytes", length, this.most);
    if (length > this.out.length) {
      const larger = new Uint8Array(Math.max(length, this.out.length * 2));
      larger.set(this.out.subarray(0, this.length));
      this.out = larger;
    }
    this.out.set(from.subarray(start, end), this.length);
    this.length = length;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return false;
  return true;
}
