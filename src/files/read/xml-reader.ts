import * as bytesOfXml from "./bytes";
import { damaged, FileReadError, overLimit } from "./errors";
import { Texts } from "./texts";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { BANG, COLON, DOUBLE_QUOTE, EQUALS, find, GT, LT, matches } = bytesOfXml;
const { QUESTION, SINGLE_QUOTE, SLASH, SPACE } = bytesOfXml;

/** Numbers kept of an attribute: where its name begins and ends, and its value. */
const PLACES = 4;
const CDATA = "<![CDATA[";
/** Where single values are decoded; none is kept from one call to the next, nor what an error left. No honest one has a million characters. */
const values = new Texts({ textLength: 1 << 20, strings: 0 });

/**
 * Walks over the tags of an XML part in UTF-8, in one pass. Names are local names: a prefix is dropped. Strings are made
 * only of what is asked for. Comments and processing instructions are passed over; a document type is refused (F02),
 * for it could define entities.
 */
export class XmlReader {
  /** The name of the tag has a prefix. */
  isPrefixed = false;
  /** It is an end tag. */
  isEnd = false;
  /** It is a start tag that ends itself, `<a/>`. */
  isEmpty = false;
  private nameFrom = 0;
  private nameTo = 0;
  private readonly places: number[] = [];
  private placeCount = 0;

  /** Reads `bytes[at..end)`. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
    private readonly longestTag = 1 << 20,
    private at = 0,
    private readonly end = bytes.length,
  ) {}

  /** Where the next step begins. */
  get position(): number {
    return this.at;
  }

  moveTo(position: number): void {
    this.at = position;
  }

  /** Moves to the next tag; false at the end. */
  next(): boolean {
    const at = this.nextTag(this.at);
    if (at < 0) return false;
    this.isEnd = this.bytes[at + 1] === SLASH;
    this.readName(this.isEnd ? at + 2 : at + 1);
    this.readAttributes();
    return true;
  }

  /**
   * Moves to the next start tag with one of the names, or to the end tag of the name `within`; false where there is none.
   * Others are hardly looked at.
   */
  nextOf(names: readonly string[], within?: string): boolean {
    for (let at = this.nextTag(this.at); at >= 0; at = this.nextTag(this.at)) {
      this.at = at + 2;
      this.isEnd = this.bytes[at + 1] === SLASH;
      if (this.isEnd && within === undefined) continue;
      this.readName(this.isEnd ? at + 2 : at + 1);
      if (this.isEnd ? !this.is(within!) : !this.isOneOf(names)) continue;
      this.readAttributes();
      return true;
    }
    return false;
  }

  /** The local name of the tag. */
  get name(): string {
    return String.fromCharCode(
      ...this.bytes.subarray(this.nameFrom, Math.min(this.nameTo, this.nameFrom + 64)),
    );
  }

  /** Is this the local name of the tag? */
  is(name: string): boolean {
    return this.nameTo - this.nameFrom === name.length && matches(this.bytes, this.nameFrom, name);
  }

  /** An attribute of the current start tag by its local name; `r:id` is `id`, but one without prefix goes first. */
  attribute(name: string): string | undefined {
    const place = this.placeOf(name);
    if (place < 0) return undefined;
    values.drop();
    values.append(this.bytes, this.places[place + 2]!, this.places[place + 3]!, this.part, "attribute");
    return values.take();
  }

  /** Is the attribute true, as XML Schema writes it? */
  flag(name: string): boolean {
    const place = this.placeOf(name);
    if (place < 0) return false;
    const from = this.places[place + 2]!;
    const length = this.places[place + 3]! - from;
    for (const text of TRUE) if (length === text.length && matches(this.bytes, from, text)) return true;
    return false;
  }

  /** The text right after the current start tag, up to the next tag. */
  text(): string {
    values.drop();
    this.appendText(values);
    return values.take();
  }

  /** Adds that text to the open one of `texts`. */
  appendText(texts: Texts): void {
    if (this.isEmpty) return;
    const { bytes, part } = this;
    for (;;) {
      const at = find(bytes, LT, this.at);
      if (at >= this.end) throw damaged("xml", part);
      texts.append(bytes, this.at, at, part);
      this.at = at;
      if (bytes[at + 1] !== BANG && bytes[at + 1] !== QUESTION) return;
      this.at = this.afterMarkup(at);
      if (matches(bytes, at, CDATA)) texts.appendPlain(bytes, at + CDATA.length, this.at - 3, part);
    }
  }

