/** A submission of which some values were changed by the county: what the template computes from them follows. */
import type { Line, Submission } from "../intake/submission";
import { LineFormulas } from "../template/line-formula";
import type { Template } from "../template/template";
import { fifteenDigits } from "../workbook/rounding";
import { carriedValues } from "./facts";
import type { LastYear } from "./last-year";

/** A step of somebody who typed over the value in the county workbook: that holds, whatever was repaired before. */
export const EDITED = "edited";

/** `changed`: codes of the values that were changed; those that follow are added. */
export function computedAgain(
  submission: Submission,
  changed: Set<string>,
  template: Template,
  lastYear: LastYear | null,
): Submission {
  const formulas = LineFormulas.of(template);
  const carried = carriedValues(submission, lastYear);
  let now = submission;
  for (const { code, formula } of template.forms.flatMap(({ indicators }) => indicators)) {
    if (formula === undefined || changed.has(code)) continue;
    let follows = false;
    const values = new Map(linesOf(now).map((line) => [line.code, line.current.value]));
    const value = formulas.value(
      formula,
      (ref) => {
        if (!ref.lastYear && changed.has(ref.code)) follows = true;
        const known = ref.lastYear ? carried?.get(ref.code) : values.get(ref.code);
        return typeof known === "number" ? known : null;
      },
      true,
    );
    if (!follows || value === null) continue;
    changed.add(code);
    now = eachLine(now, (line) =>
      line.code === code && !line.current.steps.includes(EDITED)
        ? { ...line, current: { ...line.current, value: fifteenDigits(value), state: "filled" } }
        : line,
    );
  }
  return now;
}

export function linesOf({ forms }: Submission): Line[] {
  return [...forms.values()].flatMap(({ lines }) => [...lines.values()]);
}

export function eachLine(submission: Submission, change: (line: Line) => Line): Submission {
  const forms = new Map(
    [...submission.forms].map(([id, form]) => [
      id,
      { ...form, lines: new Map([...form.lines].map(([code, line]) => [code, change(line)])) },
    ]),
  );
  return { ...submission, forms };
}
