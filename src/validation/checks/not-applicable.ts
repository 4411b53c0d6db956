/** R23: a line that is not for units of this kind stays empty. */
import type { Check } from "../check";

export const notApplicable: Check = {
  code: "R23",
  run: (context, findingClass) =>
    [...context.lines()]
      .filter(({ indicator, line }) => !context.fills(indicator) && line.current.state === "filled")
      .map((filled) => {
        const { raw, value } = filled.line.current;
        const values = { value: typeof value === "boolean" ? raw : value };
        return context.atLine("R23", findingClass, filled, { values, params: { raw }, damages: true });
      }),
};
