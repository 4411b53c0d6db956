/** Why a rule cannot be understood, as a sentence. */
import { isMessageKey, say, type Locale } from ".";

/** What a sentence needs of a rule's error. */
export interface RuleErrorWords {
  readonly code: string;
  /** Offset into the text as written, counted from 0. */
  readonly position: number;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Where the fault stands, counted from 1 as people count, what it is and what to do. */
export function sayRuleError(locale: Locale, { code, position, params }: RuleErrorWords): string {
  const key = `rule.error.${code}`;
  const reason = say(locale, isMessageKey(key) ? key : "rule.error.grammar", params);
  return say(locale, "rule.error.at", { position: position + 1, reason });
}
