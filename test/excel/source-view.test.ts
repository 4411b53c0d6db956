import { openWorkbook } from "../../src/excel/open-workbook";
import type { SheetPlan } from "../../src/workbook/plan";
import { createSimulatedExcel, type SimulatedExcel } from "../excel-host";
import { smallPlan } from "./small-plan";

const copy = (name = "【查看】台上镇 关工02"): SheetPlan => ({
  name,
  tabColor: "8A6D3B",
  cells: [
    { row: 0, column: 0, value: "五老队伍" },
    { row: 6, column: 4, value: 172, style: { fill: "FFE45C", border: "medium" } },
    { row: 7, column: 4, value: "=1+1" },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
  protected: true,
});

const excelWithNotes = (): SimulatedExcel => {
  const excel = createSimulatedExcel({ sheets: ["工作安排", "别的"] });
  excel.workbook.sheet("工作安排").type("B3", "周一开会");
  return excel;
};

describe("a sheet of a file shown in Excel", () => {
  it("is a protected copy of values, its cell selected before the person's eyes", async () => {
    const excel = excelWithNotes();
    await openWorkbook().view(copy(), "E7");
    const sheet = excel.workbook.sheet("【查看】台上镇 关工02");
    expect([sheet.value("E7"), sheet.value("E8"), sheet.formula("E8")]).toEqual([172, "=1+1", undefined]);
    expect(sheet.format("E7", "fill.color")).toBe("#FFE45C");
    expect(sheet.merges).toEqual(["A1:D1"]);
    expect(() => sheet.type("E7", 1)).toThrow();
    expect(excel.workbook.activeSheet).toBe("【查看】台上镇 关工02");
    expect(excel.workbook.selection).toContain("E7");
  });

  it("takes two requests, and one more to close", async () => {
    const excel = excelWithNotes();
    const workbook = openWorkbook();
    await workbook.view(copy(), "E7");
    expect(excel.host.syncs).toHaveLength(2);
    await workbook.closeView();
    expect(excel.host.syncs).toHaveLength(4);
    await workbook.closeView();
    expect(excel.host.syncs).toHaveLength(5);
    expect([...excel.host.unimplemented]).toEqual([]);
  });

  it("leaves nothing behind when it is closed, and leads back to where the person was", async () => {
    const excel = excelWithNotes();
    excel.workbook.activate("别的");
    const before = excel.snapshot();
    const workbook = openWorkbook();
    await workbook.view(copy(), "E7");
    await workbook.view(copy("【查看】财源镇 关工03"), "A1");
    await workbook.closeView();
    expect(excel.workbook.activeSheet).toBe("别的");
    expect(excel.snapshot()).toEqual(before);
  });

  it("gives way to the next one, of the same name too", async () => {
    const excel = excelWithNotes();
    const workbook = openWorkbook();
    await workbook.view(copy(), "E7");
    await workbook.view(copy(), "E8");
    expect(excel.workbook.sheetNames).toEqual(["工作安排", "别的", "【查看】台上镇 关工02"]);
    await workbook.view(copy("【查看】财源镇 关工03"), "A1");
    expect(excel.workbook.sheetNames).toEqual(["工作安排", "别的", "【查看】财源镇 关工03"]);
  });

  it("is known again by another pane, even renamed, and closed", async () => {
    const excel = excelWithNotes();
    await openWorkbook().view(copy(), "E7");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("【查看】台上镇 关工02").name = "李'四的表";
      await context.sync();
    });
    expect(await openWorkbook().sheetNames()).toEqual(["工作安排", "别的"]);
    await openWorkbook().closeView();
    expect(excel.workbook.sheetNames).toEqual(["工作安排", "别的"]);
  });

  it("may be deleted by hand: nothing breaks, and the next one can be opened", async () => {
    const excel = excelWithNotes();
    const workbook = openWorkbook();
    await workbook.view(copy(), "E7");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("【查看】台上镇 关工02").delete();
      await context.sync();
    });
    expect((await workbook.read()).sheets).toHaveLength(2);
    await workbook.view(copy(), "E8");
    await workbook.closeView();
    expect(excel.workbook.sheetNames).toEqual(["工作安排", "别的"]);
    expect(excel.snapshot().names).toEqual([]);
  });

  it("is no part of what is read, and in nobody's way when the county workbook is written", async () => {
    const excel = excelWithNotes();
    const workbook = openWorkbook();
    await workbook.view(copy(), "E7");
    const read = await workbook.read();
    expect(read.sheets.map(({ name }) => name)).toEqual(["工作安排", "别的"]);
    expect(read.names).toEqual([]);
    await (await workbook.render(smallPlan(), { own: [] })).keep();
    await workbook.closeView();
    expect(excel.workbook.sheetNames).not.toContain("【查看】台上镇 关工02");
    expect(excel.workbook.sheetNames).toContain("汇总");
  });

  it("leaves a sheet of the user's own that has its name alone", async () => {
    const excel = createSimulatedExcel({ sheets: ["【查看】台上镇 关工02"] });
    excel.workbook.sheet("【查看】台上镇 关工02").type("A1", "我的");
    const before = excel.snapshot();
    const workbook = openWorkbook();
    await workbook.view(copy(), "E7");
    expect(excel.workbook.sheetNames).toHaveLength(2);
    await workbook.closeView();
    expect(excel.snapshot()).toEqual(before);
  });

  it.each(["before", "halfWay"] as const)(
    "leaves the workbook as it was when a request fails %s",
    async (when) => {
      for (const batch of [1, 2]) {
        const excel = excelWithNotes();
        const before = excel.snapshot();
        excel.switches.failBatch({ batch, when });
        await expect(openWorkbook().view(copy(), "E7")).rejects.toMatchObject({ error: { code: "H09" } });
        expect(excel.snapshot()).toEqual(before);
        expect(excel.workbook.activeSheet).toBe("工作安排");
      }
    },
  );

  it("cannot be opened in a workbook whose structure is protected, which stays as it is", async () => {
    const excel = excelWithNotes();
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const before = excel.snapshot();
    await expect(openWorkbook().view(copy(), "E7")).rejects.toMatchObject({ error: { code: "H02" } });
    expect(excel.snapshot()).toEqual(before);
  });
});
