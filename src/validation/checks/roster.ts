/** X06: a unit that says that it keeps a roster (1010) encloses it (L7). */
import { linesOfBuiltIn } from "../../template/builtin/settings";
import type { Check } from "../check";

export const roster: Check = {
  code: "X06",
  run(context, findingClass) {
    const [kept = "", roster = ""] = linesOfBuiltIn(context.template, "X06");
    const indicator = context.indicator(kept);
    const line = context.line(kept);
    if (indicator === undefined || line === undefined || !context.fills(indicator)) return null;
    if (context.facts.current(kept) !== true) return null;
    const title = context.template.lists.find(({ id }) => id === roster)?.title ?? "";
    if ((context.facts.rows(roster)?.length ?? 0) > 0) return [];
    return [
      context.atLine("X06", findingClass, { indicator, line }, { params: { list: `${roster} ${title}` } }),
    ];
  },
};
