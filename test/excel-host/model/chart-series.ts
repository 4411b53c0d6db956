import { absoluteReference } from "../../../src/workbook/address";
import { removeWhere } from "../book/book";
import type { ChartState, SeriesState } from "../book/chart-state";
import type { Arguments } from "../protocol/arguments";
import { invalidArgument, itemNotFound } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import { defineBag, defineClass, type ServerObject } from "../protocol/server-object";
import type { Place } from "./place";
import { columnCount, rowCount } from "./place";

interface Series {
  readonly chart: ChartState;
  readonly series: SeriesState;
}

const chartPoint = defineBag("ChartPoint", {});

const chartPoints = defineClass<Series>({
  className: "ChartPointsCollection",
  scalars: { count: { get: ({ chart, series }) => chart.read(series.values).length } },
  items: ({ chart, series }) =>
    chart.read(series.values).map((_, i) => chartPoint(series.bag.child(`point${i}`))),
  methods: {
    getCount: ({ chart, series }) => chart.read(series.values).length,
    getItemAt: ({ chart, series }, args) => {
      const index = args.whole(0);
      if (index < 0 || index >= chart.read(series.values).length) throw invalidArgument("index");
      return chartPoint(series.bag.child(`point${index}`));
    },
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseries */
const chartSeries = defineClass<Series>({
  className: "ChartSeries",
  assertAlive: ({ chart, series }) => {
    if (!chart.series.includes(series)) throw itemNotFound();
  },
  scalars: {
    name: {
      get: ({ chart, series }) => chart.seriesName(series),
      set: ({ series }, value) => setName(series, value),
    },
    chartType: {
      get: ({ chart, series }) => series.bag.values.get("chartType") ?? chart.type,
      set: ({ series }, value) => void series.bag.values.set("chartType", value),
    },
    plotOrder: { get: ({ chart, series }) => chart.series.indexOf(series) + 1 },
  },
  bag: ({ series }) => series.bag,
  defaults: { axisGroup: "Primary", hasDataLabels: false, smooth: false, filtered: false },
  navigation: { points: (target) => chartPoints(target) },
  methods: {
    delete: ({ chart, series }) => removeWhere(chart.series, (known) => known === series),
    setValues: ({ series }, args) => void (series.values = lineArgument(args)),
    setXAxisValues: ({ series }, args) => void (series.categories = lineArgument(args)),
    getDimensionValues: (target, args) => dimension(target, args.text(0)),
    getDimensionDataSourceString: ({ series }, args) => source(series, args.text(0)) ?? "",
    getDimensionDataSourceType: ({ series }, args) =>
      source(series, args.text(0)) === null ? "Unknown" : "LocalRange",
  },
});

/** https://learn.microsoft.com/javascript/api/excel/excel.chartseriescollection */
export const chartSeriesCollection = defineClass<ChartState>({
  className: "ChartSeriesCollection",
  scalars: { count: { get: (chart) => chart.series.length } },
  items: (chart) => chart.series.map((series) => chartSeries({ chart, series })),
  methods: {
    add: (chart, args) => add(chart, args),
    getCount: (chart) => chart.series.length,
    getItemAt: (chart, args) => {
      const series = chart.series[args.whole(0)];
      if (!series) throw invalidArgument("index");
      return chartSeries({ chart, series });
    },
  },
});

function add(chart: ChartState, args: Arguments): ServerObject {
  const at = args.optionalWhole(1) ?? chart.series.length;
  if (at < 0 || at > chart.series.length) throw invalidArgument("index");
  const series = chart.addSeries("", null, null, at);
  setName(series, args.optionalText(0) ?? `Series${chart.series.length}`);
  // A new series shares the categories of the others.
  series.categories = chart.series.find((other) => other !== series)?.categories ?? null;
  return chartSeries({ chart, series });
}

/** "If the series name is longer than 255 characters …": documentation of the property. */
function setName(series: SeriesState, value: Json): void {
  if (typeof value !== "string" || value.length > 255)
    throw invalidArgument("a series name has at most 255 characters");
  series.name = value;
}

/** The values of a series are in one row or one column. */
function lineArgument(args: Arguments): string {
  const place = args.objectOf<Place>(0, "Range");
  if (!place) throw invalidArgument("a range is wanted");
  if (rowCount(place.area) > 1 && columnCount(place.area) > 1)
    throw invalidArgument("one row or column is wanted");
  return absoluteReference(place.sheet.name, place.area);
}

function source(series: SeriesState, name: string): string | null {
  return name === "Categories" || name === "XValues" ? series.categories : series.values;
}

function dimension({ chart, series }: Series, name: string): Json {
  switch (name) {
    case "Values":
    case "YValues":
      return chart.read(series.values);
    case "Categories":
    case "XValues":
      return chart.categories(series);
    default:
      throw invalidArgument(`dimension ${name}`);
  }
}
