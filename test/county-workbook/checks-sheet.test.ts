import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import type { Rule } from "../../src/rules";
import { withDrawnSheets, type WorkbookPlan } from "../../src/workbook/plan";
import { ruleOf } from "../rules/own-forms";
import { ownCounty, ownTemplate } from "./own-form";
import { differences } from "./recomputed";
import { zh } from "./sample-workbook";
import { cellOf, sheetOf } from "./seen";

async function planWith(...relations: readonly string[]): Promise<WorkbookPlan> {
  const rules = relations.map((relation, i): Rule => ruleOf(relation, { number: String(i + 1) }));
  return countyWorkbookPlan(ownCounty({ ...(await ownTemplate()), rules }), zh);
}

describe("合计审核", () => {
  it("shows both sides of each relation as formulas over the totals, and whether it holds", async () => {
    const plan = await planWith("计划>=完成", "02行=03行");
    const sheet = sheetOf(plan, "合计审核");
    const rows = sheet.cells.filter(({ column, row }) => column === 0 && row > 2).map(({ row }) => row);
    // Three lines; then the columns 计划 and 完成: a rate is not compared as a figure.
    expect(rows).toHaveLength(5);
    expect(cellOf(sheet, 3, 2)!.formula).toBe("'经费情况'!C5");
    expect(rows.map((row) => cellOf(sheet, row, 5)!.value)).toContain("✗");
    expect(differences(withDrawnSheets(plan))).toEqual([]);
  });

  it("leaves out what need not hold for sums: numbers, conditions, differences", async () => {
    const plan = await planWith("02行<=100", "若02行>0，则03行>0", "02行<>03行", "ABS(02行-03行)<=1");
    expect(plan.sheets.map(({ name }) => name)).not.toContain("合计审核");
  });
});
