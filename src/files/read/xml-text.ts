import { matches } from "./bytes";
import { damaged } from "./errors";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
/** `&#1114111;` */
export const LONGEST_REFERENCE = 10;
const SEMICOLON = 59;

/** The part as a string. UTF-8, UTF-16 with or without byte-order mark, or what the XML declaration names. Throws F02. */
export function decodeXml(bytes: Uint8Array, part?: string): string {
  const label = encodingOf(bytes);
  try {
    return label === "utf-8" ? utf8.decode(bytes) : new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw damaged("encoding", part);
  }
}

/** The part as UTF-8 bytes: the very same array where it is UTF-8 already. */
export function toUtf8(bytes: Uint8Array, part?: string): Uint8Array {
  return encodingOf(bytes) === "utf-8" ? bytes : new TextEncoder().encode(decodeXml(bytes, part));
}

/** How nearly every part begins. */
const USUAL = '<?xml version="1.0" encoding="UTF-8"';

/** XML 1.0, appendix F. */
function encodingOf(bytes: Uint8Array): string {
  if (matches(bytes, 0, USUAL)) return "utf-8";
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  if (a !== 0x3c || b !== 0x3f) return "utf-8";
  const declaration = String.fromCharCode(...bytes.subarray(0, 128));
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1]?.toLowerCase() ?? "utf-8";
}

/** Character and entity references resolved, line ends as XML wants them. What is no reference stays as it is. */
export function unescapeXml(text: string): string {
  const plain = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  let at = plain.indexOf("&");
  if (at < 0) return plain;
  // By hand: formulas are full of quotation marks, and a regular expression with a function takes five times as long.
  let result = "";
  let done = 0;
  for (; at >= 0; at = plain.indexOf("&", at + 1)) {
    const end = endOfReference(plain, at);
    const character = end < 0 ? null : resolveReference(plain.slice(at + 1, end));
    if (character === null) continue;
    result += plain.slice(done, at) + character;
    done = end + 1;
  }
  return result + plain.slice(done);
}

/** Where the semicolon is; -1 where none is near enough. */
function endOfReference(text: string, from: number): number {
  const last = Math.min(text.length, from + LONGEST_REFERENCE);
  for (let i = from + 1; i < last; i++) if (text.charCodeAt(i) === SEMICOLON) return i;
  return -1;
}

/** The character that `amp`, `#65` or `#x41` means; null where it is none. */
export function resolveReference(name: string): string | null {
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return null;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

/** `_x000D_` → carriage return; how cell texts keep what XML cannot (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export function unescapeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
