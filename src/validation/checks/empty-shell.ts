/** P04: every line that matters is zero, or nothing at all is filled in on an office's own form. */
import type { Subject } from "../../findings/catalogue";
import { entryOf } from "../../findings/catalogue-entry";
import { explainedBy, type Draft } from "../draft";
import type { RuleClass } from "../../rules/rule";
import type { Form } from "../../template/template";
import type { Check, CheckContext } from "../check";
import { formKey } from "../keys";

export const emptyShell: Check = {
  code: "P04",
  run(context, findingClass) {
    const unfilled = unfilledForms(context, findingClass);
    const zero = allZero(context, findingClass);
    return unfilled === null ? zero : [...unfilled, ...(zero ?? [])];
  },
};

/**
 * A form of an office came back as it was issued. Beside others that are filled in, that may well be meant, and so
 * it is with a list: there was nothing to be listed.
 */
function unfilledForms(context: CheckContext, findingClass: RuleClass): Draft[] | null {
  const own = context.template.forms.filter(
    ({ id, layout }) => layout === "own" && context.submission.forms.has(id),
  );
  if (own.length === 0) return null;
  const typed = new Map(
    own.map((form) => [
      form,
      [...context.lines()].filter(
        ({ form: { id }, indicator }) => id === form.id && indicator.formula === undefined,
      ),
    ]),
  );
  const isBlank = (form: Form): boolean =>
    typed.get(form)!.length > 0 && typed.get(form)!.every(({ line }) => line.current.state === "blank");
  const blank = own.filter(isBlank);
  const asked = blank.length === own.length ? findingClass : "note";
  return blank.map((form) => {
    const cls = form.own!.tables.length === 0 ? "note" : asked;
    const params = { variant: "unfilled", title: form.title };
    const draft = context.atLine("P04", cls, typed.get(form)![0]!, { params });
    return {
      ...draft,
      finding: { ...draft.finding, indicator: null },
      at: formKey(form.id),
      on: [formKey(form.id)],
    };
  });
}

function allZero(context: CheckContext, findingClass: RuleClass): Draft[] | null {
  const lines = [...context.ownLines()].filter(({ indicator }) => indicator.key === true);
  const values = lines
    .map(({ indicator }) => context.number(indicator.code))
    .filter((value) => value !== null);
  const [first] = lines;
  if (first === undefined || values.length === 0) return null;
  if (values.some((value) => value !== 0)) return [];
  const on = lines.map(({ indicator }) => indicator.code);
  const params = { lines: on.join("、"), ...explainedBy(first.line) };
  const draft = context.atLine("P04", findingClass, first, { values: { value: 0 }, params, on });
  return [{ ...draft, takes: (other) => isAboutZero(other, new Set(on), context) }];
}

/** A rule that fails at a line of 0 or rests on a key line, a line that fell to 0. */
function isAboutZero(
  { finding, at, on }: Draft,
  keyLines: ReadonlySet<string>,
  context: CheckContext,
): boolean {
  const subject = entryOf(finding.code)?.subject ?? "relation";
  if (!ABOUT_FIGURES.has(subject)) return false;
  return on.some((key) => keyLines.has(key)) || (at !== null && context.number(at) === 0);
}

const ABOUT_FIGURES: ReadonlySet<Subject> = new Set(["relation", "list", "plausibility"]);
