import { parseA1 } from "../../workbook/address";
import type { Comment } from "../../workbook/workbook";
import { overLimit } from "./errors";
import type { Package, Relationship } from "./package";
import { readRichText } from "./shared-strings";
import { Texts } from "./texts";
import { unescapeXstring } from "./xml-text";

const LEGACY = ["comment"];
const THREADED = ["threadedComment"];

/**
 * The comments of a sheet, by row and column. A threaded comment is also among the old ones, as a hint that
 * this version of Excel cannot show it; the thread is given in its place, its messages one to a line.
 */
export function readComments(parts: Package, relationships: readonly Relationship[]): Comment[] {
  if (relationships.length === 0) return [];
  const texts = new Map<string, string>();
  const threads = new Map<string, string>();
  for (const { type, target } of relationships) {
    if (type === "comments") readLegacy(parts, target, texts);
    else if (type === "threadedComment") readThreads(parts, target, threads);
  }
  const comments: Comment[] = [];
  for (const [reference, text] of new Map([...texts, ...threads])) {
    const at = parseA1(reference);
    if (at) comments.push({ ...at, text });
  }
  return comments.sort((a, b) => a.row - b.row || a.column - b.column);
}

function readLegacy(parts: Package, part: string, texts: Map<string, string>): void {
  const xml = parts.xml(part);
  const text = new Texts(parts.limits);
  while (xml?.nextOf(LEGACY)) {
    const reference = xml.attribute("ref") ?? "";
    readRichText(xml, "comment", part, text);
    texts.set(reference, unescapeXstring(text.take()));
    check(texts, parts);
  }
}

function readThreads(parts: Package, part: string, threads: Map<string, string>): void {
  const xml = parts.xml(part);
  while (xml?.nextOf(THREADED)) {
    const reference = xml.attribute("ref") ?? "";
    const before = threads.get(reference);
    const hasContent = !xml.isEmpty;
    while (hasContent && xml.next() && !(xml.isEnd && xml.is("threadedComment"))) {
      if (xml.isEnd || !xml.is("text")) continue;
      const text = unescapeXstring(xml.text());
      threads.set(reference, before === undefined ? text : `${before}\n${text}`);
    }
    check(threads, parts);
  }
}

function check(texts: ReadonlyMap<string, string>, { limits }: Package): void {
  if (texts.size > limits.areas) throw overLimit("comments", texts.size, limits.areas);
}
