/** R03: a ratio is what its formula comes to. */
import { Failure } from "../../rules";
import type { Check } from "../check";

/** Half of what the last digit shown is worth, in percentage points. */
const TOLERANCE = 0.05;
const NOISE = 1e-9;

export const typedRatios: Check = {
  code: "R03",
  run: (context, findingClass) =>
    [...context.ownLines()].flatMap((filled) => {
      const { indicator } = filled;
      const formula = context.words.formulas.get(indicator.code);
      const left = context.number(indicator.code);
      if (indicator.aggregation !== "ratio" || formula === undefined || left === null) return [];
      const right = formula.evaluate(context.facts);
      if (right instanceof Failure || typeof right !== "number") return [];
      if (Math.abs(left - right) <= TOLERANCE + NOISE) return [];
      const values = { left, right };
      const params = { formula: context.formulaText(formula), difference: Math.abs(left - right) };
      return [context.atLine("R03", findingClass, filled, { values, params, on: formula.codes })];
    }),
};
