import type { ChartState } from "../book/chart-state";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import { defineBag, defineClass, type ServerObject } from "../protocol/server-object";

/** An axis has no title until somebody writes one. */
defineBag("ChartAxisTitle", {
  defaults: { visible: false },
  scalars: {
    text: {
      get: (bag) => bag.values.get("text") ?? "",
      set: (bag, value) => {
        if (typeof value !== "string") throw invalidArgument("axis title");
        bag.values.set("text", value);
        bag.values.set("visible", true);
      },
    },
  },
});

/** `minimum` and `maximum` have no default here: Excel computes them from the values. */
const chartAxis = defineBag("ChartAxis", {
  defaults: { visible: true, numberFormat: "General", linkNumberFormat: true, reversePlotOrder: false },
  scalars: {
    numberFormat: {
      get: (bag) => bag.values.get("numberFormat") ?? "General",
      set: (bag, value) => {
        bag.values.set("numberFormat", value);
        bag.values.set("linkNumberFormat", false);
      },
    },
  },
});

/** Pies and doughnuts have no axes. */
const WITHOUT_AXES = /^(3D)?Pie|Doughnut|Treemap|Sunburst/;

/** https://learn.microsoft.com/javascript/api/excel/excel.chartaxes */
export const chartAxes = defineClass<ChartState>({
  className: "ChartAxes",
  assertAlive: (chart) => {
    if (WITHOUT_AXES.test(chart.type)) throw itemNotFound();
  },
  navigation: {
    categoryAxis: (chart) => axis(chart, "Category", "Primary"),
    valueAxis: (chart) => axis(chart, "Value", "Primary"),
  },
  methods: {
    getItem: (chart, args) => axis(chart, args.text(0), args.optionalText(1) ?? "Primary"),
  },
});

/** A secondary axis is there only while a series uses it. */
function axis(chart: ChartState, type: string, group: string): ServerObject {
  if (type !== "Category" && type !== "Value") throw invalidArgument(`axis ${type}`);
  const isUsed = chart.series.some((series) => series.bag.values.get("axisGroup") === "Secondary");
  if (group === "Secondary" && !isUsed) throw itemNotFound();
  return chartAxis(chart.bag.child(`axis${type}${group}`));
}
