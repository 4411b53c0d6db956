import type { CellsOnSheet, ChartPlan, PlanCell, SeriesPlan } from "../../../src/workbook/plan";
import { luminance } from "../../../src/files/write/color";
import { all, area, attributes, one, planOf, values, writeAndOpen } from "./opened";

const at = (a1: string): CellsOnSheet => ({ sheet: "表一", area: area(a1) });

const cells: PlanCell[] = [
  ["单位", "活动次数", "完成率", "目标"],
  ["城关镇", 12, 0.5, 15],
  ["东坝乡", null, 0.7, 15],
  ["柳林镇", 0, 0.9, 15],
].flatMap((line, row) =>
  line.map((value, column) => ({
    row,
    column,
    value,
    style: column === 2 && row > 0 ? { format: "0%" } : {},
  })),
);
const activities: SeriesPlan = { name: at("B1"), values: at("B2:B4") };
const rate: SeriesPlan = { name: at("C1"), values: at("C2:C4") };
const target: SeriesPlan = { name: at("D1"), values: at("D2:D4"), dashed: true };

function open(change: Partial<ChartPlan>) {
  const chart: ChartPlan = {
    name: "活动图",
    title: "各单位活动",
    kind: "column",
    categories: at("A2:A4"),
    series: [activities],
    anchor: area("F2:M18"),
    ...change,
  };
  return writeAndOpen(planOf(cells, { charts: [chart] }));
}

function written(change: Partial<ChartPlan>): Element {
  return open(change).part("xl/charts/chart1.xml");
}

/** The points that a reference keeps, by index. */
function points(reference: Element): Record<string, string> {
  return Object.fromEntries(
    all(reference, "pt").map((point) => [point.getAttribute("idx"), point.textContent]),
  );
}

describe("the points of a chart", () => {
  test("are those of the plan's cells; an empty cell is a gap, not a zero", () => {
    const series = one(written({}), "ser");
    expect(points(one(series, "tx"))).toEqual({ 0: "活动次数" });
    expect(points(one(series, "cat"))).toEqual({ 0: "城关镇", 1: "东坝乡", 2: "柳林镇" });
    expect(points(one(series, "val"))).toEqual({ 0: "12", 2: "0" });
    expect(values(one(series, "val"), "ptCount")).toEqual(["3"]);
  });

  test("refer to the cells, so that the chart follows them", () => {
    const formulas = all(written({}), "f").map((formula) => formula.textContent);
    expect(formulas).toEqual(["'表一'!$B$1", "'表一'!$A$2:$A$4", "'表一'!$B$2:$B$4"]);
  });

  test("keep the cells' number format", () => {
    expect(one(written({ series: [rate] }), "formatCode").textContent).toBe("0%");
  });

  test("show hidden rows too", () => {
    expect(values(written({}), "plotVisOnly")).toEqual(["0"]);
  });
});

