import * as bytesOfXml from "./bytes";
import { damaged } from "./errors";
import type { ReadLimits } from "./limits";
import type { Texts } from "./texts";
import { XmlReader } from "./xml-reader";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { DOUBLE_QUOTE, EQUALS, find, GT, LT, matches, SPACE } = bytesOfXml;
const OPEN = "<si><t";
const CLOSE = "</t></si>";
const ENTRY = ["si"];
const RICH = ["t", "rPh"];
const PRESERVE = ' xml:space="preserve">';

/**
 * Adds the texts of the shared strings part, in order. Runs of rich text are joined; phonetic readings are left out.
 * Nearly every entry is `<si><t>…</t></si>`: these are read by leaps; from the first that is not,
 * the reader of XML goes on until the next simple one.
 */
export function readSharedStrings(bytes: Uint8Array, part: string, texts: Texts, limits: ReadLimits): void {
  const reader = new XmlReader(bytes, part, limits.tagLength);
  while (reader.nextOf(ENTRY)) {
    readRichText(reader, "si", part, texts);
    texts.close();
    reader.moveTo(readSimpleStrings(bytes, reader.position, part, texts));
  }
}

/** Reads from `<si><t` to `<si><t` as long as nothing stands between; where it stopped. */
function readSimpleStrings(bytes: Uint8Array, from: number, part: string, texts: Texts): number {
  let at = from;
  while (matches(bytes, at, OPEN)) {
    const start = startOfText(bytes, at + OPEN.length);
    const end = start < 0 ? -1 : find(bytes, LT, start);
    if (end < 0 || !matches(bytes, end, CLOSE)) return at;
    texts.append(bytes, start, end, part);
    texts.close();
    at = end + CLOSE.length;
  }
  return at;
}

/** After `<t`: where its text begins, -1 where the tag is not `<t>` or as long as `<t xml:space="preserve">`. */
function startOfText(bytes: Uint8Array, at: number): number {
  if (bytes[at] === GT) return at + 1;
  const end = at + PRESERVE.length;
  const closes = bytes[end - 2] === DOUBLE_QUOTE && bytes[end - 3] !== EQUALS;
  return bytes[at] === SPACE && closes && find(bytes, GT, at) === end - 1 ? end : -1;
}

/**
 * Adds to the open text what the element the reader stands at holds (`si`, `is`, `comment`): its `t` elements joined,
 * but for those in `rPh`, which say how the text is read aloud.
 */
export function readRichText(reader: XmlReader, element: string, part: string, texts: Texts): void {
  if (reader.isEmpty) return;
  while (reader.nextOf(RICH, element)) {
    if (reader.isEnd) return;
    if (reader.is("t")) reader.appendText(texts);
    else reader.skip();
  }
  throw damaged("xml", part);
}
