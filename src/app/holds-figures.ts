import type { Submission } from "../intake/submission";
import type { Template } from "../template/template";

/** A unit of which nothing was read adds nothing: it must not be said to be in the totals. */
export function holdsFigures({ forms, lists }: Submission, template: Template): boolean {
  const lines = [...forms.values()].flatMap((form) => [...form.lines.values()]);
  // A blank form computes its sums too.
  const computed = new Set(
    template.forms
      .flatMap(({ indicators }) => indicators.filter((each) => each.formula !== undefined))
      .map(({ code }) => code),
  );
  return (
    lines.some(({ code, current }) => current.state === "filled" && !computed.has(code)) ||
    [...lists.values()].some(({ rows }) => rows.length > 0)
  );
}
