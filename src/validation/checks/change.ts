/** P01: a change on last year over the limit, and over the line's own floor, wants a word. */
import type { Finding } from "../../findings/finding";
import { explainedBy } from "../draft";
import { isNumeric, lasts, type Check, type FilledLine } from "../check";

/** From nothing or to nothing is P02's matter for a line that lasts; for any other, any change from nothing is large. */
export const change: Check = {
  code: "P01",
  run(context, findingClass) {
    if (!context.knowsLastYear) return null;
    return [...context.ownLines()].flatMap((filled) => {
      const { indicator, line } = filled;
      const value = context.number(indicator.code);
      const lastYear = context.lastYearNumber(indicator.code);
      if (!isWatched(filled) || value === null || lastYear === null || lastYear < 0) return [];
      const difference = Math.abs(value - lastYear);
      const percent = (difference / lastYear) * 100;
      if (!(percent > context.template.settings.changeLimit) || difference <= (indicator.floor ?? 0))
        return [];
      if (lasts(indicator) && (value === 0 || lastYear === 0)) return [];
      const direction = value > lastYear ? "up" : "down";
      const variant =
        lastYear === 0 ? "new" : indicator.kind === "percent" ? `${direction}Points` : direction;
      const params: Finding["params"] = {
        variant,
        ...(lastYear === 0 ? {} : { percent: Math.round(percent) }),
        difference,
        ...explainedBy(line),
      };
      return [context.atLine("P01", findingClass, filled, { values: { value, lastYear }, params })];
    });
  },
};

/** A difference (净增) changes as it likes: it may be below zero, and so has no floor of its own. */
function isWatched({ indicator }: FilledLine): boolean {
  return isNumeric(indicator.kind) && indicator.floor !== undefined && indicator.min !== undefined;
}
