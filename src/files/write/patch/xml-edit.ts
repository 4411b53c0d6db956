/**
 * Changes within XML that leave everything else as it is, character by character: find tags with their
 * positions, note what is to be replaced where, apply all at once.
 */
import { damaged } from "../../read/errors";
import { unescapeXml, unescapeXstring } from "../../read/xml-text";

export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  /** With its colon, `x:`; empty where there is none. */
  readonly prefix: string;
  /** From `<` to after `>`. */
  readonly start: number;
  readonly end: number;
  readonly kind: "open" | "close" | "empty";
}

export interface XmlElement {
  readonly tag: Tag;
  /** Where its content ends and its end tag begins; for an empty element, its end. */
  readonly contentEnd: number;
  readonly end: number;
}

/** The tags between two positions, comments and similar passed over. Throws F02 for a document type or a cut-off tag. */
export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let at = xml.indexOf("<", from); at >= 0 && at < to;) {
    const second = xml[at + 1];
    if (second === "!" || second === "?") {
      at = xml.indexOf("<", afterMarkup(xml, at));
      continue;
    }
    const tag = readTag(xml, at);
    yield tag;
    at = xml.indexOf("<", tag.end);
  }
}

function afterMarkup(xml: string, at: number): number {
  const [start, end] = xml.startsWith("<!--", at)
    ? [4, "-->"]
    : xml.startsWith("<![CDATA[", at)
      ? [9, "]]>"]
      : [2, "?>"];
  if (start === 2 && xml[at + 1] !== "?") throw damaged("documentType");
  const found = xml.indexOf(end, at + start);
  if (found < 0) throw damaged("xml");
  return found + end.length;
}

function readTag(xml: string, start: number): Tag {
  let quote = "";
  for (let i = start + 1; i < xml.length; i++) {
    const c = xml[i]!;
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === '"' || c === "'") quote = c;
    else if (c === ">") return namedTag(xml, start, i + 1);
  }
  throw damaged("xml");
}

function namedTag(xml: string, start: number, end: number): Tag {
  const closes = xml[start + 1] === "/";
  const text = xml.slice(start + (closes ? 2 : 1), end - 1);
  const qualified = /^[^\s/]*/.exec(text)![0];
  const colon = qualified.indexOf(":") + 1;
  const kind = closes ? "close" : text.endsWith("/") ? "empty" : "open";
  return { name: qualified.slice(colon), prefix: qualified.slice(0, colon), start, end, kind };
}

/** The element that an opening or empty tag begins. */
export function elementOf(xml: string, tag: Tag): XmlElement {
  if (tag.kind === "empty") return { tag, contentEnd: tag.end, end: tag.end };
  let depth = 1;
  for (const next of tagsOf(xml, tag.end)) {
    if (next.kind === "open") depth++;
    else if (next.kind === "close" && --depth === 0) return { tag, contentEnd: next.start, end: next.end };
  }
  throw damaged("xml");
}

/** The document's root element. */
export function rootOf(xml: string): XmlElement {
  for (const tag of tagsOf(xml)) return elementOf(xml, tag);
  throw damaged("xml");
}

/** The direct children, from first to last. */
export function childrenOf(xml: string, parent: XmlElement): XmlElement[] {
  const children: XmlElement[] = [];
  let depth = 0;
  let open: Tag | null = null;
  for (const tag of tagsOf(xml, parent.tag.end, parent.contentEnd)) {
    if (tag.kind === "close") {
      depth--;
      if (depth === 0 && open) children.push({ tag: open, contentEnd: tag.start, end: tag.end });
    } else if (depth === 0 && tag.kind === "empty") {
      children.push({ tag, contentEnd: tag.end, end: tag.end });
    } else if (tag.kind === "open") {
      if (depth === 0) open = tag;
      depth++;
    }
  }
  return children;
}

/** The first direct child of that name. */
export function childOf(xml: string, parent: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(xml, parent).find(({ tag }) => tag.name === name);
}

export function contentOf(xml: string, element: XmlElement): string {
  return xml.slice(element.tag.end, element.contentEnd);
}

/** The text of a formula or a name: references resolved, and what XML cannot hold. */
export function textOf(xml: string, element: XmlElement): string {
  return unescapeXstring(unescapeXml(contentOf(xml, element)));
}

function attributePattern(name: string): RegExp {
  return new RegExp(`(\\s(?:[\\w.-]+:)?${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
}

/** The value of an attribute, whatever its prefix. */
export function attributeOf(xml: string, tag: Tag, name: string): string | undefined {
  const match = attributePattern(name).exec(xml.slice(tag.start, tag.end));
  return match ? unescapeXml(match[2]!.slice(1, -1)) : undefined;
}

/** The text of a start tag with the attribute set. `value` must need no escaping. */
export function withAttribute(tagText: string, name: string, value: string | number): string {
  const pattern = attributePattern(name);
  return pattern.test(tagText)
    ? tagText.replace(pattern, (_, start: string) => `${start}"${value}"`)
    : tagText.replace(/^<[^\s/>]+/, (start) => `${start} ${name}="${value}"`);
}

/** The text of a start tag without the attribute. */
export function withoutAttribute(tagText: string, name: string): string {
  return tagText.replace(attributePattern(name), "");
}

/** Gives elements that have no prefix the one that the document uses. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z][\w.-]*[\s/>])/g, `<$1${prefix}`);
}

/** The prefix, with its colon, that a start tag declares for a namespace; undefined where it declares none. */
export function prefixFor(xml: string, root: Tag, namespace: string): string | undefined {
  const declarations = xml.slice(root.start, root.end).matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g);
  for (const [, prefix, address] of declarations) if (address === namespace) return `${prefix}:`;
  return undefined;
}

/** Replacements, noted in any order. */
export class Edits {
  private readonly list: { start: number; end: number; text: string }[] = [];

  constructor(private readonly xml: string) {}

  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Adds to the end of an element's content. */
  append(element: XmlElement, text: string): void {
    const { tag, contentEnd } = element;
    if (tag.kind !== "empty") return this.insert(contentEnd, text);
    const start = this.xml.slice(tag.start, tag.end).replace(/(?<!\s)\s*\/>$/, ">");
    this.replace(tag.start, tag.end, `${start}${text}</${tag.prefix}${tag.name}>`);
  }

  /**
   * Adds a child where the schema's `order` of names wants it: after the last of those that come before it.
   * Names not in the order (extensions) do not count.
   */
  insertInOrder(parent: XmlElement, order: readonly string[], name: string, text: string): void {
    const before = new Set(order.slice(0, order.indexOf(name) + 1));
    const earlier = childrenOf(this.xml, parent).findLast(({ tag }) => before.has(tag.name));
    if (earlier) this.insert(earlier.end, text);
    else if (parent.tag.kind === "empty") this.append(parent, text);
    else this.insert(parent.tag.end, text);
  }

  /** The whole text with all replacements made; of two at one place the first noted comes first. */
  apply(): string {
    const sorted = [...this.list].sort((a, b) => a.start - b.start || a.end - b.end);
    let text = "";
    let done = 0;
    for (const edit of sorted) {
      text += this.xml.slice(done, edit.start) + edit.text;
      done = edit.end;
    }
    return text + this.xml.slice(done);
  }
}
