import * as bytesOfXml from "./bytes";
import { damaged } from "./errors";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { AMPERSAND, BANG, find, GT, LT, matches, QUESTION, SLASH } = bytesOfXml;

const MAIN_NAMESPACE =
  /xmlns:([^\s=]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/spreadsheetml\/main)["']/g;
const ESCAPED: ReadonlyMap<number, Uint8Array> = new Map(
  ["&amp;", "&lt;", "&gt;"].map((text, i) => [
    [AMPERSAND, LT, GT][i]!,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  ]),
);

/**
 * The rare shapes of XML turned into the usual one, in one pass over UTF-8 bytes: comments and processing instructions
 * dropped, CDATA as escaped text, no prefix where it means the spreadsheet namespace. A document type is refused.
 */
export function normaliseXml(bytes: Uint8Array): Uint8Array {
  const prefixes = mainPrefixes(bytes);
  const out = new Output(bytes.length);
  let done = 0;
  for (let at = find(bytes, LT, 0); at < bytes.length; at = find(bytes, LT, at + 1)) {
    const next = bytes[at + 1];
    if (next === BANG || next === QUESTION) {
      out.copy(bytes, done, at);
      done = endOfMarkup(bytes, at);
      if (matches(bytes, at, "<![CDATA[")) out.escape(bytes, at + 9, done - 3);
      at = done - 1;
      continue;
    }
    const name = next === SLASH ? at + 2 : at + 1;
    const prefix = prefixes.find((each) => matches(bytes, name, each));
    if (prefix === undefined) continue;
    out.copy(bytes, done, name);
    done = name + prefix.length;
  }
  out.copy(bytes, done, bytes.length);
  return out.finish();
}

/** Prefixes with their colon. They are declared at the root, within the first kilobytes. */
function mainPrefixes(bytes: Uint8Array): string[] {
  const head = String.fromCharCode(...bytes.subarray(0, 16_384));
  return [...head.matchAll(MAIN_NAMESPACE)].slice(0, 8).map((match) => `${match[1]!}:`);
}

function endOfMarkup(bytes: Uint8Array, at: number): number {
  if (matches(bytes, at, "<!--")) return after(bytes, "-->", at + 4);
  if (matches(bytes, at, "<![CDATA[")) return after(bytes, "]]>", at + 9);
  if (bytes[at + 1] === QUESTION) return after(bytes, "?>", at + 2);
  throw damaged("documentType");
}

function after(bytes: Uint8Array, mark: string, from: number): number {
  const last = mark.length - 1;
  const end = mark.charCodeAt(last);
  for (let i = find(bytes, end, from + last); i < bytes.length; i = find(bytes, end, i + 1)) {
    if (matches(bytes, i - last, mark)) return i + 1;
  }
  throw damaged("xml");
}

/** Bytes that grow as they come. */
class Output {
  private bytes: Uint8Array;
  private length = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  copy(from: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    this.reserve(end - start);
    this.bytes.set(from.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** Byte by byte: there may be millions of sections of one character each. */
  escape(from: Uint8Array, start: number, end: number): void {
    for (let i = start; i < end; i++) {
      const escaped = ESCAPED.get(from[i]!);
      this.reserve(escaped?.length ?? 1);
      if (escaped === undefined) this.bytes[this.length++] = from[i]!;
      else for (const byte of escaped) this.bytes[this.length++] = byte;
    }
  }

  finish(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
