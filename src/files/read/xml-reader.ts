import { damaged, FileReadError, overLimit } from "./errors";
import { unescapeXml } from "./xml-text";

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SPACE = 32;
const EQUALS = 61;
const COLON = 58;
/** Numbers kept of an attribute. */
const PLACES = 4;
const BLANK = /[\t\n\r]/;
const BLANKS = /[\t\n\r]/g;

/**
 * Walks over the tags of a small XML part, in one pass. Names are local names: a prefix is dropped.
 * Comments and processing instructions are passed over; a document type is refused (F02), for it could define entities.
 */
export class XmlReader {
  /** Local name of the tag that `next` stopped at. */
  name = "";
  /** Its name has a prefix, which `name` leaves out. */
  isPrefixed = false;
  /** It is an end tag. */
  isEnd = false;
  /** It is a start tag that ends itself, `<a/>`. */
  isEmpty = false;
  /** Of each attribute of the tag: where its name begins and ends, and its value. */
  private readonly places: number[] = [];
  /** -1 until they are noted. */
  private placeCount = -1;
  private tagFrom = 0;
  private tagTo = 0;

  constructor(
    private readonly xml: string,
    private readonly part: string,
    private readonly longestTag = 1 << 20,
    private at = 0,
  ) {}

  /** Where the next step begins. */
  get position(): number {
    return this.at;
  }

  /** Moves to the next tag; false at the end. */
  next(): boolean {
    for (;;) {
      const at = this.xml.indexOf("<", this.at);
      if (at < 0) return false;
      const second = this.xml.charCodeAt(at + 1);
      if (second === BANG || second === QUESTION) this.at = this.skipMarkup(at);
      else return this.readTag(at, second === SLASH);
    }
  }

  /** Moves to the next start tag with one of the names; false where there is none. */
  nextOf(names: ReadonlySet<string>): boolean {
    while (this.next()) if (!this.isEnd && names.has(this.name)) return true;
    return false;
  }

  /** An attribute of the current start tag by its local name; `r:id` is `id`, but one without prefix goes first. */
  attribute(name: string): string | undefined {
    if (this.placeCount < 0) this.notePlaces();
    const { xml, places } = this;
    let prefixed: string | undefined;
    for (let i = 0; i < this.placeCount; i += PLACES) {
      const from = places[i]!;
      const to = places[i + 1]!;
      const start = to - name.length;
      if (start < from || !xml.startsWith(name, start)) continue;
      if (start === from) return attributeValue(xml.slice(places[i + 2], places[i + 3]));
      if (isPrefix(xml, from, start)) prefixed ??= attributeValue(xml.slice(places[i + 2], places[i + 3]));
    }
    return prefixed;
  }

  /** Is the attribute true, as XML Schema writes it? */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value === "1" || value === "true" || value === "on";
  }

  /** The text right after the current start tag, up to the next tag. */
  text(): string {
    if (this.isEmpty) return "";
    let text = "";
    for (;;) {
      const at = this.xml.indexOf("<", this.at);
      if (at < 0) throw damaged("xml", this.part);
      text += unescapeXml(this.xml.slice(this.at, at));
      this.at = at;
      const second = this.xml.charCodeAt(at + 1);
      if (second !== BANG && second !== QUESTION) return text;
      this.at = this.skipMarkup(at);
      if (this.xml.startsWith("<![CDATA[", at)) text += this.xml.slice(at + 9, this.at - 3);
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

  /** The same for an element without prefix that holds none of its own name, by one leap. */
  leap(): void {
    if (!this.isEmpty) this.at = this.after(`</${this.name}>`, this.at);
  }

  private skipMarkup(at: number): number {
    if (this.xml.startsWith("<!--", at)) return this.after("-->", at + 4);
    if (this.xml.startsWith("<![CDATA[", at)) return this.after("]]>", at + 9);
    if (this.xml.charCodeAt(at + 1) === QUESTION) return this.after("?>", at + 2);
    throw new FileReadError("F02", { reason: "documentType", part: this.part });
  }

  private after(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    if (at < 0) throw damaged("xml", this.part);
    return at + mark.length;
  }

  private readTag(at: number, isEnd: boolean): true {
    const nameFrom = at + (isEnd ? 2 : 1);
    const nameTo = endOfName(this.xml, nameFrom);
    const end = this.endOfTag(nameTo);
    const name = this.xml.slice(nameFrom, nameTo);
    const colon = name.indexOf(":");
    this.isPrefixed = colon >= 0;
    this.name = colon < 0 ? name : name.slice(colon + 1);
    this.isEnd = isEnd;
    this.isEmpty = !isEnd && this.xml.charCodeAt(end - 1) === SLASH;
    this.at = end + 1;
    this.tagFrom = nameTo;
    this.tagTo = end;
    this.placeCount = -1;
    return true;
  }

  /** A `>` within quotes does not end a tag. */
  private endOfTag(from: number): number {
    const { xml } = this;
    const limit = Math.min(xml.length, from + this.longestTag);
    for (let i = from; i < limit; i++) {
      const c = xml.charCodeAt(i);
      // Most characters are letters, and lie above all these.
      if (c > GT) continue;
      if (c === GT) return i;
      if (c === DOUBLE_QUOTE || c === SINGLE_QUOTE) i = endOfValue(xml, c, i + 1, limit);
      else if (c === LT) throw damaged("xml", this.part);
    }
    if (limit < xml.length) throw overLimit("tagLength", limit - from, this.longestTag);
    throw damaged("xml", this.part);
  }

  /** Where the attributes of the current tag stand: noted when the first is asked for, as most tags are passed over. */
  private notePlaces(): void {
    const { xml, places, tagTo } = this;
    let count = 0;
    let nameFrom = this.tagFrom;
    let nameTo = -1;
    for (let i = nameFrom; i < tagTo; i++) {
      const c = xml.charCodeAt(i);
      if (c === DOUBLE_QUOTE || c === SINGLE_QUOTE) {
        places[count++] = nameFrom;
        places[count++] = nameTo < 0 ? i : nameTo;
        places[count++] = i + 1;
        i = endOfValue(xml, c, i + 1, tagTo);
        places[count++] = i;
        nameFrom = i + 1;
        nameTo = -1;
      } else if (c <= SPACE && nameFrom === i) nameFrom = i + 1;
      else if ((c <= SPACE || c === EQUALS) && nameTo < 0) nameTo = i;
    }
    this.placeCount = count;
  }
}

/** Where the quotation mark stands that ends the value; `limit` where none does. */
function endOfValue(xml: string, quote: number, from: number, limit: number): number {
  let i = from;
  while (i < limit && xml.charCodeAt(i) !== quote) i++;
  return i;
}

function endOfName(xml: string, from: number): number {
  let i = from;
  for (; i < xml.length; i++) {
    const c = xml.charCodeAt(i);
    if (c <= SPACE || c === GT || c === SLASH) break;
  }
  return i;
}

/** Does a prefix with its colon stand there, one that declares no namespace? */
function isPrefix(xml: string, from: number, to: number): boolean {
  return xml.charCodeAt(to - 1) === COLON && !xml.startsWith("xmlns:", from);
}

/** An attribute's value as XML wants it: references resolved, line ends and tabs as blanks. */
function attributeValue(raw: string): string {
  return raw.includes("&") || BLANK.test(raw) ? unescapeXml(raw.replace(BLANKS, " ")) : raw;
}
