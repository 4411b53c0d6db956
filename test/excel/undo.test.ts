import { openWorkbook } from "../../src/excel/open-workbook";
import type { RenderOptions } from "../../src/ports/ports";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { createSimulatedExcel, type SimulatedExcel } from "../excel-host";
import { OWN, smallPlan } from "./small-plan";

const render = (plan: WorkbookPlan, options: Partial<RenderOptions> = {}) =>
  openWorkbook().render(plan, { own: OWN, ...options });

/** A workbook with an earlier county in it and a sheet of the user's own. */
async function written(plan = smallPlan()): Promise<SimulatedExcel> {
  const excel = createSimulatedExcel({ sheets: ["工作安排"], apiLevel: "1.15" });
  await (await render(plan)).keep();
  return excel;
}

const sheetNames = (excel: SimulatedExcel): string[] => excel.snapshot().sheets.map(({ name }) => name);

/** As the template's sheet of origin is: locked without a password. */
function withLockedMachineSheet({ sheets, names }: WorkbookPlan): WorkbookPlan {
  return {
    names,
    sheets: sheets.map((sheet) => (sheet.name === "机读信息" ? { ...sheet, protected: true } : sheet)),
  };
}

describe("taking back what was written", () => {
  it("puts back a sheet that we locked ourselves, locked as it was", async () => {
    const excel = await written(withLockedMachineSheet(smallPlan()));
    const before = excel.snapshot();
    await (await render(withLockedMachineSheet(smallPlan([5, 6, 7])))).undo();
    expect(excel.snapshot()).toEqual(before);
  });

  it("leaves a sheet unlocked that we locked with this writing", async () => {
    const excel = await written();
    const before = excel.snapshot();
    await (await render(withLockedMachineSheet(smallPlan([5, 6, 7])))).undo();
    expect(excel.snapshot()).toEqual(before);
  });

  it.each([1, 2, 3, 4, 5])("puts back locked sheets if request %i fails half way", async (batch) => {
    const excel = await written(withLockedMachineSheet(smallPlan()));
    const before = excel.snapshot();
    excel.switches.failBatch({ batch, when: "halfWay" });
    const rendering = render(withLockedMachineSheet(smallPlan([5, 6])));
    await expect(rendering).rejects.toMatchObject({ error: { code: "H09" } });
    expect(excel.snapshot()).toEqual(before);
  });

  it("changes nothing where somebody has locked one of the sheets since", async () => {
    const excel = await written();
    const outcome = await render(smallPlan([5, 6, 7]));
    excel.workbook.sheet("单位数据").protect("密码");
    const before = excel.snapshot();
    await expect(outcome.undo()).rejects.toMatchObject({
      error: { code: "H02", params: { sheet: "单位数据" } },
    });
    expect(excel.snapshot()).toEqual(before);
    excel.workbook.sheet("单位数据").unprotect();
    await outcome.undo();
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(50);
  });

  it("brings a sheet back that was deleted since", async () => {
    const excel = await written();
    const outcome = await render(smallPlan([5, 6, 7]));
    excel.workbook.deleteSheet("单位数据");
    await outcome.undo();
    expect(excel.workbook.sheet("单位数据").values("B2:B4")).toEqual([[12], [30], [8]]);
    expect(excel.workbook.visibleSheetNames).toEqual(["工作安排", "汇总", "单位数据"]);
    expect(sheetNames(excel)).toHaveLength(4);
  });

  it("leaves what was renamed since to its owner, and brings the former sheet back beside it", async () => {
    const excel = await written();
    const outcome = await render(smallPlan([5, 6, 7]));
    excel.workbook.renameSheet("单位数据", "我的数据");
    await outcome.undo();
    expect(excel.workbook.sheet("我的数据").values("B2:B4")).toEqual([[5], [6], [7]]);
    expect(excel.workbook.sheet("单位数据").values("B2:B4")).toEqual([[12], [30], [8]]);
    expect(sheetNames(excel)).toHaveLength(5);
  });

  it("refuses, and touches nothing, where another pane has written since", async () => {
    const excel = await written();
    const first = await render(smallPlan([5, 6, 7]));
    const second = await render(smallPlan([1, 1, 1]));
    const before = excel.snapshot();
    await expect(first.undo()).rejects.toMatchObject({ error: { code: "H04" } });
    expect(excel.snapshot()).toEqual(before);
    await second.undo();
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(18);
  });
});

describe("giving up the way back", () => {
  it("is no trouble where another pane has written since", async () => {
    const excel = await written();
    const first = await render(smallPlan([5, 6, 7]));
    await (await render(smallPlan([1, 1, 1]))).keep();
    const before = excel.snapshot();
    await first.keep();
    expect(excel.snapshot()).toEqual(before);
  });
});
