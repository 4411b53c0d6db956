/** P08: the share of 五好 organisations (0113) jumps, where there are enough of them (0102) for that to mean anything. */
import { explainedBy } from "../draft";
import type { Check } from "../check";

const RATE = "0113";
const BASE = "0102";

export const rateJump: Check = {
  code: "P08",
  builtIn: "explain",
  run(context, findingClass) {
    const { rateJump: limit, rateJumpFloor: floor } = context.template.settings;
    const indicator = context.indicator(RATE);
    const line = context.line(RATE);
    const value = context.number(RATE);
    const lastYear = context.lastYearNumber(RATE);
    const base = context.number(BASE);
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
        { values: { value, lastYear }, params, on: [BASE] },
      ),
    ];
  },
};
