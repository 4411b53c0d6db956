/** R09: the 上年 column says what the county carried into it. */
import type { Finding } from "../../findings/finding";
import type { Entry, Line } from "../../intake/submission";
import type { Check, CheckContext, FilledLine } from "../check";
import { lastYearKey } from "../keys";

/** The digits that a form shows of a percentage. */
const TOLERANCE = 0.05;
const NOISE = 1e-9;

export const carriedColumn: Check = {
  code: "R09",
  run(context, findingClass) {
    const lines = [...context.ownLines()].filter(({ indicator }) => indicator.carried);
    // A form that was issued without last year's values has nothing to agree with.
    if (context.carried === null || !lines.some(({ line }) => isFilled(line))) return null;
    return lines.flatMap((filled) => {
      const { indicator, line } = filled;
      const right = context.carried?.get(indicator.code);
      if (right === undefined || line.lastYear === null || line.lastYear.state === "refused") return [];
      const left = shownValue(line);
      if (agrees(filled, left, right)) return [];
      const key = lastYearKey(indicator.code);
      const draft = context.atEntry("R09", findingClass, indicator, line.lastYear, key, {
        values: { left, right },
        ...(left === null ? { params: blankWords(line.lastYear) } : {}),
        damages: true,
      });
      return [draft];
    });
  },
};

/** Is a number in the 上年 column that the county did not carry into it? */
export function isTypedOver({ carried }: CheckContext, filled: FilledLine): boolean {
  const left = shownValue(filled.line);
  const right = carried?.get(filled.indicator.code);
  return left !== null && right !== undefined && !agrees(filled, left, right);
}

/** Intake read the cell as the right part of a merge: that is why it is blank. */
function blankWords({ steps, place }: Entry): Finding["params"] {
  return { variant: "blank", ...(steps.includes("D23") ? { merged: place.sheet } : {}) };
}

function isFilled({ lastYear }: Line): boolean {
  return lastYear !== null && lastYear.state === "filled";
}

/** 是 and 否 are carried as 1 and 0. */
function shownValue({ lastYear }: Line): number | null {
  const value = lastYear?.value ?? null;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : null;
}

function agrees({ indicator }: FilledLine, left: number | null, right: number): boolean {
  if (left === null) return false;
  return Math.abs(left - right) <= (indicator.kind === "percent" ? TOLERANCE : 0) + NOISE;
}
