import * as bytesOfXml from "./bytes";
import { damaged } from "./errors";
import type { ReadLimits } from "./limits";
import { RunReader, type Runs } from "./runs";
import type { Texts } from "./texts";
import { XmlReader } from "./xml-reader";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { DOUBLE_QUOTE, EQUALS, find, GT, LT, matches, SPACE } = bytesOfXml;
const OPEN = "<si><t";
const CLOSE = "</t></si>";
const ENTRY = ["si"];
const RICH = ["t", "rPh", "r", "strike", "vertAlign"];
const PRESERVE = ' xml:space="preserve">';

/**
 * Adds the texts of the shared strings part, in order, and gives those that are seen otherwise, by their number.
 * Runs of rich text are joined; phonetic readings are left out. Nearly every entry is `<si><t>…</t></si>`: these are read by leaps; from the first that is not,
 * the reader of XML goes on until the next simple one.
 */
export function readSharedStrings(
  bytes: Uint8Array,
  part: string,
  texts: Texts,
  limits: ReadLimits,
): ReadonlyMap<number, Runs> {
  const reader = new XmlReader(bytes, part, limits.tagLength);
  const shown = new Map<number, Runs>();
  while (reader.nextOf(ENTRY)) {
    const runs = readRichText(reader, "si", part, texts);
    const number = texts.close();
    if (runs) shown.set(number, runs);
    reader.moveTo(readSimpleStrings(bytes, reader.position, part, texts));
  }
  return shown;
}

/** Reads from `<si><t` to `<si><t` as long as nothing is between; where it stopped. */
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
 * Adds to the open text what the element the reader is at holds (`si`, `is`, `comment`): its `t` elements joined,
 * except those in `rPh`, which say how the text is read aloud. Null where the text is seen as it is stored.
 */
export function readRichText(reader: XmlReader, element: string, part: string, texts: Texts): Runs | null {
  if (reader.isEmpty) return null;
  const runs = new RunReader(texts);
  while (reader.nextOf(RICH, element)) {
    if (reader.isEnd) return runs.finish();
    if (reader.is("t")) runs.text(reader);
    else if (reader.is("rPh")) reader.skip();
    else runs.format(reader);
  }
  throw damaged("xml", part);
}
