/** P06: money per head within the range set, and no amount that is 10 000 times off: yuan, not 万元. */
import { explainedBy } from "../draft";
import { isTypedNumber, type Check, type CheckContext, type FilledLine } from "../check";
import type { Draft } from "../draft";
import type { RuleClass } from "../../rules/rule";

const TEN_THOUSAND = 10_000;
/** An amount that is this many times off is more likely in the wrong unit than so much changed. */
const FAR_OFF = 2000;

export const money: Check = {
  code: "P06",
  run: (context, findingClass) =>
    [...context.ownLines()].flatMap((filled) => {
      const draft = wrongUnit(context, filled, findingClass) ?? perHead(context, filled, findingClass);
      return draft === null ? [] : [draft];
    }),
};

function wrongUnit(context: CheckContext, filled: FilledLine, findingClass: RuleClass): Draft | null {
  const { indicator, line } = filled;
  if (indicator.kind !== "amount" || !isTypedNumber(indicator)) return null;
  const value = context.number(indicator.code);
  const lastYear = context.lastYearNumber(indicator.code);
  const variant = value === null || lastYear === null ? null : wrongUnitOf(value, lastYear);
  if (value === null || variant === null) return null;
  const params = { variant, likely: likelyAmount(value, variant), ...explainedBy(line) };
  return context.atLine("P06", findingClass, filled, { values: { value, lastYear }, params, damages: true });
}

/** Which unit the amount is probably in, compared with one that is known to be in yuan. */
export function wrongUnitOf(value: number, known: number): "tooSmall" | "tooLarge" | null {
  if (value <= 0 || known <= 0) return null;
  if (known / value >= FAR_OFF) return "tooSmall";
  return value / known >= FAR_OFF ? "tooLarge" : null;
}

export function likelyAmount(value: number, variant: "tooSmall" | "tooLarge"): number {
  return variant === "tooSmall" ? value * TEN_THOUSAND : value / TEN_THOUSAND;
}

function perHead(context: CheckContext, filled: FilledLine, findingClass: RuleClass): Draft | null {
  const { moneyPerHeadMin: min, moneyPerHeadMax: max } = context.template.settings;
  const { code, recipients } = filled.indicator;
  const value = context.number(code);
  const count = recipients === undefined ? null : context.number(recipients);
  if (recipients === undefined || value === null || count === null || value <= 0 || count <= 0) return null;
  const each = value / count;
  if (each >= min && each <= max) return null;
  const variant = each < min ? "little" : "much";
  const params = { variant, recipients, count, each, min, max, ...explainedBy(filled.line) };
  return context.atLine("P06", findingClass, filled, { values: { value, count }, params, on: [recipients] });
}
