/** A template that is read, changed or rolled on, but not yet in use. */
import { createVocabulary, ruleMeaning, type Rule } from "../rules";
import { changesBetween, isSameContent } from "../template/changes";
import type { Template, TemplateChange } from "../template/template";
import { fold } from "../workbook/fold";

/** Where a template came from; `rules`: the one in use with a list of rules added; `rolled`: from the year before. */
export type TemplateOrigin =
  | { readonly kind: "builtIn" | "open" | "rules" | "rolled" }
  | { readonly kind: "file"; readonly file: string }
  /** The county workbook that the session goes on from brought it along; null is the open one. */
  | { readonly kind: "county"; readonly file: string | null };

export interface TemplateInUse {
  readonly template: Template;
  readonly origin: TemplateOrigin;
  /** The day on which it was adopted; null where nobody adopted it. */
  readonly since: string | null;
}

export interface TemplateDraft {
  readonly template: Template;
  readonly origin: TemplateOrigin;
  /** Against the template in use; none where both say the same. */
  readonly changes: readonly TemplateChange[];
  /** It is a version of the template in use, not a template of another task. */
  readonly sameTask: boolean;
}

/** A template that is sound, beside the one in use. */
export function draftOf(template: Template, origin: TemplateOrigin, inUse: Template): TemplateDraft {
  const versioned = versionedAgainst(inUse, template);
  return {
    template: versioned,
    origin,
    changes: changesBetween(inUse, versioned),
    sameTask: versioned.id === inUse.id,
  };
}

/**
 * Two templates of one version must say the same: what was edited twice from one copy becomes the version after the one
 * in use.
 */
function versionedAgainst(inUse: Template, template: Template): Template {
  if (template.id !== inUse.id || template.version !== inUse.version) return template;
  if (isSameContent(inUse, template)) return inUse;
  return nextVersion(inUse, template);
}

function nextVersion(before: Template, content: Template): Template {
  const version = before.version + 1;
  const changes = changesBetween(before, content);
  return { ...content, version, history: [...before.history, { from: before.version, version, changes }] };
}

/**
 * The template with rules added; one that asks the same as a rule it has already is not added again. One that was only
 * proposed gives way to the same rule from the office.
 */
export function withRules(template: Template, rules: readonly Rule[]): Template {
  const keyOf = keysOf(template);
  const written = new Set(rules.filter(({ proposed }) => !proposed).map(keyOf));
  const before = template.rules.filter((rule) => !(rule.proposed && written.has(keyOf(rule))));
  const inUse = { ...template, rules: before };
  const known = new Set(inUse.rules.map(keyOf));
  const fresh = rules.filter((rule) => {
    const isNew = !known.has(keyOf(rule));
    known.add(keyOf(rule));
    return isNew;
  });
  if (fresh.length === 0) return template;
  const numbers = new Set(inUse.rules.map(({ number }) => number));
  const numbered = fresh.map((rule) => ({ ...rule, number: freeNumber(rule.number, numbers) }));
  return nextVersion(template, { ...inUse, rules: [...inUse.rules, ...numbered] });
}

/** How many rules the one template has that the other has not. */
export function countAdded(before: Template, after: Template): number {
  const keyOf = keysOf(before);
  const known = new Set(before.rules.filter(({ proposed }) => !proposed).map(keyOf));
  return after.rules.filter((rule) => !before.rules.includes(rule) && !known.has(keyOf(rule))).length;
}

/** What a rule asks; of one that is not understood its words, blanks and the width of signs left out. */
function keysOf(template: Template): (rule: Rule) => string {
  const vocabulary = createVocabulary(template);
  const keys = new Map<Rule, string>();
  return (rule) => {
    const known = keys.get(rule);
    if (known !== undefined) return known;
    const { relation, precondition = "", forms } = rule;
    const words = (): string => fold(`${forms.join()}\n${precondition}\n${relation}`).replace(/[^\S\n]/g, "");
    const key = ruleMeaning(rule, vocabulary) ?? words();
    keys.set(rule, key);
    return key;
  };
}

/** Lines of one number are one rule: a stranger's must not be mixed up with ours. */
function freeNumber(number: string, taken: ReadonlySet<string>): string {
  if (!taken.has(number)) return number;
  for (let i = 2; ; i++) if (!taken.has(`${number}-${i}`)) return `${number}-${i}`;
}
