/** 试跑: what rules would say of workbooks that are there already, before anything is issued. */
import type { Place } from "../findings/finding";
import type { Submission } from "../intake/submission";
import {
  createVocabulary,
  evaluateRule,
  expandRule,
  isRuleError,
  type Operand,
  type Rule,
  type RuleFault,
  type RuleResult,
} from "../rules";
import type { CompiledRule, ExpandedRule } from "../rules";
import type { Template } from "../template/template";
import { indexTemplate, type TemplateIndex } from "../template/template-index";
import { CheckContext } from "./check";
import { compileTemplate } from "./compiled-template";
import type { LastYear } from "./last-year";
import { operandsOf, type Operands } from "./operands";
import { readingNames } from "./relation-text";
import { placeOfRule, restsOnUnknown } from "./template-rules";

/** One unit's part in the trial of a rule. */
export interface TriedUnit {
  /** The register's name; null where none was identified. */
  readonly unit: string | null;
  /** Both sides' values; null where the relation is more than one comparison. */
  readonly left: Operand;
  readonly right: Operand;
  /** The cell of the side that is a single line. */
  readonly place: Place;
}

export interface RuleTrial {
  readonly rule: Rule;
  /** What it asks, by the names of its lines; null where it cannot be understood. */
  readonly reading: string | null;
  /** Why the rule cannot be understood; then it was asked of nobody. */
  readonly fault: RuleFault | null;
  readonly passed: number;
  /** Not asked: its condition does not hold, or something that it needs is missing or cannot be read. */
  readonly skipped: number;
  /** In the order of the submissions. */
  readonly failed: readonly TriedUnit[];
}

/**
 * Asks rules of submissions, one trial for each rule, in their order: of the same units as a check would ask them. Pure;
 * it finds nothing else and changes nothing.
 * @param lastYear null where the workbooks' own 上年 columns are all that is known
 */
export function tryOut(
  rules: readonly Rule[],
  submissions: readonly Submission[],
  template: Template,
  lastYear: LastYear | null,
): readonly RuleTrial[] {
  const vocabulary = createVocabulary(template);
  const { words } = compileTemplate(template);
  const operands = operandsOf(words.formulas);
  const units = submissions.map((submission) => new CheckContext(words, submission, { lastYear }));
  return rules.map((rule) => {
    const expanded = expandRule(rule, vocabulary);
    if (isRuleError(expanded))
      return { rule, reading: null, fault: expanded, passed: 0, skipped: 0, failed: [] };
    const { instances } = expanded;
    const results = units.map((context) => ({ context, ...askAll(instances, context, operands) }));
    const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
    const failed = results
      .filter((result) => result.outcome === "failed")
      .map(({ context, asked, left, right }) => ({
        unit: context.unitName,
        left,
        right,
        place: placeOfRule(context, asked),
      }));
    return {
      rule,
      reading: ruleReading(expanded, words.index),
      fault: null,
      passed: count("passed"),
      skipped: count("skipped"),
      failed,
    };
  });
}

/** What each rule asks, by its relation; nothing of those that cannot be understood. */
export function ruleNames(template: Template): Readonly<Record<string, string>> {
  const vocabulary = createVocabulary(template);
  const index = indexTemplate(template);
  const named = template.rules.flatMap((rule) => {
    const expanded = expandRule(rule, vocabulary);
    if (isRuleError(expanded)) return [];
    const home = expanded.instances[0]?.codes[0] ?? null;
    // A heading: the codes are in the findings below it.
    return [[rule.relation, expanded.read({ ...readingNames(index, home), code: () => null })] as const];
  });
  return Object.fromEntries(named);
}

/** The form of its first line goes without saying: the rule is with that form. */
export function ruleReading({ instances, read }: ExpandedRule, index: TemplateIndex): string {
  return read(readingNames(index, instances[0]?.codes[0] ?? null));
}

/** A unit fails a rule that it fails in any column or line, of which the first is named. */
function askAll(instances: readonly CompiledRule[], context: CheckContext, operands: Operands) {
  const results = instances.map((asked) => ({ asked, ...askOne(asked, context, operands) }));
  const telling = ["failed", "passed"].map((outcome) => results.find((each) => each.outcome === outcome));
  return telling.find((each) => each !== undefined) ?? results[0]!;
}

function askOne(compiled: CompiledRule, context: CheckContext, operands: Operands): RuleResult {
  return restsOnUnknown(context, compiled, operands)
    ? { outcome: "skipped", left: null, right: null }
    : evaluateRule(compiled, context.facts);
}
