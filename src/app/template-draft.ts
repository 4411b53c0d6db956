/** A template that is read, changed or rolled on, but not yet in use. */
import { createVocabulary, ruleMeaning, type Rule } from "../rules";
import { changesBetween, isSameContent } from "../template/changes";
import type { Template, TemplateChange } from "../template/template";
import { fold } from "../workbook/fold";

/** Where a template came from; `rules`: the one in use with a list of rules added; `rolled`: from the year before. */
export type TemplateOrigin =
  | { readonly kind: "builtIn" | "assessment" | "open" | "rules" | "rolled" | "edited" }
  /** Made from so many of an office's own files. */
  | { readonly kind: "files"; readonly count: number }
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
 * The template with rules added; a rule that reads like one it has already is not added again. What was only proposed gives
 * way to a rule of the office that asks the same, however it is written.
 */
export function withRules(template: Template, rules: readonly Rule[]): Template {
  const { words, meaning } = ruleKeys(template);
  const written = new Set(rules.filter(({ proposed }) => !proposed).map(meaning));
  const before = template.rules.filter((rule) => !(rule.proposed && written.has(meaning(rule))));
  const inUse = { ...template, rules: before };
  const known = new Set(inUse.rules.map(words));
  const asked = new Set(inUse.rules.map(meaning));
  const fresh = rules.filter((rule) => {
    const isNew = !known.has(words(rule)) && !(rule.proposed && asked.has(meaning(rule)));
    known.add(words(rule));
    return isNew;
  });
  if (fresh.length === 0) return template;
  const numbers = new Set(inUse.rules.map(({ number }) => number));
  const numbered = fresh.map((rule) => ({ ...rule, number: freeNumber(rule.number, numbers) }));
  return nextVersion(template, { ...inUse, rules: [...inUse.rules, ...numbered] });
}

/** How many rules the one template has that the other has not. */
export function countAdded(before: Template, after: Template): number {
  return after.rules.filter((rule) => !before.rules.includes(rule)).length;
}

interface RuleKeys {
  /** Blanks and the width of signs make no other rule; of an office's own forms each has its own. */
  readonly words: (rule: Rule) => string;
  /** What a rule asks; of one that is not understood its words. */
  readonly meaning: (rule: Rule) => string;
}

function ruleKeys(template: Template): RuleKeys {
  const vocabulary = createVocabulary(template);
  const own = new Set(template.forms.flatMap(({ id, layout }) => (layout === "own" ? id : [])));
  const meanings = new Map<Rule, string>();
  const words = ({ relation, precondition = "", forms }: Rule): string => {
    const of = forms.filter((form) => own.has(form)).join();
    return fold(`${of}\n${precondition}\n${relation}`).replace(/[^\S\n]/g, "");
  };
  return {
    words,
    meaning(rule) {
      const meaning = meanings.get(rule) ?? ruleMeaning(rule, vocabulary) ?? words(rule);
      meanings.set(rule, meaning);
      return meaning;
    },
  };
}

/** Lines of one number are one rule: a stranger's must not be mixed up with ours. */
function freeNumber(number: string, taken: ReadonlySet<string>): string {
  if (!taken.has(number)) return number;
  for (let i = 2; ; i++) if (!taken.has(`${number}-${i}`)) return `${number}-${i}`;
}
