/** What Excel would show in the computed lines once somebody typed over what they rest on. */
import { LineFormulas, type LineRef } from "../../template/line-formula";
import type { Template } from "../../template/template";
import { toA1 } from "../../workbook/address";
import type { WorkbookPlan } from "../../workbook/plan";
import { editSheet, withCell } from "./edit";
import { lineSites, type LineSite } from "./sites";

/** Results of the template's own formulas; a formula that somebody changed keeps the result it was given. */
export function recalculate(plan: WorkbookPlan, template: Template): WorkbookPlan {
  const formulas = LineFormulas.of(template);
  const sites = new Map(lineSites(plan, template).map((site) => [site.indicator.code, site]));
  const values = new Map<string, number | null>();
  const number = ({ code, lastYear }: LineRef): number | null => {
    const site = sites.get(code);
    if (!lastYear && values.has(code)) return values.get(code)!;
    const value = (lastYear ? site?.lastYear?.cell : site?.cell)?.value;
    return typeof value === "number" ? value : null;
  };
  let result = plan;
  for (const site of sites.values()) {
    const { indicator, cell } = site;
    if (indicator.formula === undefined || cell?.formula === undefined) continue;
    if (cell.formula !== issued(site, sites, formulas)) continue;
    const value = formulas.value(indicator.formula, number, true);
    values.set(indicator.code, value);
    if (value === cell.value) continue;
    result = editSheet(result, site.sheet, (sheet) =>
      withCell(sheet, site, { value, formula: cell.formula! }),
    );
  }
  return result;
}

/** The formula that the template puts there, for where the lines stand now. */
export function issued(
  { indicator, sheet }: LineSite,
  sites: ReadonlyMap<string, LineSite>,
  formulas: LineFormulas,
): string | null {
  const address = ({ code, lastYear }: LineRef): string => {
    const site = sites.get(code);
    const at = lastYear ? site?.lastYear : site;
    return at && at.sheet === sheet ? toA1(at.row, at.column) : "#REF!";
  };
  return formulas.inCell(indicator.formula!, address, true);
}
