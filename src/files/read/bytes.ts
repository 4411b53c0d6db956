/** Characters of XML as bytes, for scanners that never make a string of the whole. */
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BANG = 33;
export const DOUBLE_QUOTE = 34;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const PLUS = 43;
export const MINUS = 45;
export const DOT = 46;
export const SLASH = 47;
export const ZERO = 48;
export const ONE = 49;
export const NINE = 57;
export const COLON = 58;
export const SEMICOLON = 59;
export const LT = 60;
export const EQUALS = 61;
export const GT = 62;
export const QUESTION = 63;
export const UNDERSCORE = 95;
export const LOWER_T = 116;
export const LOWER_X = 120;

/** Does a tag's name end before this byte? */
export function endsName(byte: number | undefined): boolean {
  return byte! <= SPACE || byte === GT || byte === SLASH;
}

/** Of what lies below a blank XML knows only tab and line ends. */
export function isSpace(byte: number | undefined): boolean {
  return byte! <= SPACE;
}

/** The position of the byte at or after `from`; `bytes.length` where there is none. */
export function find(bytes: Uint8Array, byte: number, from: number): number {
  const end = bytes.length;
  let i = from;
  while (i < end && bytes[i] !== byte) i++;
  return i;
}

/** Are the ASCII characters at the position? */
export function matches(bytes: Uint8Array, at: number, ascii: string): boolean {
  for (let i = 0; i < ascii.length; i++) if (bytes[at + i] !== ascii.charCodeAt(i)) return false;
  return true;
}

/** Where the colon is that ends the prefix of the tag's name at `from`; -1 where it has none. */
export function colonOfName(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length && bytes[i] !== LT && !endsName(bytes[i]); i++) {
    if (bytes[i] === COLON) return i;
  }
  return -1;
}
