/** Which items are the sum of others: as a formula of the form computes it, or as a rule says it. */
import {
  compileExpression,
  createVocabulary,
  expandRule,
  isRuleError,
  type Compiled,
  type Operand,
  type Rule,
  type Vocabulary,
} from "../../rules";
import type { Template } from "../../template/template";

/** The parts of an item by its key, in the order of the formula. */
export type Wholes = ReadonlyMap<string, readonly string[]>;

export function wholesOf(template: Pick<Template, "forms" | "lists" | "rules">): Wholes {
  const vocabulary = createVocabulary(template);
  const wholes = new Map<string, readonly string[]>();
  for (const { code, formula } of template.forms.flatMap(({ indicators }) => indicators)) {
    const parts = formula === undefined ? null : partsIn(formula, vocabulary);
    if (parts) wholes.set(code, parts);
  }
  for (const { relation, precondition } of template.rules.flatMap((rule) => questionsOf(rule, vocabulary))) {
    const [left, right, more] = relation.split(/[=＝]/);
    if (
      precondition !== undefined ||
      more !== undefined ||
      right === undefined ||
      /[<>≤≥≠＜＞]/.test(relation)
    )
      continue;
    const whole = single(left!, vocabulary) ?? single(right, vocabulary);
    const parts = partsIn(single(left!, vocabulary) === null ? left! : right, vocabulary);
    if (whole !== null && parts && !wholes.has(whole)) wholes.set(whole, parts);
  }
  return wholes;
}

/** `1栏=2栏+3栏` asks once for each line. */
function questionsOf(rule: Rule, vocabulary: Vocabulary): readonly Rule[] {
  const expanded = expandRule(rule, vocabulary);
  return isRuleError(expanded) ? [] : expanded.instances.map((instance) => instance.rule);
}

function single(text: string, vocabulary: Vocabulary): string | null {
  const compiled = compileExpression(text, vocabulary);
  if (isRuleError(compiled) || compiled.codes.length !== 1) return null;
  const [code] = compiled.codes;
  return isThisYearOnly(compiled) && valueOf(compiled, () => 7) === 7 ? code! : null;
}

/** What the expression adds up; null where it is anything but a sum. Judged by what it does, however it is written. */
function partsIn(text: string, vocabulary: Vocabulary): readonly string[] | null {
  const compiled = compileExpression(text, vocabulary);
  if (isRuleError(compiled) || compiled.codes.length < 2 || !isThisYearOnly(compiled)) return null;
  const weights = new Map(compiled.codes.map((code, i) => [code, i * i + 2]));
  const sum = [...weights.values()].reduce((a, b) => a + b, 0);
  const isSum =
    valueOf(compiled, () => 0) === 0 &&
    valueOf(compiled, (code) => weights.get(code)!) === sum &&
    valueOf(compiled, (code) => -3 * weights.get(code)!) === -3 * sum;
  return isSum ? compiled.codes : null;
}

function isThisYearOnly({ lastYearCodes, lists }: Compiled): boolean {
  return lastYearCodes.length === 0 && lists.length === 0;
}

function valueOf(compiled: Compiled, current: (code: string) => Operand): unknown {
  return compiled.evaluate({ current, lastYear: () => null, rows: () => null });
}
