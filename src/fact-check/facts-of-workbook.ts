/** A county's figures as its workbook says them. */
import { layoutForm } from "../template/form-layout";
import type { Template } from "../template/template";
import { toA1 } from "../workbook/address";
import { cellsOf } from "../workbook/cells";
import type { Workbook } from "../workbook/workbook";
import { readCountyBase } from "../county-workbook/county-base";
import { numbersOf, type UnitTable } from "../county-workbook/data-sheet";
import { formSheetName } from "../county-layout/sheet-names";
import type { CountyFacts, Figure } from "../annual-report/county-facts";

/**
 * The figures of a workbook that `readCountyWorkbook` has accepted; `period` is what that says. Lines are found by code,
 * units by name, wherever they are.
 */
export function factsOfWorkbook(workbook: Workbook, template: Template, period: string): CountyFacts {
  const base = readCountyBase(workbook, template);
  if ("problem" in base) throw new RangeError(`not accepted: ${base.problem.code} ${base.problem.what}`);
  const { facts, data, before } = base;
  const totals = totalPlaces(workbook, template);
  // While units are missing the forms show last year of the same units.
  const last = before?.rows.has(facts.get("comparedRowLabel")) ? "comparedRow" : "total";
  return {
    template,
    period,
    figure: (code, unit, year) => {
      const table = year === "this" ? data : before;
      const figure =
        table && figureIn(table, code, unit ?? facts.get(`${year === "this" ? "total" : last}Label`));
      const place = unit === null ? totals.get(`${code} ${year}`) : undefined;
      return figure && { ...figure, place: place ?? figure.place };
    },
    wholeLastYear: (code) =>
      before && last === "comparedRow" ? figureIn(before, code, facts.get("totalLabel")) : null,
  };
}

function figureIn({ sheet, rows, columns }: UnitTable, code: string, name: string): Figure | null {
  const [row, column] = [rows.get(name), columns.get(code)];
  const value = row && numbersOf(row).get(code);
  if (!row || column === undefined || value === undefined) return null;
  return { value, place: `${sheet.name}!${toA1(row.row, column)}` };
}

/** The totals' cells in the consolidated forms, which is where a person looks: by code and year. */
function totalPlaces(workbook: Workbook, template: Template): Map<string, string> {
  const places = new Map<string, string>();
  for (const form of template.forms.filter(({ layout }) => layout === "table")) {
    const sheet = workbook.sheets.find(({ name }) => name === formSheetName(form));
    if (!sheet) continue;
    const { columns } = layoutForm(template, form);
    const codes = new Set(form.indicators.map(({ code }) => code));
    for (const cell of cellsOf(sheet)) {
      if (cell.column !== columns.code || !codes.has(String(cell.value))) continue;
      places.set(`${String(cell.value)} this`, `${sheet.name}!${toA1(cell.row, columns.value!)}`);
      places.set(`${String(cell.value)} last`, `${sheet.name}!${toA1(cell.row, columns.lastYear!)}`);
    }
  }
  return places;
}
