/** A text with figures put right. */
import { fixed, rounded } from "../workbook/rounding";
import type { CheckedClaim } from "./checked";

const NUMBER = /\d[\d,，]*(?:\.\d+)?/;

/**
 * The words that say the right number in the claim's own unit and with its decimals: 29% → 32%, 近1.7万份 → 1.72万份. Null
 * where only a person can say it: 过半, 翻一番, the shares of a structure, what has no right number.
 */
export function correctionOf({ claim, expected, verdict }: CheckedClaim): string | null {
  if (verdict !== "disagrees" || expected === null || claim.says !== undefined || claim.terms) return null;
  if (!NUMBER.test(claim.text) && !/[一二两三四五六七八九十百千万亿]/.test(claim.text)) return null;
  if (/半|(?<!百)分之/.test(claim.text) || expected < 0) return null;
  const isExact = claim.bound === "exact" && NUMBER.test(claim.text);
  const decimals = isExact ? claim.decimals : decimalsOf(expected, claim.decimals);
  const digits = fixed(expected, decimals);
  // What its decimals cannot show differently a person must write.
  if (isExact && Number(digits) === claim.value) return null;
  return isExact ? claim.text.replace(NUMBER, digits) : `${digits}${claim.unit}`;
}

/** As many as the number needs, two at most. */
function decimalsOf(value: number, least: number): number {
  for (let decimals = least; decimals < 2; decimals++)
    if (rounded(value, decimals) === value) return decimals;
  return Math.max(least, 2);
}

/** The text with these claims put right. */
export function corrected(text: string, claims: readonly CheckedClaim[]): string {
  let result = "";
  let at = 0;
  for (const checked of claims) {
    const words = correctionOf(checked);
    if (words === null) continue;
    result += text.slice(at, checked.claim.start) + words;
    at = checked.claim.end;
  }
  return result + text.slice(at);
}
