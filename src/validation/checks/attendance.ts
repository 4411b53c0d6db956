/** P05: as many people per session as come to such sessions. */
import { explainedBy } from "../draft";
import type { Check } from "../check";

export const attendance: Check = {
  code: "P05",
  run(context, findingClass) {
    const { attendanceMin: min, attendanceMax: max } = context.template.settings;
    return [...context.ownLines()].flatMap((filled) => {
      const { code, sessions } = filled.indicator;
      const value = context.number(code);
      const count = sessions === undefined ? null : context.number(sessions);
      // Where one is zero and the other is not, R12 speaks.
      if (sessions === undefined || value === null || count === null || value <= 0 || count <= 0) return [];
      const each = value / count;
      if (each >= min && each <= max) return [];
      const params = {
        variant: each < min ? "few" : "many",
        sessions,
        count,
        each,
        min,
        max,
        ...explainedBy(filled.line),
      };
      return [
        context.atLine("P05", findingClass, filled, { values: { value, count }, params, on: [sessions] }),
      ];
    });
  },
};