describe("kinds of chart", () => {
  test.each<[string, Partial<ChartPlan>, string, Record<string, string>]>([
    ["columns", { kind: "column" }, "barChart", { barDir: "col", grouping: "clustered", overlap: "0" }],
    ["bars", { kind: "bar" }, "barChart", { barDir: "bar", grouping: "clustered" }],
    [
      "stacked columns",
      { grouping: "stacked" },
      "barChart",
      { barDir: "col", grouping: "stacked", overlap: "100" },
    ],
    [
      "bars of shares",
      { kind: "bar", grouping: "percentStacked" },
      "barChart",
      { barDir: "bar", grouping: "percentStacked" },
    ],
    ["lines", { kind: "line" }, "lineChart", { grouping: "standard" }],
    ["a pie", { kind: "pie" }, "pieChart", { varyColors: "1" }],
    ["a ring", { kind: "doughnut" }, "doughnutChart", { holeSize: "55" }],
  ])("%s", (_, change, name, settings) => {
    const plot = one(written(change), name);
    const found = Object.keys(settings).map((setting) => [setting, values(plot, setting)[0]]);
    expect(Object.fromEntries(found)).toEqual(settings);
  });

  test("bars run downwards in the order of the table", () => {
    const axis = one(written({ kind: "bar" }), "catAx");
    expect(values(axis, "orientation")).toEqual(["maxMin"]);
  });

  test("a combination draws lines over columns, on a second axis at the right", () => {
    const chart = written({
      series: [{ ...rate, kind: "line", secondAxis: true }, activities],
      secondAxisTitle: "完成率",
      secondAxisFormat: "0%",
    });
    const plots = [...one(chart, "plotArea").children].map((child) => child.localName);
    expect(plots).toEqual(["layout", "barChart", "lineChart", "catAx", "valAx", "valAx", "catAx"]);
    const axis = all(chart, "valAx")[1]!;
    expect(values(axis, "axPos")).toEqual(["r"]);
    expect(one(axis, "title").textContent).toBe("完成率");
    expect(attributes(one(axis, "numFmt")).formatCode).toBe("0%");
    const lineAxes = values(one(chart, "lineChart"), "axId");
    expect(lineAxes).toContain(values(axis, "axId")[0]);
  });

  test("series keep their order in the plan", () => {
    const chart = written({ series: [{ ...rate, kind: "line" }, activities] });
    const names = all(chart, "ser").map((series) => [
      one(series, "tx").textContent.slice(-3),
      values(series, "order")[0],
    ]);
    expect(names).toEqual([
      [expect.stringContaining("次数"), "1"],
      ["完成率", "0"],
    ]);
  });

  test("a target among columns is a dashed line without markers", () => {
    const line = one(one(written({ series: [activities, target] }), "lineChart"), "ser");
    expect(values(line, "prstDash")).toEqual(["dash"]);
    expect(values(line, "symbol")).toEqual(["none"]);
  });
});

describe("words in a chart", () => {
  test("the values' axis begins and ends where the plan says, else where the program likes", () => {
    const scaling = one(one(written({ axisMinimum: 0, axisMaximum: 100 }), "valAx"), "scaling");
    expect([values(scaling, "max"), values(scaling, "min")]).toEqual([["100"], ["0"]]);
    expect(values(one(written({}), "valAx"), "min")).toEqual([]);
  });

  test("title, axis title and language", () => {
    const chart = written({ axisTitle: "次" });
    expect(all(chart, "title").map((title) => title.textContent)).toEqual(["各单位活动", "次"]);
    expect(values(chart, "lang")).toEqual(["zh-CN"]);
  });

  test("the value axis has the chart's format, else that of the cells", () => {
    const format = (change: Partial<ChartPlan>) =>
      one(one(written(change), "valAx"), "numFmt").getAttribute("formatCode");
    expect(format({ axisFormat: "#,##0" })).toBe("#,##0");
    expect(format({ series: [rate] })).toBe("0%");
    expect(format({ series: [activities], grouping: "percentStacked" })).toBe("0%");
  });

  test("a single series has no legend, several have one below", () => {
    expect(all(written({}), "legend")).toHaveLength(0);
    expect(values(written({ series: [activities, rate] }), "legendPos")).toEqual(["b"]);
  });

  test("the legend may be moved or left out", () => {
    expect(values(written({ series: [activities, rate], legend: "right" }), "legendPos")).toEqual(["r"]);
    expect(all(written({ series: [activities, rate], legend: "none" }), "legend")).toHaveLength(0);
  });

  test("name and description help people who cannot see it", () => {
    const drawing = open({ description: "城关镇最多" }).part("xl/drawings/drawing1.xml");
    expect(attributes(one(drawing, "cNvPr"))).toEqual({ id: "2", name: "活动图", descr: "城关镇最多" });
  });

  test("it covers the cells of its anchor", () => {
    const drawing = open({}).part("xl/drawings/drawing1.xml");
    const corner = (name: string) => ["col", "row"].map((part) => one(one(drawing, name), part).textContent);
    expect([corner("from"), corner("to")]).toEqual([
      ["5", "1"],
      ["13", "18"],
    ]);
  });
});

