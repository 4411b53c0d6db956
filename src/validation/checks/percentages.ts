/** R21: a percentage is not negative, and a share of the whole is at most 100. */
import type { Check } from "../check";

export const percentages: Check = {
  code: "R21",
  run: (context, findingClass) =>
    [...context.ownLines()].flatMap((filled) => {
      const { indicator } = filled;
      const value = context.number(indicator.code);
      if (value === null || indicator.kind !== "percent") return [];
      const { min = -Infinity, max = Infinity } = indicator;
      if (value >= min && value <= max) return [];
      const bound = value < min ? min : max;
      const params = { variant: value < min ? "below" : "above", value, bound };
      return [context.atLine("R21", findingClass, filled, { values: { value }, params })];
    }),
};
