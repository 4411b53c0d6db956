import { createSimulatedExcel } from ".";

describe("first", () => {
  it("works", async () => {
    const excel = createSimulatedExcel({ sheets: ["关工02", "Data"] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("关工02");
      sheet.getRange("A1:C3").values = [
        ["M", "计划", "实际"],
        ["一月", 1, 2],
        ["二月", 3, "=关工02!B2*10"],
      ];
      sheet.getRange("A1:C1").format.fill.color = "yellow";
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
      chart.name = "图";
      chart.title.text = "标题";
      chart.series.getItemAt(0).format.fill.setSolidColor("#FF0000");
      chart.legend.position = "Bottom";
      context.workbook.names.add("总数", sheet.getRange("B2:C3"));
      sheet.getRange("E1").formulas = [["=SUM(总数)"]];
      const r = sheet.getRange("A1:E3");
      r.load("values,formulas,format/fill/color,address");
      await context.sync();
      expect(r.values[2]).toEqual(["二月", 3, 10, "", ""]);
      expect(r.values[0]![4]).toBe(16);
      expect(r.format.fill.color).toBe(null);
      expect(r.address).toBe("关工02!A1:E3");
      chart.series.load("items/name");
      await context.sync();
      expect(chart.series.items.map((s) => s.name)).toEqual(["计划", "实际"]);
    });
    const view = excel.workbook.sheet("关工02");
    view.type("B2", 7);
    expect(view.value("E1")).toBe(7 + 2 + 3 + 70);
    expect(view.chart("图").series.map((s) => [s.name, s.values, s.categories])).toEqual([
      ["计划", [7, 3], ["一月", "二月"]],
      ["实际", [2, 70], ["一月", "二月"]],
    ]);
    expect(excel.host.syncs.length).toBe(2);
    const e = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("no");
      await context.sync();
    }).catch((x: unknown) => x);
    expect(e).toMatchObject({ code: "ItemNotFound" });
    expect(e).toBeInstanceOf(Error);
    expect(excel.host.keptReferences).toBe(0);
  });
});
