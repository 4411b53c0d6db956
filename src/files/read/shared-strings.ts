import { damaged, overLimit } from "./errors";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits";
import { XmlReader } from "./xml-reader";
import { unescapeXml, unescapeXstring } from "./xml-text";

const OPEN = "<si><t";
const CLOSE = "</t></si>";
const PRESERVE = ' xml:space="preserve">';
const GT = 62;

/**
 * The texts of the shared strings part, in order. Runs of rich text are joined; phonetic readings are left out.
 * Nearly every entry is `<si><t>…</t></si>`: these are read by leaps; from the first that is not,
 * the reader of XML goes on until the next simple one.
 */
export function readSharedStrings(xml: string, part: string, limits: ReadLimits): string[] {
  const strings: string[] = [];
  // Asked once for all, not once for each.
  const resolve = /[&\r]|_x/.test(xml) ? resolveText : asItStands;
  let at = 0;
  while (at >= 0) {
    at = readSimpleStrings(xml, at, strings, resolve, limits);
    if (at >= 0) at = readOtherStrings(xml, at, strings, part, limits);
  }
  return strings;
}

function add(strings: string[], text: string, limits: ReadLimits): void {
  if (text.length > limits.textLength) throw overLimit("textLength", text.length, limits.textLength);
  if (strings.push(text) > limits.strings) throw overLimit("strings", strings.length, limits.strings);
}

function resolveText(raw: string): string {
  return unescapeXstring(unescapeXml(raw));
}

function asItStands(raw: string): string {
  return raw;
}

/** Reads from `<si><t` to `<si><t` as long as nothing stands between; where it stopped, or -1 at the end. */
function readSimpleStrings(
  xml: string,
  from: number,
  strings: string[],
  resolve: (raw: string) => string,
  limits: ReadLimits,
): number {
  let at = from;
  while (xml.startsWith(OPEN, at)) {
    const start = startOfText(xml, at + OPEN.length);
    const end = start < 0 ? -1 : xml.indexOf("<", start);
    if (end < 0 || !xml.startsWith(CLOSE, end)) return at;
    add(strings, resolve(xml.slice(start, end)), limits);
    at = end + CLOSE.length;
  }
  return at;
}

/** After `<t`: where its text begins, -1 where the tag is not one of the two usual ones. */
function startOfText(xml: string, at: number): number {
  if (xml.charCodeAt(at) === GT) return at + 1;
  return xml.startsWith(PRESERVE, at) ? at + PRESERVE.length : -1;
}

/** Reads whatever stands at `from`; where a simple string follows again, or -1 at the end. */
function readOtherStrings(
  xml: string,
  from: number,
  strings: string[],
  part: string,
  limits: ReadLimits,
): number {
  const reader = new XmlReader(xml, part, limits.tagLength, from);
  while (reader.next()) {
    if (reader.isEnd || reader.name !== "si") continue;
    add(strings, readRichText(reader, "si", part, limits), limits);
    if (xml.startsWith(OPEN, reader.position)) return reader.position;
  }
  return -1;
}

/** What an escaped character takes, `_x000D_`. */
const LONGEST_ESCAPE = 7;

/**
 * The text of the element the reader stands at (`si`, `is`, `text`): its `t` elements joined,
 * but for those in `rPh`, which say how the text is read aloud.
 */
export function readRichText(
  reader: XmlReader,
  element: string,
  part: string,
  limits: ReadLimits = DEFAULT_LIMITS,
): string {
  const most = limits.textLength * LONGEST_ESCAPE;
  let text = "";
  if (reader.isEmpty) return text;
  while (reader.next()) {
    if (reader.isEnd) {
      if (reader.name === element) return unescapeXstring(text);
    } else if (reader.name === "rPh") reader.skip();
    else if (reader.name === "rPr" && !reader.isPrefixed) reader.leap();
    else if (reader.name === "t") text += reader.text();
    if (text.length > most) throw overLimit("textLength", text.length, most);
  }
  throw damaged("xml", part);
}
