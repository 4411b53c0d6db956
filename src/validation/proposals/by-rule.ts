/** What a total should say where a rule of the template fails at it. */
import type { Finding } from "../../findings/finding";
import type { TemplateRule } from "../../findings/finding-code";
import { fifteenDigits } from "../../workbook/rounding";
import { evaluateRule, Failure, type CompiledRule, type Facts } from "../../rules";
import type { CheckContext } from "../check";
import type { Suggestion } from "./by-kind";

/**
 * A line that the template computes says what its formula comes to. A typed total says the sum of its parts, provided
 * that another rule that fails as well wants the same, and none that holds would break: else a part may be wrong.
 */
export function suggestByRule(
  finding: Finding,
  { number: own }: TemplateRule,
  context: CheckContext,
): Suggestion | null {
  const { indicator: code, params } = finding;
  const rule = context.words.rules.find(
    ({ rule: { number, relation } }) => number === own && relation === params["relation"],
  );
  if (rule === undefined || code === null) return null;
  const formula = context.words.formulas.get(code);
  if (formula !== undefined) {
    const value = formula.evaluate(context.facts, { missingAsZero: true });
    if (value instanceof Failure || typeof value !== "number" || !holdsWith(context, rule, code, value))
      return null;
    return {
      to: fifteenDigits(value),
      because: { code: "formula", params: { formula: context.formulaText(formula) } },
    };
  }
  return params["slip"] === undefined ? sumOfParts(rule, code, context) : null;
}

function sumOfParts(rule: CompiledRule, code: string, context: CheckContext): Suggestion | null {
  const parts = partsOf(rule, code);
  if (parts === null) return null;
  const values = parts.map((part) => context.number(part) ?? 0);
  const sum = fifteenDigits(values.reduce((a, b) => a + b, 0));
  if (!holdsWith(context, rule, code, sum)) return null;
  const others = context.words.rules.filter((each) => each !== rule && each.codes.includes(code));
  const before = others.map((each) => evaluateRule(each, context.facts).outcome);
  const after = others.map((each) => askWith(context, each, code, sum));
  const breaks = others.some((_, i) => before[i] === "passed" && after[i] === "failed");
  const agrees = others.find(
    ({ rule: { relation } }, i) => isEquation(relation) && before[i] === "failed" && after[i] === "passed",
  );
  if (breaks || agrees === undefined) return null;
  return {
    to: sum,
    because: { code: "sum", params: { relation: rule.rule.relation, other: agrees.rule.number } },
  };
}

/** The parts of `total=SUM(parts)` or `part+part=total`; null where the relation is anything else. */
function partsOf(
  { rule: { relation }, sides, lists, lastYearCodes }: CompiledRule,
  total: string,
): readonly string[] | null {
  if (sides === null || !isEquation(relation) || lists.length + lastYearCodes.length > 0) return null;
  const [own, other] =
    sides.left.singleCode === total ? [sides.left, sides.right] : [sides.right, sides.left];
  const isSum = own.singleCode === total && other.codes.length > 1 && !other.codes.includes(total);
  return isSum && !/[-*/×÷−"]|IF|ROWS|COUNT|MAX|MIN|AVERAGE/i.test(relation) ? other.codes : null;
}

function isEquation(relation: string): boolean {
  return /[=＝]/.test(relation) && !/[<>≤≥≠＜＞]/.test(relation);
}

function holdsWith(context: CheckContext, rule: CompiledRule, code: string, value: number): boolean {
  return askWith(context, rule, code, value) === "passed";
}

function askWith(context: CheckContext, rule: CompiledRule, code: string, value: number) {
  return evaluateRule(rule, factsWith(context, code, value)).outcome;
}

/** The facts with another value in a line, and in the lines that are computed from it. */
function factsWith({ facts, words: { formulas } }: CheckContext, code: string, value: number): Facts {
  const changed: Facts = {
    ...facts,
    current(asked) {
      if (asked === code) return value;
      const formula = formulas.get(asked);
      if (formula === undefined || !formula.codes.includes(code)) return facts.current(asked);
      const result = formula.evaluate(changed);
      return result instanceof Failure ? null : result;
    },
  };
  return changed;
}
