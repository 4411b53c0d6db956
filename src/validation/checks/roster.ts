/** X06: who says that the roster is kept (1010) encloses it (L7). */
import type { Check } from "../check";

const ROSTER_KEPT = "1010";
const ROSTER = "L7";

export const roster: Check = {
  code: "X06",
  builtIn: "note",
  run(context, findingClass) {
    const indicator = context.indicator(ROSTER_KEPT);
    const line = context.line(ROSTER_KEPT);
    if (indicator === undefined || line === undefined || !context.fills(indicator)) return null;
    if (context.facts.current(ROSTER_KEPT) !== true) return null;
    const title = context.template.lists.find(({ id }) => id === ROSTER)?.title ?? "";
    if ((context.facts.rows(ROSTER)?.length ?? 0) > 0) return [];
    return [
      context.atLine("X06", findingClass, { indicator, line }, { params: { list: `${ROSTER} ${title}` } }),
    ];
  },
};
