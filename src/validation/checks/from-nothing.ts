/** P02: what stood at the end of last year does not vanish, nor appear from nothing; nor does a continuous flow. */
import { explainedBy } from "../draft";
import { isNumeric, lasts, type Check } from "../check";

export const fromNothing: Check = {
  code: "P02",
  run(context, findingClass) {
    if (!context.knowsLastYear) return null;
    return [...context.ownLines()].flatMap((filled) => {
      const { indicator, line } = filled;
      if (!lasts(indicator) || !isNumeric(indicator.kind)) return [];
      const value = context.number(indicator.code);
      const lastYear = context.lastYearNumber(indicator.code);
      if (value === null || lastYear === null || (value === 0) === (lastYear === 0)) return [];
      const params = { variant: value === 0 ? "vanished" : "appeared", ...explainedBy(line) };
      return [context.atLine("P02", findingClass, filled, { values: { value, lastYear }, params })];
    });
  },
};
