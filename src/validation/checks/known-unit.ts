/** S04: the unit is in the register. (One file per unit is asked of the whole session: D10.) */
import { COVER_LINES } from "../../template/builtin/cover-lines";
import type { Check } from "../check";

export const knownUnit: Check = {
  code: "S04",
  run(context, findingClass) {
    if (context.submission.unit !== null) return [];
    const entry = context.submission.cover.get(COVER_LINES.unit);
    const found = entry?.raw || null;
    const hasCover = context.template.forms.some(({ layout }) => layout === "cover");
    const params = { found, ...(hasCover ? {} : { variant: "noCover" }) };
    const draft = context.atFile("S04", findingClass, { values: { found }, params });
    if (entry === undefined) return [draft];
    const { place } = entry;
    const finding = {
      ...draft.finding,
      place,
      indicator: COVER_LINES.unit,
      params: { ...draft.finding.params, sheet: place.sheet, cell: place.cell },
    };
    return [{ finding, at: COVER_LINES.unit, on: [COVER_LINES.unit], damages: COVER_LINES.unit }];
  },
};
