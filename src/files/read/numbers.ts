import * as bytes from "./bytes";

// Taken out of the module once: as tsx runs it, every use of an import calls a getter, and here each byte counts.
const { DOT, MINUS, NINE, ZERO } = bytes;

/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, i) => 10 ** i);
const DECIMAL = /^\s*[+-]?\.?\d[\d.eE+-]*\s*$/;

/**
 * The decimal number in `bytes[from..to)`, correctly rounded; NaN where that needs its text.
 * Up to 15 digits are exact in a double, and so is a power of ten up to 22: one division rounds once.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  let mantissa = 0;
  let digits = 0;
  let dot = -1;
  for (let i = negative ? from + 1 : from; i < to; i++) {
    const c = bytes[i]!;
    if (c >= ZERO && c <= NINE) {
      mantissa = mantissa * 10 + (c - ZERO);
      if (mantissa > 0) digits++;
    } else if (c === DOT && dot < 0) dot = i;
    else return NaN;
  }
  const decimals = dot < 0 ? 0 : to - dot - 1;
  const length = to - from - (negative ? 1 : 0) - (dot < 0 ? 0 : 1);
  if (length < 1 || digits > 15 || decimals > 22) return NaN;
  const value = decimals === 0 ? mantissa : mantissa / POWERS[decimals]!;
  return negative ? -value : value;
}

/** The number that the text says as XML Schema's double writes it, finite; null for anything else (`0x10`, `INF`, ``). */
export function numberFromText(text: string): number | null {
  const value = Number(text);
  // Number() reads more than a cell may hold: `0x10`, `0b1`, ``, `Infinity`.
  return Number.isFinite(value) && text.length < 400 && DECIMAL.test(text) ? value : null;
}
