/** Offices write the same sign in many ways. Each is read as one sign at the same place, so that positions stay true. */

const SAME_SIGN: Readonly<Record<string, string>> = {
  "\u3000": " ",
  "\u00a0": " ",
  "\t": " ",
  "\r": " ",
  "\n": " ",
  "×": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "、": ",",
  "；": ",",
  ";": ",",
  "〜": "~",
  "∼": "~",
  "【": "[",
  "〔": "[",
  "】": "]",
  "〕": "]",
  "“": '"',
  "”": '"',
  "∑": "Σ",
  "{": "(",
  "}": ")",
  "≮": "≥",
  "≯": "≤",
  "≦": "≤",
  "≧": "≥",
  "⩽": "≤",
  "⩾": "≥",
};

/** The text with full-width and look-alike signs made plain; as long as before, character by character. */
export function plainSigns(text: string): string {
  let plain = "";
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    const unit = text.charCodeAt(i);
    // The full-width forms U+FF01 to U+FF5E are ASCII's, moved by 0xFEE0 (Unicode, Halfwidth and Fullwidth Forms).
    const narrow = unit >= 0xff01 && unit <= 0xff5e ? String.fromCharCode(unit - 0xfee0) : sign;
    plain += SAME_SIGN[sign] ?? SAME_SIGN[narrow] ?? narrow;
  }
  return plain;
}

/** Two keys that differ in nothing but full-width and look-alike signs are the same to an expression. */
export function plainKey(code: string): string {
  return plainSigns(code).trim();
}

const WORD_SIGN = /[\p{L}\p{N}\p{M}_.·]/u;

/** Where the word that begins at `start` ends. */
export function endOfWord(plain: string, start: number): number {
  let end = start;
  for (;;) {
    const point = plain.codePointAt(end);
    if (point === undefined || !WORD_SIGN.test(String.fromCodePoint(point))) return end;
    end += point > 0xffff ? 2 : 1;
  }
}

export function skipSpaces(plain: string, start: number): number {
  let at = start;
  while (plain[at] === " ") at++;
  return at;
}
