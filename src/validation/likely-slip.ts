/** Which line of a sum that fails was probably mistyped: the one that a usual slip of the pen explains. */
import type { FindingParam } from "../findings/finding";
import { evaluateRule, type CompiledRule, type RuleResult } from "../rules";
import { nameOf } from "../intake/labels";
import { isTypedNumber, type CheckContext } from "./check";

/** A line, what it says, and what it would have to say for the rule to hold. */
interface Slip {
  readonly code: string;
  readonly found: number;
  readonly meant: number;
}

/** Parameters of the finding; none where no line, or more than one, could be the one. */
export function likelySlip(
  context: CheckContext,
  compiled: CompiledRule,
  result: RuleResult,
): Readonly<Record<string, FindingParam>> {
  const slips = possibleSlips(context, compiled, result).filter(
    (slip) => isUsual(slip) && isNearer(slip, context),
  );
  const [slip] = slips;
  const indicator = slip && context.indicator(slip.code);
  if (slip === undefined || indicator === undefined || slips.length > 1) return {};
  return {
    slip: slip.code,
    slipName: nameOf(indicator),
    slipFound: slip.found,
    slipMeant: slip.meant,
  };
}

/** Every typed line that alone could make the rule hold. An inequality, and a list, leave too much open. */
function possibleSlips(context: CheckContext, compiled: CompiledRule, { left, right }: RuleResult): Slip[] {
  if (typeof left !== "number" || typeof right !== "number") return [];
  if (compiled.lists.length > 0 || /[<>≤≥≠＜＞]/.test(compiled.rule.relation)) return [];
  return compiled.codes.flatMap((code): Slip[] => {
    const indicator = context.indicator(code);
    const found = context.number(code);
    if (indicator === undefined || found === null || !isTypedNumber(indicator)) return [];
    return [found + left - right, found - left + right]
      .filter((meant) => meant >= 0 && holdsWith(context, compiled, code, meant))
      .filter((meant) => !breaksAnother(context, code, meant))
      .map((meant) => ({ code, found, meant }));
  });
}

function holdsWith({ facts }: CheckContext, compiled: CompiledRule, code: string, value: number): boolean {
  const current = (asked: string) => (asked === code ? value : facts.current(asked));
  return evaluateRule(compiled, { ...facts, current }).outcome === "passed";
}

/** A value that other rules agree with as it stands is not the one that is wrong. */
function breaksAnother(context: CheckContext, code: string, value: number): boolean {
  const others = context.words.rules.filter((rule) => rule.codes.includes(code));
  return others.some(
    (rule) =>
      evaluateRule(rule, context.facts).outcome === "passed" && !holdsWith(context, rule, code, value),
  );
}

/** Two digits changed places, or there is a zero too many or too few. */
function isUsual({ found, meant }: Slip): boolean {
  if (found === meant * 10 || meant === found * 10) return meant !== 0 && found !== 0;
  return isSwapped(String(found), String(meant));
}

/** A slip leads away from last year's value, where that is known. */
function isNearer({ code, found, meant }: Slip, context: CheckContext): boolean {
  const lastYear = context.lastYearNumber(code);
  return lastYear === null || Math.abs(meant - lastYear) < Math.abs(found - lastYear);
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
}
