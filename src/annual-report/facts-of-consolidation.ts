/** A county's figures as the session that is under way has them. */
import type { Consolidation } from "../consolidation/consolidation";
import { quoteSheetName } from "../workbook/address";
import { layoutsOf } from "../county-layout/data-layout";
import { FormPlaces } from "../county-layout/form-places";
import type { CountyFacts, Figure, Year } from "./county-facts";
import { indicatorsOf } from "../template/template-index";

/** The cells are those of the county workbook that the consolidation makes. */
export function factsOfConsolidation(consolidation: Consolidation): CountyFacts {
  const { template, period, totals, lastYear } = consolidation;
  const { data, before } = layoutsOf(consolidation);
  const places = new FormPlaces(template, data);
  const codes = new Set(indicatorsOf(template).map(({ code }) => code));

  const ofCounty = (code: string, year: Year): Figure | null => {
    const value = year === "this" ? totals.get(code)?.value : lastYear?.totals.get(code);
    if (typeof value !== "number") return null;
    const place =
      year === "this" ? places.total(code) : (places.cell(code, "lastYear") ?? before!.compared(code));
    return { value, place: unquoted(place) };
  };
  const ofUnit = (code: string, unit: string, year: Year): Figure | null => {
    const value =
      year === "this"
        ? numberOf(totals.get(code)?.contributions.find((each) => each.unit === unit)?.value)
        : lastYear?.units.get(unit)?.get(code);
    const layout = year === "this" ? data : before;
    if (typeof value !== "number" || layout?.row(unit) === undefined) return null;
    return { value, place: unquoted(layout.cell(unit, code)) };
  };
  return {
    template,
    period: period ?? "",
    figure: (code, unit, year) => {
      if (!codes.has(code)) return null;
      return unit === null ? ofCounty(code, year) : ofUnit(code, unit, year);
    },
    wholeLastYear: (code) => {
      const value = lastYear?.whole?.get(code);
      return value === undefined || !before ? null : { value, place: unquoted(before.total(code)) };
    },
  };
}

/** A unit's 是 is one of the county's number. */
function numberOf(value: number | string | boolean | undefined): number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "number" ? value : null;
}

/** `'汇总02 五老队伍'!E8` as a person writes it. */
function unquoted(place: string): string {
  const [sheet = "", cell = ""] = place.split("!");
  return quoteSheetName(sheet) === sheet
    ? place
    : `${sheet.replace(/^'|'$/g, "").replaceAll("''", "'")}!${cell}`;
}
