import { removeWhere } from "../book/book";
import type { ChartState } from "../book/chart-state";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import type { Arguments } from "../protocol/arguments";
import type { Json } from "../protocol/messages";
import { defineClass, type ScalarDefinition, type ServerObject } from "../protocol/server-object";
import { boxOf } from "./chart-position";
import { chartAxes } from "./chart-axis";
import { chartLegend, chartTitle } from "./chart-parts";
import { chartSeriesCollection } from "./chart-series";
import { placeArgument, type Place } from "./place";
import { worksheet } from "./worksheet";

/** Excel refuses negative places and sizes. */
function points(key: "left" | "top" | "width" | "height"): ScalarDefinition<ChartState> {
  return {
    get: (chart) => chart[key],
    set: (chart, value) => {
      if (typeof value !== "number" || !(value >= 0)) throw invalidArgument(key);
      chart.sheet.assertUnprotected();
      chart[key] = value;
    },
  };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
export const chart: (state: ChartState) => ServerObject = defineClass<ChartState>({
  className: "Chart",
  assertAlive: (state) => {
    if (!state.sheet.charts.includes(state) || state.sheet.deleted) throw itemNotFound();
  },
  scalars: {
    id: { get: (state) => state.id },
    name: { get: (state) => state.name, set: setName },
    chartType: { get: (state) => state.type, set: (state, value) => void (state.type = String(value)) },
    plotBy: { get: (state) => state.plotBy },
    left: points("left"),
    top: points("top"),
    width: points("width"),
    height: points("height"),
  },
  bag: (state) => state.bag,
  defaults: { displayBlanksAs: "NotPlotted", plotVisibleOnly: true },
  navigation: {
    axes: (state) => chartAxes(state),
    legend: (state) => chartLegend(state.bag.child("legend")),
    series: (state) => chartSeriesCollection(state),
    title: (state) => chartTitle(state),
    worksheet: ({ sheet }) => worksheet(sheet),
  },
  methods: {
    activate: ({ sheet }) => sheet.book.activate(sheet),
    delete: (state) => {
      state.sheet.assertUnprotected();
      removeWhere(state.sheet.charts, (known) => known === state);
    },
    setData: (state, args) => setData(state, args, 0),
    setPosition: (state, args) => setPosition(state, args),
  },
});

/**
 * Fills the chart from a range and the way to read it. "Auto" looks at the shape on the desktop but means columns in
 * Excel on the web: https://learn.microsoft.com/javascript/api/excel/excel.chartseriesby
 */
export function setData(state: ChartState, args: Arguments, index: number): void {
  state.sheet.assertUnprotected();
  const source = args.objectOf<Place>(index, "Range");
  if (!source) throw invalidArgument("the source must be a range");
  const { area } = source;
  const isTall = area.bottom - area.top >= area.right - area.left;
  const automatic = state.sheet.book.platform === "web" || isTall ? "Columns" : "Rows";
  const by = args.optionalText(index + 1) ?? "Auto";
  state.setData(source, by === "Rows" || by === "Columns" ? by : automatic);
}

function setName(state: ChartState, value: Json): void {
  if (typeof value !== "string" || value === "" || value.length > 255) throw invalidArgument("chart name");
  state.name = value;
}

/** From the upper left corner of the first cell to the lower right corner of the last; one cell only moves the chart. */
function setPosition(state: ChartState, args: Arguments): void {
  state.sheet.assertUnprotected();
  const start = boxOf(placeArgument(args, 0, state.sheet));
  state.left = start.left;
  state.top = start.top;
  if (args.isMissing(1)) return;
  const end = boxOf(placeArgument(args, 1, state.sheet));
  state.width = end.left + end.width - start.left;
  state.height = end.top + end.height - start.top;
}
