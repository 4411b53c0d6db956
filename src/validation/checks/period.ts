/** S05: the year is the one that is collected. */
import { ofAnotherYear, type Check } from "../check";
import type { Draft } from "../draft";
import type { Key } from "../keys";

/** The cover's line of the year. */
const COVER_YEAR = "0004";

export const period: Check = {
  code: "S05",
  builtIn: "mustFix",
  run(context, findingClass) {
    const found = context.submission.period;
    const wanted = context.period;
    if (found === null || wanted === null) return null;
    if (found === wanted) return [];
    const words = { values: { found, wanted }, params: { found, wanted } };
    const indicator = context.indicator(COVER_YEAR);
    const entry = context.submission.cover.get(COVER_YEAR);
    const draft =
      indicator === undefined || entry === undefined
        ? context.atFile("S05", findingClass, words)
        : context.atEntry("S05", findingClass, indicator, entry, COVER_YEAR, { ...words, damages: true });
    return [{ ...draft, takes: followsFromYear }];
  },
};

/** Another year's report was written on another day and compared with another year. */
function followsFromYear(other: Draft, reach: ReadonlySet<Key>): boolean {
  const { code, params } = other.finding;
  return params.variant === "window" || code === "D54" || ofAnotherYear(other, reach);
}
