/** Ticks, crosses and boxes that are letters in a symbol font: what a person sees of them, as Unicode. */
import type { SymbolFont } from "./workbook";

const SEEN: Readonly<Record<SymbolFont, Readonly<Record<string, string>>>> = {
  wingdings: { ü: "✓", û: "✗", þ: "☑", ý: "☒", "¨": "☐", o: "☐", q: "☐", n: "■", l: "●" },
  "wingdings 2": { P: "✓", O: "✗", R: "☑", Q: "☒", S: "☒", T: "☒", "£": "☐" },
  webdings: { a: "✓", r: "✗", c: "☐" },
};

/** Null for a font that shows letters. */
export function symbolFont(name: string): SymbolFont | null {
  const font = name.trim().toLowerCase();
  return font in SEEN ? (font as SymbolFont) : null;
}

/** The text as it is seen; as it is where a character of it is no symbol that we know. */
export function seenInFont(text: string, font: SymbolFont): string {
  // Word and Excel may keep the letters of symbol fonts at U+F000 and behind.
  const letters = [...text].map((c) =>
    /[\uf020-\uf0ff]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xf000) : c,
  );
  const seen = letters.map((letter) => (letter.trim() === "" ? letter : SEEN[font][letter]));
  return seen.includes(undefined) ? text : seen.join("");
}
