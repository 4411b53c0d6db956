/** S06: the cover is filled in, and the report's date lies within the template's window (that one is a note always). */
import { fromSerial, isoDay } from "../../workbook/dates";
import type { Indicator } from "../../template/template";
import type { Check, CheckContext } from "../check";
import type { Draft } from "../draft";
import type { RuleClass } from "../../rules/rule";

export const cover: Check = {
  code: "S06",
  run(context, findingClass) {
    const { submission, template } = context;
    const form = template.forms.find(({ layout }) => layout === "cover");
    if (form === undefined || submission.cover.size === 0) return null;
    return form.indicators
      .filter((indicator) => context.fills(indicator))
      .flatMap((indicator) => checkLine(context, indicator, findingClass));
  },
};

function checkLine(context: CheckContext, indicator: Indicator, findingClass: RuleClass): Draft[] {
  const entry = context.submission.cover.get(indicator.code);
  const isBlank = entry === undefined || entry.state === "blank";
  if (isBlank && indicator.required) return [atCover(context, indicator, findingClass, { variant: "blank" })];
  if (indicator.kind !== "date" || typeof entry?.value !== "number") return [];
  const window = windowOf(context);
  const date = fromSerial(entry.value);
  if (window === null || date === null) return [];
  const day = isoDay(date);
  if (day >= window.from && day <= window.to) return [];
  return [atCover(context, indicator, "note", { variant: "window", date: day, ...window })];
}

function atCover(
  context: CheckContext,
  indicator: Indicator,
  findingClass: RuleClass,
  params: Readonly<Record<string, string>>,
): Draft {
  const entry = context.submission.cover.get(indicator.code);
  if (entry !== undefined) {
    return context.atEntry("S06", findingClass, indicator, entry, indicator.code, { params });
  }
  const draft = context.atFile("S06", findingClass, {
    params: { code: indicator.code, name: indicator.name, ...params },
  });
  return { ...draft, finding: { ...draft.finding, indicator: indicator.code } };
}

/** From a day of the year itself to one of the next; a half year has no window of its own. */
function windowOf({ period, submission, template }: CheckContext): { from: string; to: string } | null {
  const year = Number(period ?? submission.period);
  if (!Number.isInteger(year) || year < 1900) return null;
  return { from: `${year}-${template.settings.reportFrom}`, to: `${year + 1}-${template.settings.reportTo}` };
}
