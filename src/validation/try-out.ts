/** 试跑: what rules would say of workbooks that are there already, before anything is issued. */
import type { Place } from "../intake/finding";
import type { Submission } from "../intake/submission";
import {
  compileRule,
  createVocabulary,
  evaluateRule,
  isRuleError,
  type CompiledRule,
  type Operand,
  type Rule,
  type RuleFault,
} from "../rules";
import type { Template } from "../template/template";
import { indexTemplate, type TemplateIndex } from "../template/template-index";
import { factsOf, lineOf } from "./facts";
import type { LastYear } from "./last-year";

/** One unit's part in the trial of a rule. */
export interface TriedUnit {
  /** The register's name; null where none could be told. */
  readonly unit: string | null;
  /** Both sides' values; null where the relation is more than one comparison. */
  readonly left: Operand;
  readonly right: Operand;
  /** The cell of the side that is a single line. */
  readonly place: Place;
}

export interface RuleTrial {
  readonly rule: Rule;
  /** Why the rule cannot be understood; then it was asked of nobody. */
  readonly fault: RuleFault | null;
  readonly passed: number;
  /** Not asked: its condition does not hold, or something that it needs is missing. */
  readonly skipped: number;
  /** In the order of the submissions. */
  readonly failed: readonly TriedUnit[];
}

/**
 * Asks rules of submissions, one trial for each rule, in their order. Pure; it finds nothing else and changes nothing.
 * @param lastYear null where the workbooks' own 上年 columns are all that is known
 */
export function tryOut(
  rules: readonly Rule[],
  submissions: readonly Submission[],
  template: Template,
  lastYear: LastYear | null,
): readonly RuleTrial[] {
  const vocabulary = createVocabulary(template);
  const index = indexTemplate(template);
  const units = submissions.map((submission) => ({
    submission,
    facts: factsOf(submission, index.indicators, lastYear),
  }));
  return rules.map((rule) => {
    const compiled = compileRule(rule, vocabulary);
    if (isRuleError(compiled)) return { rule, fault: compiled, passed: 0, skipped: 0, failed: [] };
    const results = units.map(({ submission, facts }) => ({ submission, ...evaluateRule(compiled, facts) }));
    const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length;
    const failed = results
      .filter((result) => result.outcome === "failed")
      .map(({ submission, left, right }) => ({
        unit: submission.unit?.name ?? null,
        left,
        right,
        place: placeOf(compiled, submission, index),
      }));
    return { rule, fault: null, passed: count("passed"), skipped: count("skipped"), failed };
  });
}

function placeOf({ sides, codes }: CompiledRule, submission: Submission, index: TemplateIndex): Place {
  const code = sides?.left.singleCode ?? sides?.right.singleCode ?? codes[0];
  const line = code === undefined ? undefined : lineOf(submission, index.indicators, code);
  return line?.current.place ?? { file: submission.file, sheet: null, cell: null };
}
