/** The number formats in which totals are read. */
import type { Consolidation } from "../consolidation/consolidation";
import { formatOf, isShare } from "../template/number-formats";
import type { Indicator } from "../template/template";

/**
 * Items of an office's own forms may have decimals; where no unit has any they are shown without. What its formula makes a
 * share of 1 is shown in per cent, as on the office's sheet.
 */
export function figureFormats({ template, totals }: Consolidation): (indicator: Indicator) => string {
  const own = new Set(
    template.forms.flatMap(({ layout, indicators }) =>
      layout === "own" ? indicators.map(({ code }) => code) : [],
    ),
  );
  const hasFraction = (code: string): boolean => {
    const total = totals.get(code);
    const values = [total?.value, total?.lastYear, ...(total?.contributions ?? []).map(({ value }) => value)];
    return values.some((value) => typeof value === "number" && !Number.isInteger(value));
  };
  return (indicator) => {
    const { code, kind, measure } = indicator;
    if (kind !== "decimal" || !own.has(code)) return formatOf(kind, measure);
    if (isShare(indicator)) return "0.0%";
    return hasFraction(code) ? formatOf(kind, measure) : "#,##0";
  };
}
