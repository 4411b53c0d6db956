/** P04: every line that matters is zero. */
import type { Subject } from "../../findings/catalogue";
import { entryOf } from "../../findings/catalogue-entry";
import { explainedBy, type Draft } from "../draft";
import type { Check, CheckContext } from "../check";

export const emptyShell: Check = {
  code: "P04",
  run(context, findingClass) {
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
  },
};

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
