/** D41: a blank is no zero. Lines that must be filled say 0 where there was nothing. */
import type { Finding } from "../../findings/finding";
import type { RuleClass } from "../../rules/rule";
import type { Check, CheckContext, FilledLine } from "../check";
import { findingOf, type Draft } from "../draft";
import { groupBy } from "../../workbook/group-by";
import { formKey } from "../keys";

/** From so many lines on, a form in which nothing is filled is one finding, not one for each line. */
const WHOLE_FORM = 3;

export const requiredLines: Check = {
  code: "D41",
  run(context, findingClass) {
    const required = [...context.ownLines()].filter((filled) => isRequired(context, filled));
    return [...groupBy(required, ({ form }) => form.id).values()].flatMap((lines) => {
      const missing = lines.filter(({ line }) => line.current.state === "blank");
      const drafts = missing.map((filled) =>
        context.atLine("D41", findingClass, filled, { params: wordsFor(filled), damages: true }),
      );
      const isEmpty = missing.length === lines.length && missing.length >= WHOLE_FORM;
      return isEmpty ? [emptyForm(context, findingClass, missing), ...drafts] : drafts;
    });
  },
};

/** Nothing of the form is filled: its lines, and what rests on them, are under it. */
function emptyForm(
  { submission }: CheckContext,
  findingClass: RuleClass,
  missing: readonly FilledLine[],
): Draft {
  const { form, line } = missing[0]!;
  const codes = new Set(missing.map(({ indicator }) => indicator.code));
  const { file, sheet } = line.current.place;
  return {
    finding: findingOf({
      class: findingClass,
      code: "D41",
      unit: submission.unit?.name ?? null,
      place: { file, sheet, cell: null },
      params: { variant: "form", form: form.title, count: missing.length },
    }),
    at: formKey(form.id),
    on: [],
    takes: (other, reach) =>
      [...(other.at === null ? other.on : [other.at]), ...reach].some((key) => codes.has(key)),
  };
}

function wordsFor({ indicator, line: { current } }: FilledLine): Finding["params"] {
  return {
    ...(indicator.kind === "yesNo" ? { variant: "yesNo" } : {}),
    // Intake read the cell as the lower part of a merge.
    ...(current.steps.includes("D23") ? { merged: current.place.sheet } : {}),
  };
}

/** Of a unit that is not known, only what every kind of unit fills can be missing. */
function isRequired({ kind }: CheckContext, { indicator, form }: FilledLine): boolean {
  const isOwn = kind !== null || form.fills.every((each) => indicator.fills.includes(each));
  return isOwn && indicator.required;
}
