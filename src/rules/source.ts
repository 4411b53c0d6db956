/** A text of the rule language while it is read. */
import { ruleError, type RuleError } from "./error";
import type { Vocabulary } from "./vocabulary";

/** The text being read: as written, and the same with plain signs, position for position. */
export interface Source {
  readonly written: string;
  readonly plain: string;
  readonly vocabulary: Vocabulary;
}

/** What is between the bracket at `start` and the one that closes it. */
export function bracketed(
  source: Source,
  start: number,
): { readonly text: string; readonly end: number } | RuleError {
  const close = source.plain.indexOf("]", start);
  if (close < 0) return ruleError("unclosedBracket", start);
  return { text: source.written.slice(start + 1, close).trim(), end: close + 1 };
}
