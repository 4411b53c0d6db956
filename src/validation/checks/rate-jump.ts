/** P08: a share jumps (0113, of 五好 organisations), where its whole (0102) is large enough for that to mean anything. */
import { explainedBy } from "../draft";
import { linesOfBuiltIn } from "../../template/builtin/settings";
import type { Check } from "../check";

export const rateJump: Check = {
  code: "P08",
  run(context, findingClass) {
    const { rateJump: limit, rateJumpFloor: floor } = context.template.settings;
    const [rate = "", whole = ""] = linesOfBuiltIn(context.template, "P08");
    const indicator = context.indicator(rate);
    const line = context.line(rate);
    const value = context.number(rate);
    const lastYear = context.lastYearNumber(rate);
    const base = context.number(whole);
    if (indicator === undefined || line === undefined || !context.knowsLastYear) return null;
    if (value === null || lastYear === null || base === null || base < floor) return [];
    const points = Math.abs(value - lastYear);
    if (points <= limit) return [];
    const params = { variant: value > lastYear ? "up" : "down", points, base, ...explainedBy(line) };
    return [
      context.atLine(
        "P08",
        findingClass,
        { indicator, line },
        { values: { value, lastYear }, params, on: [whole] },
      ),
    ];
  },
};