describe("labels", () => {
  test("there are none unless asked for", () => {
    expect(all(written({}), "dLbls")).toHaveLength(0);
  });

  test("show the value alone, in the asked format", () => {
    const labels = one(written({ series: [{ ...activities, labels: true, labelFormat: "#,##0" }] }), "dLbls");
    const shown = ["showVal", "showCatName", "showSerName", "showPercent", "showLegendKey"].map(
      (name) => values(labels, name)[0],
    );
    expect(shown).toEqual(["1", "0", "0", "0", "0"]);
    expect(one(labels, "numFmt").getAttribute("formatCode")).toBe("#,##0");
  });

  test.each<[string, Partial<ChartPlan>, string | undefined]>([
    ["above columns", {}, "outEnd"],
    ["inside stacked columns", { grouping: "stacked" }, "ctr"],
    ["above lines", { kind: "line" }, "t"],
    ["around a pie", { kind: "pie" }, "outEnd"],
    ["on a ring, where no position may be said", { kind: "doughnut" }, undefined],
  ])("stand %s", (_, change, position) => {
    const labels = one(written({ ...change, series: [{ ...activities, labels: true }] }), "dLbls");
    expect(values(labels, "dLblPos")[0]).toBe(position);
  });

  test("of columns stand at the foot where lines run above", () => {
    const chart = written({ series: [{ ...activities, labels: true }, target] });
    expect(values(one(chart, "barChart"), "dLblPos")).toEqual(["inBase"]);
  });

  test("of columns are level, smaller where there is little room, and left out where they would run into each other", () => {
    const labelled = { ...activities, labels: true };
    const sizes = (anchor: string, series: readonly SeriesPlan[]) =>
      all(written({ anchor: area(anchor), series }), "dLbls").map((labels) => [
        one(labels, "bodyPr").getAttribute("rot"),
        one(labels, "defRPr").getAttribute("sz"),
      ]);
    expect(sizes("F2:M18", [labelled])).toEqual([[null, "900"]]);
    expect(sizes("F2:F18", [labelled])).toEqual([[null, "800"]]);
    expect(sizes("F2:F18", [labelled, labelled, labelled])).toEqual([]);
  });

  test("of a pie say shares, and names where there is no legend", () => {
    const shown = (legend: "right" | "none") => {
      const labels = one(
        written({ kind: "pie", legend, series: [{ ...activities, labels: true }] }),
        "dLbls",
      );
      return ["showPercent", "showVal", "showCatName"].map((name) => values(labels, name)[0]);
    };
    expect([shown("right"), shown("none")]).toEqual([
      ["1", "0", "0"],
      ["1", "0", "1"],
    ]);
  });

  test("of a pie say numbers where the format asks for them", () => {
    const labels = one(
      written({ kind: "pie", series: [{ ...activities, labels: true, labelFormat: "0人" }] }),
      "dLbls",
    );
    expect(["showPercent", "showVal"].map((name) => values(labels, name)[0])).toEqual(["0", "1"]);
  });

  test("are left out for slices of nothing", () => {
    const labels = one(written({ kind: "pie", series: [{ ...activities, labels: true }] }), "dLbls");
    const deleted = all(labels, "dLbl").filter((label) => values(label, "delete")[0] === "1");
    expect(deleted.map((label) => values(label, "idx")[0])).toEqual(["1", "2"]);
  });
});

describe("a print without colours", () => {
  /** The colours in which the series or slices are painted. */
  const colors = (chart: Element, name: string): string[] =>
    all(chart, name).map((element) => values(one(element, "spPr"), "srgbClr")[0]!);

  test("neighbouring slices differ in grey", () => {
    const greys = colors(written({ kind: "pie" }), "dPt").map(luminance);
    greys.slice(1).forEach((grey, i) => expect(Math.abs(grey - greys[i]!)).toBeGreaterThan(0.25));
  });

  test("lines differ by their markers and are dark enough to see", () => {
    const chart = written({ kind: "line", series: [activities, rate] });
    expect(new Set(values(chart, "symbol")).size).toBe(2);
    const lines = all(chart, "ser").map((series) =>
      luminance(values(all(series, "spPr")[0]!, "srgbClr")[0]!),
    );
    expect(Math.max(...lines)).toBeLessThan(0.4);
  });

  test("a colour in the plan is taken", () => {
    const series = one(written({ series: [{ ...activities, color: "2e75b6" }] }), "ser");
    expect(values(one(series, "spPr"), "srgbClr")[0]).toBe("2E75B6");
  });
});
