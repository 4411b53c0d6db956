/** A plan's formulas, recomputed by IronCalc. */
import { cellsOf } from "../../src/workbook/cells";
import { workbookFromPlan } from "../../src/workbook/from-plan";
import type { PlanCell, WorkbookPlan } from "../../src/workbook/plan";
import { loadCalculator } from "../excel-host/node/ironcalc";
import { difference, formulasOf, sameValue } from "./formula-values";

/** The formulas that give another value than the plan says; sheets that no formula asks for are left out. */
export function differences(plan: WorkbookPlan): string[] {
  const formulas = formulasOf(plan);
  const needed = workbookFromPlan(plan).sheets.filter(({ name }) =>
    formulas.some(({ sheet, cell }) => sheet === name || cell.formula.includes(`'${name}'!`)),
  );
  const sheets = needed.map((sheet) => ({
    name: sheet.name,
    *cells() {
      for (const { row, column, value, formula } of cellsOf(sheet)) {
        yield [row, column, value ?? "", formula === undefined ? undefined : `=${formula}`] as const;
      }
    },
  }));
  const results = new Map<string, PlanCell["value"]>();
  loadCalculator().calculate(sheets, [], (sheet, row, column, value) => {
    results.set(`${sheets[sheet]!.name} ${row} ${column}`, value);
  });
  return formulas.flatMap((formula) => {
    const theirs = results.get(`${formula.sheet} ${formula.cell.row} ${formula.cell.column}`);
    return sameValue(formula.cell.value, theirs) ? [] : [difference(formula, theirs)];
  });
}
