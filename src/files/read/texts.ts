import * as bytesOfXml from "./bytes";
import { damaged, overLimit } from "./errors";
import type { ReadLimits } from "./limits";
import { LONGEST_REFERENCE, resolveReference, unescapeXstring } from "./xml-text";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { AMPERSAND, CR, LF, LOWER_X, matches, SEMICOLON, SPACE, UNDERSCORE } = bytesOfXml;

/** Code units that are turned into strings at once: enough to be worth it, few enough to stay in the processor's cache. */
const BATCH = 16_384;
/** Longer texts are given to the platform's decoder, shorter ones are not worth the call. */
const SHORT = 64;
/** A list of each length up to that, used again and again: most strings are short, and what is made beside them is garbage. */
const SHORT_LISTS = Array.from({ length: SHORT + 1 }, (_, length) => new Array<number>(length).fill(0));
const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
/** `_x000D_` */
const LONGEST_ESCAPE = 7;
const ASCII = 0x80;

/** How literal line ends and tabs are read: as XML wants them in a text, or, as blanks, in an attribute. */
export type Blanks = "text" | "attribute";

/**
 * Texts made of runs of UTF-8 bytes. The bytes are decoded one after the other into one buffer, their references
 * resolved; strings are made of many texts at a time, as making each by itself takes longer than reading it.
 */
export class Texts {
  private units: Uint16Array;
  private length = 0;
  /** Where the open text begins. */
  private start = 0;
  /** Where the closed texts end that are no strings yet; of the list only so many count. */
  private readonly ends: number[] = [];
  private waiting = 0;
  /** The open text may hold `_x000D_`. */
  private escaped = false;
  private readonly escapedOnes: number[] = [];
  private list: string[] = [];
  /** Code units and bytes of the longest text that may come out short enough once its escapes or references are resolved. */
  private readonly mostUnits: number;
  private readonly mostBytes: number;

  /** `capacity`: code units to expect. */
  constructor(
    private readonly limits: Pick<ReadLimits, "textLength" | "strings">,
    capacity = 256,
  ) {
    this.units = new Uint16Array(capacity);
    this.mostUnits = limits.textLength * LONGEST_ESCAPE;
    this.mostBytes = limits.textLength * LONGEST_REFERENCE;
  }

  /** The texts closed so far; the latest may be missing until {@link finish}. */
  get strings(): string[] {
    return this.list;
  }

  get count(): number {
    return this.list.length + this.waiting;
  }

  /**
   * Adds the text in UTF-8 `bytes[from..to)` to the open one, references resolved and line ends as XML wants them.
   * Throws F02 where it is no UTF-8: a wrong byte must not become a wrong character; F03 where it is too long.
   */
  append(bytes: Uint8Array, from: number, to: number, part: string, blanks: Blanks = "text"): void {
    if (to - from > this.mostBytes) throw overLimit("textLength", to - from, this.mostBytes);
    this.reserve(to - from);
    const { units } = this;
    let n = this.length;
    let i = from;
    while (i < to) {
      const c = bytes[i]!;
      if (c >= ASCII) {
        const code = codePointAt(bytes, i, to);
        if (code < 0) throw damaged("encoding", part);
        if (code > 0xffff) {
          units[n++] = 0xd800 + ((code - 0x10000) >> 10);
          units[n++] = 0xdc00 + (code & 0x3ff);
          i += 4;
        } else {
          units[n++] = code;
          i += code < 0x800 ? 2 : 3;
        }
      } else if (c === AMPERSAND) {
        this.length = n;
        i = this.appendReference(bytes, i, to);
        n = this.length;
      } else if (c < SPACE) {
        // Of a carriage return and a line feed the latter stays.
        if (c !== CR || bytes[i + 1] !== LF || i + 1 >= to)
          units[n++] = blanks === "attribute" ? SPACE : c === CR ? LF : c;
        i++;
      } else {
        if (c === UNDERSCORE && bytes[i + 1] === LOWER_X) this.escaped = true;
        units[n++] = c;
        i++;
      }
    }
    this.length = n;
    this.check();
  }

  /** Adds bytes that hold no references: a CDATA section. */
  appendPlain(bytes: Uint8Array, from: number, to: number, part: string): void {
    let done = from;
    for (let i = from; i < to; i++) {
      if (bytes[i] !== AMPERSAND) continue;
      this.append(bytes, done, i, part);
      this.reserve(1);
      this.units[this.length++] = AMPERSAND;
      done = i + 1;
    }
    this.append(bytes, done, to, part);
  }

  appendString(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.units[this.length++] = text.charCodeAt(i);
    this.check();
  }

  /** Code units of the open text. */
  get openLength(): number {
    return this.length - this.start;
  }

  /** A part of the open text, counted from its beginning. */
  openText(from: number, to: number): string {
    return unescapeXstring(this.stringOf(this.start + from, this.start + to));
  }

