/** Texts as people type them, made comparable without changing what they say. */
import type { Cell } from "../../workbook/workbook";
import { fold } from "../../workbook/fold";

/**
 * Characters that take no room: control characters, soft hyphen, joiners, zero-width spaces, marks of direction,
 * variation selectors, byte-order mark.
 */
const INVISIBLE =
  // eslint-disable-next-line no-misleading-character-class
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]/g;
/** Signs for a minus: hyphen, non-breaking hyphen, figure dash, en dash, minus sign, heavy minus. */
const MINUS = /[\u2010-\u2013\u2212\u2796]/g;
/** The sign before a number that Excel keeps as text, in any shape that an input method makes of it. */
const APOSTROPHE = /^['‘’`´′]/;
/** Digits of other scripts: Arabic-Indic, Devanagari, Thai … NFKC leaves them alone. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;

export interface CleanText {
  readonly text: string;
  /** `D35` full-width characters, `D36` spaces and invisible characters around it. */
  readonly steps: readonly string[];
}

/** Folded (footnote marks stay), without surrounding spaces, invisible characters and a leading apostrophe. */
export function clean(raw: string): CleanText {
  const visible = raw.replace(INVISIBLE, "");
  const narrow = fold(visible).replace(MINUS, "-").replace(OTHER_DIGIT, westernDigit);
  const trimmed = narrow.trim();
  const text = trimmed.replace(APOSTROPHE, "").trim();
  const steps: string[] = [];
  // NFKC turns a no-break space into a plain one, so full width is judged without spaces.
  if (narrow.replace(/\s/g, "") !== visible.replace(/\s/g, "")) steps.push("D35");
  if (visible !== raw || trimmed !== narrow || text !== trimmed) steps.push("D36");
  return { text, steps };
}

/** Han characters, letters, digits and signs that are their own NFKC: nothing to fold. */
const FOLDED = /^[\u4e00-\u9fff\w%.、“”·#|-]*$/;

/** Every script's digits are ten in a row, the zero first, and runs of them begin right behind another character. */
function westernDigit(digit: string): string {
  let code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(--code))) value++;
  return String(value);
}

/** For comparing labels: folded, nothing invisible, no white space at all. */
export function compact(text: string): string {
  // Most texts of a form are plain: one look instead of three passes.
  if (FOLDED.test(text)) return text;
  return fold(text.replace(INVISIBLE, "")).replace(/\s+/g, "");
}

/** The text as it stands; a number as JavaScript writes it, a truth value as Excel shows it. */
export function rawText(cell: Cell): string {
  if (typeof cell.value === "boolean") return cell.value ? "TRUE" : "FALSE";
  return cell.value === null ? "" : String(cell.value);
}
