/** The template's own rules, asked of one unit. */
import type { FindingParam, Place } from "../findings/finding";
import { ruleCode } from "../findings/finding-code";
import { reportedClass, type CompiledRule, type Operand, type RuleResult } from "../rules";
import { nameOf } from "../intake/labels";
import type { CheckContext } from "./check";
import { explainedBy, findingOf, type Draft } from "./draft";
import { formKey, lastYearKey, listKey, type Key } from "./keys";
import { likelySlip } from "./likely-slip";
import type { Operands } from "./operands";
import { relationText } from "./relation-text";

/** The finding of a rule that failed: at the side that is a single line, the left one if both are. */
export function ruleDraft(context: CheckContext, compiled: CompiledRule, result: RuleResult): Draft {
  const { rule } = compiled;
  const code = placeOf(compiled);
  const ruleClass = reportedClass(rule);
  const left = asParam(result.left);
  const right = asParam(result.right);
  const finding = findingOf({
    class: ruleClass,
    code: ruleCode(rule.number),
    unit: context.unitName,
    place: placeOfRule(context, compiled),
    indicator: code,
    values: { left: numberOrNull(result.left), right: numberOrNull(result.right) },
    params: {
      relation: rule.relation,
      ...(code === null ? {} : { code, name: nameOf(context.indicator(code) ?? { name: code }) }),
      left,
      right,
      difference: difference(result),
      ...likelySlip(context, compiled, result),
      ...(compiled.sides === null ? { variant: "condition" } : {}),
      ...(rule.message ? {} : relationText(context, compiled, result, code)),
      ...(rule.proposed ? { proposedFrom: rule.source ?? "" } : {}),
      ...(ruleClass === "explain" ? explainedBy(lineWithReason(context, compiled, code)) : {}),
    },
  });
  return {
    finding: {
      ...finding,
      ...(rule.message ? { message: rule.message } : {}),
      ...(rule.advice ? { advice: rule.advice } : {}),
      ...(rule.explanationRequired === undefined || rule.proposed
        ? {}
        : { explanationRequired: rule.explanationRequired }),
    },
    at: code,
    on: keysOf(compiled),
  };
}

function placeOf({ sides, codes }: CompiledRule): string | null {
  return sides?.left.singleCode ?? sides?.right.singleCode ?? codes[0] ?? null;
}

/** Where the line itself is not there its form's sheet is the nearest place. */
function placeOfForm({ submission, words }: CheckContext, code: string | null): Place {
  const form = code === null ? undefined : words.index.indicators.get(code)?.form.id;
  const sheet = form === undefined ? undefined : submission.forms.get(form)?.sheet;
  return { file: submission.file, sheet: sheet ?? null, cell: null };
}

/** The unit may have written its reason beside either line. */
function lineWithReason(context: CheckContext, { sides, codes }: CompiledRule, code: string | null) {
  const candidates = [code, sides?.right.singleCode ?? null, ...codes];
  return candidates
    .flatMap((candidate) => (candidate === null ? [] : (context.line(candidate) ?? [])))
    .find((line) => line.reason.trim() !== "");
}

function keysOf({ codes, lastYearCodes, lists, precondition }: CompiledRule): Key[] {
  return [
    ...codes,
    ...lastYearCodes.map(lastYearKey),
    ...lists.map(listKey),
    ...(precondition?.codes ?? []),
    ...(precondition?.lastYearCodes ?? []).map(lastYearKey),
    ...(precondition?.lists ?? []).map(listKey),
  ];
}

/**
 * Does the rule rest on something that is not known: a cell that was refused, a form that is not there, a list that
 * should be? Then it is not asked: an answer would be about what is missing, which has its own finding.
 */
export function restsOnUnknown(context: CheckContext, compiled: CompiledRule, operands: Operands): boolean {
  const keys = keysOf(compiled).flatMap((key) => [key, ...(operands.get(key) ?? [])]);
  return keys.some((key) => isUnknown(context, key));
}

function isUnknown({ submission, words, template, kind }: CheckContext, key: Key): boolean {
  const home = words.index.indicators.get(key);
  if (home !== undefined && home.form.layout !== "cover") {
    const form = submission.forms.get(home.form.id);
    return form === undefined || form.lines.get(key)?.current.state === "refused";
  }
  const list = template.lists.find(({ id }) => listKey(id) === key);
  if (list === undefined || list.optional || submission.lists.has(list.id)) return false;
  return kind === null || list.fills.includes(kind);
}

/** The cell of the side that is a single line, the left one if both are; else of the first line that is named. */
export function placeOfRule(context: CheckContext, compiled: CompiledRule): Place {
  const code = placeOf(compiled);
  const line = code === null ? undefined : context.line(code);
  return line?.current.place ?? placeOfForm(context, code);
}

/** The forms and lists that keys belong to, as keys themselves. */
export function homesOf(keys: Iterable<Key>, context: CheckContext): Key[] {
  return [...keys].flatMap((key) => {
    const form = context.words.index.indicators.get(key)?.form.id;
    return form === undefined ? [] : [formKey(form)];
  });
}

/** 是 and 否 in a message are words. */
function asParam(value: Operand): FindingParam {
  return typeof value === "boolean" ? (value ? "是" : "否") : value;
}

function numberOrNull(value: Operand): number | null {
  return typeof value === "number" ? value : null;
}

function difference({ left, right }: RuleResult): FindingParam {
  return typeof left === "number" && typeof right === "number" ? Math.abs(left - right) : null;
}
