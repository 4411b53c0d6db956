/** S05: the year is the one that is collected, by the signatures of the forms and by the cover. */
import { COVER_LINES } from "../../template/builtin/cover-lines";
import { wantsPeriod } from "../../template/template-index";
import { periodsAgree } from "../../workbook/period";
import { yearOrHalfNamed } from "../../workbook/period";
import { ofAnotherYear, type Check } from "../check";
import type { Draft } from "../draft";
import type { Key } from "../keys";

export const period: Check = {
  code: "S05",
  run(context, findingClass) {
    const found = context.submission.period;
    const wanted = context.period;
    if (found === null || wanted === null) return null;
    const indicator = context.indicator(COVER_LINES.period);
    const entry = context.submission.cover.get(COVER_LINES.period);
    const onCover = entry === undefined ? null : yearOrHalfNamed(String(entry.value ?? ""));
    // Forms of an office state the month where a year is collected, or the year where a month is.
    if (!wantsPeriod(context.template) && periodsAgree(found, wanted)) return [];
    if (found === wanted) {
      if (indicator === undefined || entry === undefined || agree(onCover, wanted)) return [];
      const said = { found: entry.raw, wanted };
      const words = { values: said, params: { ...said, variant: "cover" } };
      const draft = context.atEntry("S05", findingClass, indicator, entry, COVER_LINES.period, words);
      return [{ ...draft, takes: ({ finding: { code } }) => code === "D55" }];
    }
    const said = { found, wanted };
    const words = { values: said, params: onCover === wanted ? { ...said, variant: "issued" } : said };
    const draft =
      indicator === undefined || entry === undefined
        ? context.atFile("S05", findingClass, words)
        : context.atEntry("S05", findingClass, indicator, entry, COVER_LINES.period, {
            ...words,
            damages: true,
          });
    return [{ ...draft, takes: followsFromYear }];
  },
};

/** A cover that names the year alone speaks for its halves as well. */
function agree(onCover: string | null, wanted: string): boolean {
  return onCover === null || onCover === wanted || onCover === wanted.slice(0, 4);
}

/** Another year's report was written on another day and compared with another year. */
function followsFromYear(other: Draft, reach: ReadonlySet<Key>): boolean {
  const { code, params } = other.finding;
  return params.variant === "window" || code === "D54" || ofAnotherYear(other, reach);
}