  /** Ends the open text; gives its number, counted from 0. Throws F03 for a text that is too long, and for too many. */
  close(): number {
    const number = this.count;
    if (number >= this.limits.strings) throw overLimit("strings", number + 1, this.limits.strings);
    if (this.escaped) this.escapedOnes.push(number);
    else this.checkLength(this.openLength);
    this.ends[this.waiting++] = this.length;
    this.start = this.length;
    this.escaped = false;
    if (this.length > BATCH) this.flush();
    return number;
  }

  /** Forgets the open text: what an error left of one is no part of the next. */
  drop(): void {
    this.length = this.start;
    this.escaped = false;
  }

  /** Ends the open text and gives it as it is, outside the list: `_x000D_` is left in it. */
  take(): string {
    const text = this.stringOf(this.start, this.length);
    this.drop();
    if (this.units.length > 4 * BATCH && this.length === 0) this.units = new Uint16Array(BATCH);
    return text;
  }

  /** All texts, the very array that `strings` gave. Those added from now on go to another. */
  finish(): string[] {
    this.flush();
    const done = this.list;
    this.list = [];
    return done;
  }

  private flush(): void {
    const { list, escapedOnes } = this;
    const all = this.stringOf(0, this.length);
    let from = 0;
    for (let i = 0; i < this.waiting; i++) {
      const to = this.ends[i]!;
      list.push(all.slice(from, to));
      from = to;
    }
    for (const number of escapedOnes) {
      list[number] = unescapeXstring(list[number]!);
      this.checkLength(list[number].length);
    }
    escapedOnes.length = 0;
    this.waiting = this.length = this.start = 0;
  }

  private stringOf(from: number, to: number): string {
    const { units } = this;
    const length = to - from;
    if (length > SHORT) return utf16.decode(new Uint8Array(units.buffer, from * 2, length * 2));
    const characters = SHORT_LISTS[length]!;
    for (let i = 0; i < length; i++) characters[i] = units[from + i]!;
    return String.fromCharCode.apply(null, characters);
  }

  /** From `&`; gives where the text goes on. What is no reference stays as it is. */
  private appendReference(bytes: Uint8Array, at: number, to: number): number {
    const usual = usualReference(bytes, at + 1);
    if (usual) {
      this.units[this.length++] = usual.character;
      return at + usual.length;
    }
    const last = Math.min(to, at + LONGEST_REFERENCE);
    let end = at + 1;
    while (end < last && bytes[end] !== SEMICOLON) end++;
    const name = end < last ? String.fromCharCode(...bytes.subarray(at + 1, end)) : "";
    const resolved = resolveReference(name);
    if (resolved === null) {
      this.units[this.length++] = AMPERSAND;
      return at + 1;
    }
    for (let i = 0; i < resolved.length; i++) this.units[this.length++] = resolved.charCodeAt(i);
    return end + 1;
  }

  private reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.units.length) return;
    const larger = new Uint16Array(Math.max(wanted, this.units.length * 2));
    larger.set(this.units.subarray(0, this.length));
    this.units = larger;
  }

  private check(): void {
    if (this.openLength > this.mostUnits) throw overLimit("textLength", this.openLength, this.mostUnits);
  }

  private checkLength(length: number): void {
    const { textLength } = this.limits;
    if (length > textLength) throw overLimit("textLength", length, textLength);
  }
}

/** `&quot;` and similar, by the first letter's byte: formulas are full of them. A text ends before `<` or a quotation mark. */
const USUAL: { readonly name: string; readonly character: number; readonly length: number }[] = [];
for (const [name, character] of [
  ["quot;", '"'],
  ["amp;", "&"],
  ["lt;", "<"],
  ["gt;", ">"],
  ["#10;", "\n"],
] as const)
  USUAL[name.charCodeAt(0)] = { name, character: character.charCodeAt(0), length: name.length + 1 };

function usualReference(bytes: Uint8Array, at: number): (typeof USUAL)[number] | null {
  const usual = USUAL[bytes[at]!];
  return usual && matches(bytes, at, usual.name) ? usual : null;
}

/** The character of two to four bytes at `i` (RFC 3629); -1 where none is there. */
function codePointAt(bytes: Uint8Array, i: number, to: number): number {
  const lead = bytes[i]!;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (lead < 0xc2 || lead > 0xf4 || i + length > to) return -1;
  const second = bytes[i + 1]! ^ 0x80;
  const third = length > 2 ? bytes[i + 2]! ^ 0x80 : 0;
  const fourth = length > 3 ? bytes[i + 3]! ^ 0x80 : 0;
  if ((second | third | fourth) > 0x3f) return -1;
  if (length === 2) return ((lead & 31) << 6) | second;
  if (length === 3) {
    const code = ((lead & 15) << 12) | (second << 6) | third;
    return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? -1 : code;
  }
  const code = ((lead & 7) << 18) | (second << 12) | (third << 6) | fourth;
  return code < 0x10000 || code > 0x10ffff ? -1 : code;
}
