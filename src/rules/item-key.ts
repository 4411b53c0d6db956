/**
 * Keys of items in expressions. A key that is a plain word (`0203`, `NM1210`, `合计`) is written as it is; so is one of
 * words with `:`, `›` and a column in brackets (`gx:01[2]`); every other one is written between brackets, `[甲/乙]`.
 */
import { endOfWord } from "./characters";
import type { Source } from "./source";

/** What is at a place of the text: an item's key, and where it ends. */
export interface KeyAt {
  readonly code: string;
  readonly end: number;
}

/** Longer keys are not looked for: no loop over a person's text may grow with its square. */
const LONGEST_KEY = 400;
const MOST_CLOSINGS = 6;

/** The item's key as an expression has it: bare where it is a single word, else in brackets. */
export function inExpression(code: string): string {
  return code !== "" && endOfWord(code, 0) === code.length ? code : `[${code}]`;
}

/** The key between the bracket at `start` and one that closes it: `[01[2]]` is the key `01[2]`. */
export function keyInBrackets({ plain, vocabulary }: Source, start: number): KeyAt | null {
  let close = start;
  for (let tried = 0; tried < MOST_CLOSINGS; tried++) {
    close = plain.indexOf("]", close + 1);
    if (close < 0 || close - start > LONGEST_KEY) return null;
    const code = vocabulary.codeOf(plain.slice(start + 1, close));
    if (code !== null) return { code, end: close + 1 };
  }
  return null;
}

const WITHIN = /[:›[]/;

/** The longest key of several words that begins with the word from `start` to `end`: `gx:01[2]`, `0203[女]`. */
export function keyOfWords({ plain, vocabulary }: Source, start: number, end: number): KeyAt | null {
  if (!WITHIN.test(plain[end] ?? "")) return null;
  let longest: KeyAt | null = null;
  let at = end;
  for (let parts = 0; parts < MOST_CLOSINGS && at - start < LONGEST_KEY; parts++) {
    at = endOfPart(plain, at);
    if (at < 0) break;
    const code = vocabulary.codeOf(plain.slice(start, at));
    if (code !== null) longest = { code, end: at };
  }
  return longest;
}

/** Where `:01`, `›甲` or `[2]` ends; -1 where none begins at the place. */
function endOfPart(plain: string, at: number): number {
  const sign = plain[at] ?? "";
  if (sign === "[") {
    const close = plain.indexOf("]", at);
    return close < 0 ? -1 : close + 1;
  }
  if (sign !== ":" && sign !== "›") return -1;
  const end = endOfWord(plain, at + 1);
  return end === at + 1 ? -1 : end;
}
