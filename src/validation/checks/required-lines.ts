/** D41: a blank is no zero. Lines that must be filled say 0 where there was nothing. */
import type { Finding } from "../../intake/finding";
import type { Check, CheckContext, FilledLine } from "../check";

export const requiredLines: Check = {
  code: "D41",
  builtIn: "mustFix",
  run: (context, findingClass) =>
    [...context.ownLines()]
      .filter((filled) => isMissing(context, filled))
      .map((filled) =>
        context.atLine("D41", findingClass, filled, { params: wordsFor(filled), damages: true }),
      ),
};

function wordsFor({ indicator, line: { current } }: FilledLine): Finding["params"] {
  return {
    ...(indicator.kind === "yesNo" ? { variant: "yesNo" } : {}),
    // Intake read the cell as the lower part of a merge.
    ...(current.steps.includes("D23") ? { merged: current.place.sheet } : {}),
  };
}

/** Of a unit that is not known, only what every kind of unit fills can be missing. */
function isMissing({ kind }: CheckContext, { indicator, form, line }: FilledLine): boolean {
  const isOwn = kind !== null || form.fills.every((each) => indicator.fills.includes(each));
  return isOwn && indicator.required && line.current.state === "blank";
}
