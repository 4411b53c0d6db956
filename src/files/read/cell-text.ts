import * as bytesOfXml from "./bytes";
import { decodeUtf8, unescapeXml } from "./xml-text";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { AMPERSAND, CR, matches } = bytesOfXml;

/** Longer texts are rare, and may well take longer. */
const LONGEST = 4096;
const scratch = new Uint8Array(LONGEST);
const REFERENCES: readonly (readonly [string, number])[] = [
  ["&quot;", 34],
  ["&lt;", 60],
  ["&gt;", 62],
  ["&amp;", 38],
  ["&apos;", 39],
];

/**
 * The text in UTF-8 `bytes[from..to)` with references resolved and line ends as XML wants them. Throws F02 where it is no UTF-8.
 * Formulas are full of `&quot;`: the named references are resolved among the bytes, before a string is made.
 */
export function cellText(bytes: Uint8Array, from: number, to: number, part: string): string {
  let at = from;
  while (at < to && bytes[at] !== AMPERSAND && bytes[at] !== CR) at++;
  if (at === to) return decodeUtf8(bytes.subarray(from, to), part);
  const length = to - from > LONGEST ? -1 : resolveNamed(bytes, from, to);
  if (length >= 0) return decodeUtf8(scratch.subarray(0, length), part);
  return unescapeXml(decodeUtf8(bytes.subarray(from, to), part));
}

/** Copies the text into `scratch`; gives its length there, -1 where it holds what only `unescapeXml` knows. */
function resolveNamed(bytes: Uint8Array, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) {
    let c = bytes[i]!;
    if (c === CR) return -1;
    if (c === AMPERSAND) {
      const reference = REFERENCES.find(([name]) => matches(bytes, i, name));
      if (!reference) return -1;
      c = reference[1];
      i += reference[0].length - 1;
    }
    scratch[length++] = c;
  }
  return length;
}
