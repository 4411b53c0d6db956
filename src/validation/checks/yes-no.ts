/** R22: 是 or 否, nothing else. What cannot be read as either intake has refused already; this looks at what remains. */
import type { Check } from "../check";

export const yesNo: Check = {
  code: "R22",
  run: (context, findingClass) =>
    [...context.ownLines()]
      .filter(({ indicator }) => indicator.kind === "yesNo")
      .filter(({ line }) => line.current.state === "filled" && typeof line.current.value !== "boolean")
      .map((filled) => {
        const params = { raw: filled.line.current.raw };
        return context.atLine("R22", findingClass, filled, { values: params, params, damages: true });
      }),
};
