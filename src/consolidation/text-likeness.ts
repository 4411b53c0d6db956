/** Are two titles the same except for a slip of the pen? */
import { fold } from "../workbook/fold";

/** Differences of up to one character in ten are slips. */
const SLIPS_PER_CHARACTER = 0.1;
/** Shorter texts (宣讲活动) are common names of different things: they must be equal to the letter. */
const SHORTEST = 8;
/** Longer texts are prose, no titles: equal or not. Comparing two takes time as the product of their lengths. */
const LONGEST = 300;

/** Full-width and half-width made one; spaces and punctuation dropped. */
export function comparable(text: string): string {
  return fold(text)
    .replace(/[\s\p{P}\p{S}]/gu, "")
    .toLowerCase();
}

/** Both texts as {@link comparable} gives them. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < SHORTEST || longer > LONGEST) return false;
  const allowed = Math.floor(longer * SLIPS_PER_CHARACTER);
  return Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed;
}

/** Levenshtein's distance: the fewest characters to insert, delete or replace. */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j]! + 1, current[j - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
