import { createSimulatedExcel } from ".";
import { loadMetadata } from "./node/metadata";
import { knownClasses } from "./protocol/server-object";

/** What only the simulation does: it fails loudly, it can be told to fail, it can be looked into. */
describe("the simulated Excel", () => {
  const a1 = (context: Excel.RequestContext): Excel.Range =>
    context.workbook.worksheets.getActiveWorksheet().getRange("A1");

  it("fails at a member that it does not know, and lists it", async () => {
    const { host } = createSimulatedExcel();
    const calling = Excel.run(async (context) => {
      a1(context).removeDuplicates([0], false);
      await context.sync();
    });
    await expect(calling).rejects.toMatchObject({ code: "SimulatedHostNotImplemented" });
    expect([...host.unimplemented]).toEqual(["Range.removeDuplicates (method)"]);
  });

  it("knows no class and no member that Microsoft's types do not have", () => {
    createSimulatedExcel();
    const metadata = loadMetadata();
    const unknown = knownClasses().flatMap(({ className, ...definition }) => {
      const members = metadata[className]?.members ?? {};
      return [definition.scalars, definition.navigation, definition.methods, definition.defaults]
        .flatMap((part) => Object.keys(part ?? {}))
        .filter((name) => !name.startsWith("_") && members[name] === undefined)
        .map((name) => `${className}.${name}`);
    });
    // office.js itself calls these: `Excel.createWorkbook`, the shared runtime and its ribbon commands are made of them.
    expect(unknown).toEqual([
      "WorkbookCreated.open",
      "Application.createWorkbook",
      "AppRuntimeService.setAppRuntimeState",
      "AddinInternalService.notifyActionHandlerReady",
    ]);
  });

  it("fails at a property that nobody has set and no page gives a default for", async () => {
    createSimulatedExcel();
    const reading = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
      chart.axes.valueAxis.load("maximum");
      await context.sync();
    });
    await expect(reading).rejects.toMatchObject({ code: "SimulatedHostNotImplemented" });
  });

  it("keeps what is set to be read again, without a line of code for each property", async () => {
    createSimulatedExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B2"), "Columns");
      chart.axes.valueAxis.maximum = 100;
      chart.axes.valueAxis.load("maximum");
      await context.sync();
      expect(chart.axes.valueAxis.maximum).toBe(100);
    });
  });

  it("refuses a word that is none of the documented choices", async () => {
    createSimulatedExcel();
    const setting = Excel.run(async (context) => {
      a1(context).format.horizontalAlignment = "Middle" as "Center";
      await context.sync();
    });
    await expect(setting).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("can let a coming sync fail before anything is done", async () => {
    const excel = createSimulatedExcel();
    excel.switches.failBatch({ batch: 2, when: "before", code: "GeneralException" });
    const writing = Excel.run(async (context) => {
      a1(context).values = [[1]];
      await context.sync();
      a1(context).values = [[2]];
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({ code: "GeneralException" });
    expect(excel.workbook.sheet("Sheet1").value("A1")).toBe(1);
  });

  it("can let a sync fail when half of it is done", async () => {
    const excel = createSimulatedExcel();
    excel.switches.failBatch({ batch: 1, when: "halfWay" });
    const writing = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      for (const address of ["A1", "A2", "A3", "A4"]) sheet.getRange(address).values = [[address]];
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({ code: "GeneralException" });
    const sheet = excel.workbook.sheet("Sheet1");
    expect([sheet.value("A1"), sheet.value("A4")]).toEqual(["A1", ""]);
  });

  it("can keep a sync waiting", async () => {
    const excel = createSimulatedExcel();
    const held = excel.switches.holdNextSync();
    let isDone = false;
    const writing = Excel.run(async (context) => {
      a1(context).values = [[1]];
      await context.sync();
      isDone = true;
    });
    await held.arrived;
    expect([isDone, excel.workbook.sheet("Sheet1").value("A1")]).toEqual([false, ""]);
    held.release();
    await writing;
    expect(excel.workbook.sheet("Sheet1").value("A1")).toBe(1);
  });

  it("refuses every change of a workbook that is open for reading only", async () => {
    createSimulatedExcel({ readOnly: true });
    const writing = Excel.run(async (context) => {
      a1(context).values = [[1]];
      await context.sync();
    });
    await expect(writing).rejects.toMatchObject({ code: "AccessDenied" });
  });

  it("keeps one sheet visible", async () => {
    createSimulatedExcel({ sheets: ["唯一"] });
    const deleting = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("唯一").delete();
      await context.sync();
    });
    await expect(deleting).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  it("leaves #REF! where a deleted sheet was meant", async () => {
    const excel = createSimulatedExcel({ sheets: ["汇总", "单位"] });
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("汇总").getRange("A1").formulas = [["='单位'!A1+1"]];
      worksheets.getItem("单位").delete();
      await context.sync();
    });
    expect(excel.workbook.sheet("汇总").formula("A1")).toBe("=#REF!+1");
  });

  it("counts the syncs of the add-in and the references that it keeps", async () => {
    const { host } = createSimulatedExcel();
    await Excel.run(async (context) => {
      const range = a1(context);
      range.load("values");
      await context.sync();
      expect(host.keptReferences).toBe(1);
    });
    expect(host.syncs).toHaveLength(1);
    expect(host.keptReferences).toBe(0);
  });

  it("shows a leak where an add-in tracks an object and forgets it", async () => {
    const { host } = createSimulatedExcel();
    await Excel.run(async (context) => {
      const range = a1(context);
      range.track();
      await context.sync();
    });
    expect(host.keptReferences).toBe(1);
  });

  it("opens again what it exported", async () => {
    const first = createSimulatedExcel({ sheets: ["关工02"] });
    first.workbook.sheet("关工02").type("E7", "=6*7");
    const second = createSimulatedExcel({ workbook: first.export() });
    expect(second.workbook.sheet("关工02").value("E7")).toBe(42);
    expect(second.snapshot()).toEqual(first.snapshot());
  });
});
