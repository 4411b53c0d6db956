import { openWorkbook } from "../../src/excel/open-workbook";
import type { RenderOptions } from "../../src/ports/ports";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { createSimulatedExcel } from "../excel-host";
import { OWN, smallPlan } from "./small-plan";

const render = (plan: WorkbookPlan, options: Partial<RenderOptions> = {}) =>
  openWorkbook().render(plan, { own: [], ...options });

/** Excel writes a reference again when its sheet is renamed, without the quotation marks that it does not need. */
const unquoted = (snapshot: object): unknown =>
  JSON.parse(JSON.stringify(snapshot).replace(/'([^'!\s]+)'!/g, "$1!"));

describe("rendering a plan into the open workbook", () => {
  it("writes values, live formulas and formats", async () => {
    const excel = createSimulatedExcel({ sheets: ["Sheet1"] });
    const outcome = await render(smallPlan());
    const summary = excel.workbook.sheet("汇总");
    expect(outcome).toMatchObject({ added: ["汇总", "单位数据", "机读信息"], replaced: [], wrongCharts: [] });
    expect(summary.value("C2")).toBe(50);
    expect(summary.formula("C2")).toBe("=SUM('单位数据'!B2:B4)");
    expect(summary.format("A1", "font.size")).toBe(16);
    expect(summary.merges).toEqual(["A1:C1"]);
    excel.workbook.sheet("单位数据").type("B2", 100);
    expect(summary.value("C2")).toBe(138);
  });

  it("writes text as text, whatever it begins with", async () => {
    const excel = createSimulatedExcel();
    await render(smallPlan());
    const summary = excel.workbook.sheet("汇总");
    expect([summary.value("A2"), summary.value("B2"), summary.value("A3")]).toEqual([
      "0102",
      "=已建组织",
      "-1",
    ]);
    expect(summary.formula("B2")).toBeUndefined();
  });

  it("keeps an apostrophe at the beginning of a text", async () => {
    const excel = createSimulatedExcel();
    const texts = ["'一家", "''两家", `'${"长".repeat(300)}`];
    const cells = texts.map((value, row) => ({ row, column: 0, value, style: { format: "@" } }));
    const plain = texts.map((value, row) => ({ row, column: 1, value }));
    const ordered = cells.flatMap((cell, i) => [cell, plain[i]!]);
    await render({ sheets: [{ name: "甲", cells: ordered }], names: [] });
    expect(excel.workbook.sheet("甲").values("A1:B3")).toEqual(texts.map((text) => [text, text]));
  });

  it("writes long texts in Excel on the web, which takes 5 MB at once", async () => {
    const excel = createSimulatedExcel({ platform: "web" });
    const text = "长".repeat(5_000);
    const cells = Array.from({ length: 500 }, (_, row) => ({ row, column: 0, value: text }));
    await render({ sheets: [{ name: "甲", cells }], names: [] });
    const written = excel.workbook.sheet("甲").values("A1:A500");
    expect(written.filter(([value]) => value === text)).toHaveLength(500);
  });

  it("makes native charts whose points follow the cells", async () => {
    const excel = createSimulatedExcel();
    await render(smallPlan());
    const data = excel.workbook.sheet("单位数据");
    expect(data.chart("组织数").series).toMatchObject([
      { name: "0102", values: [12, 30, 8], categories: ["台上镇", "财源镇", "青石镇"] },
    ]);
    data.type("B4", 9);
    expect(data.chart("组织数").series[0]!.values).toEqual([12, 30, 9]);
  });

  it("leaves foreign sheets, the selection and the view alone", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    excel.workbook.sheet("工作安排").type("B3", "周一开会");
    const before = excel.snapshot();
    const { selection, activeSheet } = excel.workbook;
    await render(smallPlan());
    expect([excel.workbook.selection, excel.workbook.activeSheet]).toEqual([selection, activeSheet]);
    expect(excel.snapshot().sheets[0]).toEqual(before.sheets[0]);
  });

  it("changes nothing when it renders the same plan again", async () => {
    const excel = createSimulatedExcel();
    await (await render(smallPlan())).keep();
    const first = excel.snapshot();
    await (await render(smallPlan(), { own: OWN })).keep();
    expect(excel.snapshot()).toEqual(first);
  });

  it("refuses to touch a sheet that is not ours", async () => {
    const excel = createSimulatedExcel({ sheets: ["汇总"] });
    excel.workbook.sheet("汇总").type("A1", "我的汇总");
    const before = excel.snapshot();
    await expect(render(smallPlan())).rejects.toMatchObject({
      error: { code: "H06", params: { sheet: "汇总" } },
    });
    expect(excel.snapshot()).toEqual(before);
  });

  it("keeps the looks that staff gave a chart and fills in the new numbers", async () => {
    const excel = createSimulatedExcel();
    await (await render(smallPlan())).keep();
    await Excel.run(async (context) => {
      const chart = context.workbook.worksheets.getItem("单位数据").charts.getItem("组织数");
      chart.title.text = "我们的图";
      chart.series.getItemAt(0).format.fill.setSolidColor("#FF0000");
      await context.sync();
    });
    await render(smallPlan([1, 2, 3, 4]), { own: OWN });
    const chart = excel.workbook.sheet("单位数据").chart("组织数");
    expect(chart.title).toBe("我们的图");
    expect(chart.series[0]).toMatchObject({
      values: [1, 2, 3, 4],
      categories: ["台上镇", "财源镇", "青石镇", "大路镇"],
    });
  });

  it("can be undone", async () => {
    const excel = createSimulatedExcel();
    await (await render(smallPlan())).keep();
    const before = excel.snapshot();
    const outcome = await render(smallPlan([5, 6, 7]), { own: OWN });
    expect(excel.workbook.sheet("汇总").value("C2")).toBe(18);
    await outcome.undo();
    expect(excel.snapshot()).toEqual(before);
  });

  const without = (plan: WorkbookPlan, name: string): WorkbookPlan => ({
    ...plan,
    sheets: plan.sheets.filter((sheet) => sheet.name !== name),
  });

  it("takes sheets of ours away that the plan no longer has, and brings them back", async () => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    await (await render(smallPlan())).keep();
    excel.workbook.sheet("工作安排").type("A1", "='单位数据'!B2");
    const before = excel.snapshot();
    const plan = without(smallPlan(), "单位数据");
    const fresh = { ...plan, sheets: plan.sheets.filter(({ name }) => name === "机读信息") };
    const outcome = await render(fresh, { own: OWN, remove: ["单位数据", "没有这张表"] });
    expect(outcome.removed).toEqual(["单位数据"]);
    expect(excel.workbook.visibleSheetNames).toEqual(["工作安排", "汇总"]);
    expect(await openWorkbook().sheetNames()).toEqual(["工作安排", "汇总", "机读信息"]);
    await outcome.undo();
    expect(unquoted(excel.snapshot())).toEqual(unquoted(before));
    await (await render(fresh, { own: OWN, remove: ["单位数据"] })).keep();
    expect(excel.snapshot().sheets.map(({ name }) => name)).toEqual(["工作安排", "汇总", "机读信息"]);
  });

  it("stays within six requests for a small workbook", async () => {
    const excel = createSimulatedExcel();
    await render(smallPlan());
    expect(excel.host.syncs.length).toBeLessThanOrEqual(6);
  });
});

