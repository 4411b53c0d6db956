import { writeXlsx } from "../../src/files/write/write-xlsx";
import { readCountyRecord } from "../../src/county-workbook/record/read-record";
import { readCountyWorkbook } from "../../src/county-workbook/read-county";
import { countyWorkbookPlan } from "../../src/county-workbook/county-workbook";
import { toA1 } from "../../src/workbook/address";
import { cellAt } from "../../src/workbook/cells";
import { withDrawnSheets, type WorkbookPlan } from "../../src/workbook/plan";
import type { Workbook } from "../../src/workbook/workbook";
import { readBytes } from "../files/package";
import { ownCounty, ownForm, ownTemplate, SHEET } from "./own-form";
import { differences } from "./recomputed";
import { zh } from "./sample-workbook";

async function written(): Promise<{ plan: WorkbookPlan; workbook: Workbook }> {
  const plan = countyWorkbookPlan(ownCounty(await ownTemplate()), zh);
  return { plan, workbook: readBytes(writeXlsx(plan)) };
}

const valueAt = (workbook: Workbook, sheet: string, address: string) => {
  const found = workbook.sheets.find(({ name }) => name === sheet)!;
  for (let row = 0; row < 40; row++)
    for (let column = 0; column < 20; column++)
      if (toA1(row, column) === address) return cellAt(found, row, column);
  return undefined;
};

describe("the county workbook of an office's own form", () => {
  it("has the totals in the cells of the blank, as formulas over 单位数据", async () => {
    const { workbook } = await written();
    const total = valueAt(workbook, SHEET, "C6")!;
    expect(total.value).toBe(110);
    expect(total.formula).toMatch(/^SUM\('单位数据'!/);
    expect(valueAt(workbook, SHEET, "D7")!.value).toBe(20.25);
  });

  it("keeps the blank's own formulas, with the county's results", async () => {
    const { workbook } = await written();
    expect(valueAt(workbook, SHEET, "C5")).toMatchObject({ value: 160.5, formula: "C6+C7" });
    expect(valueAt(workbook, SHEET, "F6")).toMatchObject({ formula: 'IF(C6=0,"",D6/C6)' });
  });

  it("recalculates to the same values", async () => {
    const { plan } = await written();
    expect(differences(withDrawnSheets(plan))).toEqual([]);
  });

  it("comes back as its record, with the template and the office's workbook", async () => {
    const { workbook } = await written();
    const read = readCountyRecord(workbook, null as never);
    if (!read.ok) throw new Error(read.problem.code);
    const template = await ownTemplate();
    expect(read.record.template!.forms).toEqual([ownForm]);
    expect(read.record.template!.office).toEqual(template.office);
    expect(read.record.submissions).toHaveLength(2);
    const last = readCountyWorkbook(workbook);
    if (!last.ok) throw new Error(last.problem.code);
    expect(last.lastYear.totals.get("02[完成]")).toBe(92.5);
  });
});
