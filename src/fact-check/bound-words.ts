/** The words before a number that bind the true value and do not belong to the number's span. */
import type { Bound } from "./claim";

const AT_MOST = /(?:不足|不到|不超过|不多于|不高于|至多|(?<!不)(?:低于|少于|小于))$/;
const AT_LEAST = /(?:(?<!不)(?:超过|超出|超|逾|突破|高于|多于|大于)|不少于|不低于|至少)了?$/;

export function boundBefore(before: string): Bound | null {
  if (/约占$/.test(before)) return "about";
  if (AT_MOST.test(before)) return "atMost";
  return AT_LEAST.test(before) ? "atLeast" : null;
}

export function withoutBound(before: string): string {
  return before.replace(AT_MOST, "").replace(AT_LEAST, "");
}