describe("when something fails", () => {
  it.each([1, 2, 3, 4, 5])("puts everything back if request %i fails half way", async (batch) => {
    const excel = createSimulatedExcel();
    await (await render(smallPlan())).keep();
    const before = excel.snapshot();
    excel.switches.failBatch({ batch, when: "halfWay" });
    await expect(render(smallPlan([5, 6]), { own: OWN })).rejects.toMatchObject({ error: { code: "H09" } });
    expect(excel.snapshot()).toEqual(before);
  });

  it.each([2, 3])("brings a sheet back that was to go if request %i fails half way", async (batch) => {
    const excel = createSimulatedExcel({ sheets: ["工作安排"] });
    await (await render(smallPlan())).keep();
    const before = excel.snapshot();
    excel.switches.failBatch({ batch, when: "halfWay" });
    const [, , machine] = smallPlan().sheets;
    const fresh = { sheets: [machine!], names: [] };
    const rendering = render(fresh, { own: OWN, remove: ["汇总", "单位数据"] });
    await expect(rendering).rejects.toMatchObject({ error: { code: "H09" } });
    expect(unquoted(excel.snapshot())).toEqual(unquoted(before));
  });

  it("puts everything back when the user cancels", async () => {
    const excel = createSimulatedExcel();
    const before = excel.snapshot();
    const abort = new AbortController();
    const rendering = render(smallPlan(), { signal: abort.signal, onProgress: () => abort.abort() });
    await expect(rendering).rejects.toMatchObject({ name: "AbortError" });
    expect(excel.snapshot()).toEqual(before);
  });

  it("names the limit of Excel on the web in its own words", async () => {
    createSimulatedExcel({ readOnly: true });
    await expect(render(smallPlan())).rejects.toMatchObject({
      error: { code: expect.stringMatching(/^H0/) },
    });
  });
});