  /** Passes over the current element with all that it holds. */
  skip(): void {
    if (this.isEmpty) return;
    let depth = 1;
    while (depth > 0) {
      if (!this.next()) throw damaged("xml", this.part);
      if (this.isEnd) depth--;
      else if (!this.isEmpty) depth++;
    }
  }

  /** The position of the next start or end tag; -1 where there is none. */
  private nextTag(from: number): number {
    const { bytes, end } = this;
    let at = from;
    for (;;) {
      at = find(bytes, LT, at);
      if (at >= end) return -1;
      const second = bytes[at + 1];
      if (second !== BANG && second !== QUESTION) return at;
      at = this.afterMarkup(at);
    }
  }

  private afterMarkup(at: number): number {
    if (matches(this.bytes, at, "<!--")) return this.after("-->", at + 4);
    if (matches(this.bytes, at, CDATA)) return this.after("]]>", at + CDATA.length);
    if (this.bytes[at + 1] === QUESTION) return this.after("?>", at + 2);
    throw new FileReadError("F02", { reason: "documentType", part: this.part });
  }

  private after(mark: string, from: number): number {
    const { bytes, end } = this;
    const first = mark.charCodeAt(0);
    let at = find(bytes, first, from);
    while (at < end && !matches(bytes, at, mark)) at = find(bytes, first, at + 1);
    if (at + mark.length > end) throw damaged("xml", this.part);
    return at + mark.length;
  }

  private isOneOf(names: readonly string[]): boolean {
    for (const name of names) if (this.is(name)) return true;
    return false;
  }

  private readName(from: number): void {
    const { bytes, end } = this;
    let i = from;
    this.nameFrom = from;
    this.isPrefixed = false;
    for (; i < end; i++) {
      const c = bytes[i]!;
      if (c <= SPACE || c === GT || c === SLASH || c === LT) break;
      if (c !== COLON) continue;
      this.nameFrom = i + 1;
      this.isPrefixed = true;
    }
    this.nameTo = i;
  }

  /** From after the tag's name to after the tag; notes where the attributes are. A `>` within quotes does not end it. */
  private readAttributes(): void {
    const { bytes, places } = this;
    const limit = Math.min(this.end, this.nameTo + this.longestTag);
    let count = 0;
    let i = this.nameTo;
    let nameFrom = i;
    let nameTo = -1;
    for (; i < limit; i++) {
      const c = bytes[i]!;
      // Most are letters, and lie above all these.
      if (c > GT) continue;
      if (c === DOUBLE_QUOTE || c === SINGLE_QUOTE) {
        places[count++] = nameFrom;
        places[count++] = nameTo < 0 ? i : nameTo;
        places[count++] = i + 1;
        i = find(bytes, c, i + 1);
        places[count++] = i;
        nameFrom = i + 1;
        nameTo = -1;
      } else if (c === GT) {
        this.placeCount = count;
        this.isEmpty = !this.isEnd && bytes[i - 1] === SLASH;
        this.at = i + 1;
        return;
      } else if (c === LT) throw damaged("xml", this.part);
      else if (c <= SPACE && nameFrom === i) nameFrom = i + 1;
      else if ((c <= SPACE || c === EQUALS) && nameTo < 0) nameTo = i;
    }
    if (limit < this.end) throw overLimit("tagLength", i - this.nameTo, this.longestTag);
    throw damaged("xml", this.part);
  }

  /** Where the attribute is among the places; -1 where there is none. */
  private placeOf(name: string): number {
    const { bytes, places } = this;
    let prefixed = -1;
    for (let i = 0; i < this.placeCount; i += PLACES) {
      const from = places[i]!;
      const start = places[i + 1]! - name.length;
      if (start < from || !matches(bytes, start, name)) continue;
      if (start === from) return i;
      if (prefixed < 0 && bytes[start - 1] === COLON && !matches(bytes, from, "xmlns:")) prefixed = i;
    }
    return prefixed;
  }
}

const TRUE = ["1", "true", "on"];
