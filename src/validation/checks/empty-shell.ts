/** P04: every line that matters is zero. */
import { explainedBy, type Draft } from "../draft";
import type { Check, CheckContext } from "../check";

export const emptyShell: Check = {
  code: "P04",
  builtIn: "explain",
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
  if (!/^[RXP]/.test(finding.code)) return false;
  return on.some((key) => keyLines.has(key)) || (at !== null && context.number(at) === 0);
}
