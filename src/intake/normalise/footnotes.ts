/** Footnote marks beside a number or in a label: 2③, 4², ①174, 149*, 12注1. A mark is no digit of the number. */
import { MARK } from "../../workbook/fold";

const SIGNS = "*†‡※§¶★☆◆◇■□●○◎#";
const NOTE = "[(\\[]?(?:备?注|脚注)[:]?(?:\\d{1,2}|[一二三四五六七八九十])?[)\\]]?";
const BRACKETED = "[\\[【〔]\\d{1,2}[\\]】〕]";
/** The exponent of m², 米² is part of the unit of measure. */
const CHARACTER = `(?![²³])[${MARK}]|(?<![mM米])[²³]`;
const ANYWHERE = new RegExp(`(?:${CHARACTER})+`, "gu");
const BEFORE = new RegExp(`^(?:[${MARK}]|[${SIGNS}]|${BRACKETED}|${NOTE})+`, "u");
const BEHIND = new RegExp(`(?:${CHARACTER}|[${SIGNS}]|${BRACKETED}|${NOTE})+$`, "u");
const OUTER = new RegExp(`^[${MARK}]+(?=.)|(?<=.)(?:${CHARACTER})+$`, "gu");
const HAS_MARK = new RegExp(`[${MARK}]`, "u");
/** Longer texts are no number with a mark. */
const LONGEST = 60;

export interface WithoutFootnote {
  readonly text: string;
  /** A mark parts two numbers, or may be a power of ten: what the number is, nobody can say. */
  readonly unclear: boolean;
}

/** The text, clean and without spaces, without its footnote marks; null where it has none, or nothing else. */
export function withoutFootnotes(text: string): WithoutFootnote | null {
  if (text.length > LONGEST) return null;
  const bare = text.replace(BEFORE, "").replace(BEHIND, "").replace(ANYWHERE, "");
  if (bare === text || bare === "") return null;
  const parts = new RegExp(`\\d(?:${CHARACTER})+\\d`, "u").test(text);
  const power = /(?:^|\D)10[\u00b2\u00b3\u00b9\u2070-\u2079]/.test(text);
  return { text: bare, unclear: parts || power };
}

/** A label or code, compact, without the marks before and behind it: ①女, 五老志愿者②. Numbering in (1) is left alone. */
export function withoutOuterFootnotes(text: string): string {
  return HAS_MARK.test(text) ? text.replace(OUTER, "") : text;
}
