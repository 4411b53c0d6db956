/** Texts as people type them, made comparable without changing what they say. */
import type { Cell } from "../../workbook/workbook";

/** Characters that take no room: zero-width space, joiners, marks of direction, soft hyphen, byte-order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Dashes that stand for a minus: hyphen, non-breaking hyphen, figure dash, en dash, minus sign. */
const MINUS = /[\u2010-\u2013\u2212]/g;

export interface CleanText {
  readonly text: string;
  /** `D35` full-width characters, `D36` spaces and invisible characters around it. */
  readonly steps: readonly string[];
}

/** NFKC, without surrounding spaces, invisible characters and a leading apostrophe typed as text. */
export function clean(raw: string): CleanText {
  const visible = raw.replace(INVISIBLE, "");
  const narrow = visible.normalize("NFKC").replace(MINUS, "-");
  const trimmed = narrow.trim();
  const text = trimmed.startsWith("'") ? trimmed.slice(1).trim() : trimmed;
  const steps: string[] = [];
  // NFKC turns a no-break space into a plain one, so full width is judged without spaces.
  if (narrow.replace(/\s/g, "") !== visible.replace(/\s/g, "")) steps.push("D35");
  if (visible !== raw || trimmed !== narrow || text !== trimmed) steps.push("D36");
  return { text, steps };
}

/** Han characters, letters, digits and signs that are their own NFKC: nothing to fold. */
const FOLDED = /^[\u4e00-\u9fff\w%.、“”·#|-]*$/;

/** For comparing labels: NFKC, nothing invisible, no white space at all. */
export function compact(text: string): string {
  // Most texts of a form are plain: one look instead of three passes.
  if (FOLDED.test(text)) return text;
  return text.replace(INVISIBLE, "").normalize("NFKC").replace(/\s+/g, "");
}

/** The text as it stands; a number as JavaScript writes it, a truth value as Excel shows it. */
export function rawText(cell: Cell): string {
  if (typeof cell.value === "boolean") return cell.value ? "TRUE" : "FALSE";
  return cell.value === null ? "" : String(cell.value);
}
