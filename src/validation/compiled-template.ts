/** A template's rules and formulas, compiled once for all units. */
import { compileExpression, createVocabulary, expandRule, isRuleError } from "../rules";
import type { Compiled, CompiledRule, RuleFault, Vocabulary } from "../rules";
import type { Template } from "../template/template";
import { indexTemplate } from "../template/template-index";
import type { CheckVocabulary } from "./check";

/** A rule or a line's formula that cannot be understood; it is left out, the others are asked. */
export interface TemplateFault {
  /** The rule's number, or the line's code. */
  readonly of: string;
  /** Which rule of the template, counted from 0; null for a line's formula. */
  readonly rule: number | null;
  readonly error: RuleFault;
}

export interface CompiledTemplate {
  readonly words: CheckVocabulary;
  readonly faults: readonly TemplateFault[];
}

export function compileTemplate(template: Template): CompiledTemplate {
  const faults: TemplateFault[] = [];
  const vocabulary = createVocabulary(template);
  const rules = compiledRules(template, vocabulary, faults);
  const formulas = compiledFormulas(template, vocabulary, faults);
  return { words: { template, index: indexTemplate(template), rules, formulas }, faults };
}

function compiledRules(template: Template, vocabulary: Vocabulary, faults: TemplateFault[]): CompiledRule[] {
  return template.rules.flatMap((rule, i) => {
    const expanded = expandRule(rule, vocabulary);
    if (!isRuleError(expanded)) return expanded.instances;
    faults.push({ of: rule.number, rule: i, error: expanded });
    return [];
  });
}

function compiledFormulas(
  template: Template,
  vocabulary: Vocabulary,
  faults: TemplateFault[],
): ReadonlyMap<string, Compiled> {
  const formulas = new Map<string, Compiled>();
  for (const { code, formula } of template.forms.flatMap((form) => form.indicators)) {
    const compiled = formula === undefined ? null : compileExpression(formula, vocabulary);
    if (compiled === null) continue;
    if (isRuleError(compiled))
      faults.push({ of: code, rule: null, error: { ...compiled, part: "relation" } });
    else formulas.set(code, compiled);
  }
  return formulas;
}
