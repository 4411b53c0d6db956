/** Native charts: made where they are missing, else filled, so that what staff restyled keeps its looks. */
import { absoluteReference, areaToA1 } from "../workbook/address";
import type { CellsOnSheet, ChartPlan, SeriesPlan, SheetPlan } from "../workbook/plan";
import { titleText } from "../workbook/typed-text";
import { isSupported } from "./run";

const TYPES = {
  column: { clustered: "ColumnClustered", stacked: "ColumnStacked", percentStacked: "ColumnStacked100" },
  bar: { clustered: "BarClustered", stacked: "BarStacked", percentStacked: "BarStacked100" },
  line: { clustered: "LineMarkers", stacked: "LineMarkersStacked", percentStacked: "LineMarkersStacked100" },
  pie: { clustered: "Pie", stacked: "Pie", percentStacked: "Pie" },
  doughnut: { clustered: "Doughnut", stacked: "Doughnut", percentStacked: "Doughnut" },
} as const;

/** A chart of the plan beside the one that is on the sheet, if any; loaded by {@link findCharts}. */
export interface FoundChart {
  readonly sheet: string;
  readonly plan: ChartPlan;
  readonly existing: Excel.Chart;
}

/** Asks for the charts of these sheets. After a sync, `existing.isNullObject` says whether it is there. */
export function findCharts(context: Excel.RequestContext, sheets: readonly SheetPlan[]): FoundChart[] {
  return sheets.flatMap((sheet) =>
    (sheet.charts ?? []).map((plan) => {
      const existing = context.workbook.worksheets.getItem(sheet.name).charts.getItemOrNullObject(plan.name);
      existing.load("name");
      existing.series.load("items/name");
      return { sheet: sheet.name, plan, existing };
    }),
  );
}

/** Queues the chart: refilled if it is there, made if not. */
export function writeChart(context: Excel.RequestContext, { sheet, plan, existing }: FoundChart): void {
  if (existing.isNullObject) makeChart(context, sheet, plan);
  else refill(context, existing, plan);
}

/** Only names and points change; title, colours, place and size stay as staff left them. */
function refill(context: Excel.RequestContext, chart: Excel.Chart, plan: ChartPlan): void {
  const count = chart.series.items.length;
  plan.series.forEach((series, i) => {
    if (i < count) fillSeries(context, chart.series.getItemAt(i), plan, series);
    else styleSeries(addSeries(context, chart, plan, series), plan, series);
  });
  for (let i = count - 1; i >= plan.series.length; i--) chart.series.getItemAt(i).delete();
}

function makeChart(context: Excel.RequestContext, sheetName: string, plan: ChartPlan): void {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const [first, ...others] = plan.series;
  if (!first) return;
  const type = TYPES[plan.kind][plan.grouping ?? "clustered"];
  const chart = sheet.charts.add(type, rangeOf(context, first.values), "Columns");
  chart.name = plan.name;
  fillSeries(context, chart.series.getItemAt(0), plan, first);
  styleSeries(chart.series.getItemAt(0), plan, first);
  for (const series of others) styleSeries(addSeries(context, chart, plan, series), plan, series);
  setLooks(sheet, chart, plan);
}

function addSeries(
  context: Excel.RequestContext,
  chart: Excel.Chart,
  plan: ChartPlan,
  series: SeriesPlan,
): Excel.ChartSeries {
  const added = chart.series.add();
  fillSeries(context, added, plan, series);
  return added;
}

function fillSeries(
  context: Excel.RequestContext,
  target: Excel.ChartSeries,
  plan: ChartPlan,
  series: SeriesPlan,
): void {
  target.setValues(rangeOf(context, series.values));
  target.setXAxisValues(rangeOf(context, plan.categories));
  // The name as a formula follows its cell.
  target.name = `=${absoluteReference(series.name.sheet, series.name.area)}`;
}

function styleSeries(target: Excel.ChartSeries, plan: ChartPlan, series: SeriesPlan): void {
  if (series.kind)
    target.chartType = series.kind === "line" ? (series.dashed ? "Line" : "LineMarkers") : "ColumnClustered";
  if (series.secondAxis) target.axisGroup = "Secondary";
  const isLine = (series.kind ?? plan.kind) === "line";
  if (series.color && isLine) target.format.line.color = `#${series.color}`;
  else if (series.color) target.format.fill.setSolidColor(`#${series.color}`);
  if (series.dashed) target.format.line.lineStyle = "Dash";
  if (series.points) {
    target.format.line.lineStyle = "None";
    if (series.color) {
      target.markerBackgroundColor = `#${series.color}`;
      target.markerForegroundColor = `#${series.color}`;
    }
  }
  if (series.labels) {
    target.hasDataLabels = true;
    if (series.labelFormat) target.dataLabels.numberFormat = series.labelFormat;
  }
}

function setLooks(sheet: Excel.Worksheet, chart: Excel.Chart, plan: ChartPlan): void {
  chart.title.text = titleText(plan.title);
  chart.legend.visible = plan.legend !== "none";
  if (plan.legend !== "none") chart.legend.position = plan.legend === "right" ? "Right" : "Bottom";
  const { top, left, bottom, right } = plan.anchor;
  chart.setPosition(sheet.getCell(top, left), sheet.getCell(bottom, right));
  if (plan.kind === "pie" || plan.kind === "doughnut") return;
  const { valueAxis, categoryAxis } = chart.axes;
  // "an integer from -90 to 90, or 180 for vertically-oriented text"
  if (plan.uprightNames && isSupported("1.8")) categoryAxis.textOrientation = 180;
  if (plan.axisTitle) valueAxis.title.text = titleText(plan.axisTitle);
  if (plan.axisFormat) valueAxis.numberFormat = plan.axisFormat;
  if (plan.axisMinimum !== undefined) valueAxis.minimum = plan.axisMinimum;
  if (plan.axisMaximum !== undefined) valueAxis.maximum = plan.axisMaximum;
  if (!plan.series.some((series) => series.secondAxis)) return;
  const second = chart.axes.getItem("Value", "Secondary");
  if (plan.secondAxisTitle) second.title.text = titleText(plan.secondAxisTitle);
  if (plan.secondAxisFormat) second.numberFormat = plan.secondAxisFormat;
  if (plan.axisMinimum !== undefined) second.minimum = plan.axisMinimum;
}

/** A series as it is in Excel beside the cells that it should show. */
export interface ReadBack {
  readonly chart: string;
  readonly expected: readonly (number | null)[];
  readonly points: OfficeExtension.ClientResult<(string | number)[]>;
}

/** Asks every series for its points; after a sync {@link differs} answers. */
export function readBack(
  context: Excel.RequestContext,
  { sheet, plan }: FoundChart,
  valuesOf: (cells: CellsOnSheet) => (number | null)[],
): ReadBack[] {
  const chart = context.workbook.worksheets.getItem(sheet).charts.getItem(plan.name);
  return plan.series.map((series, i) => ({
    chart: plan.name,
    expected: valuesOf(series.values),
    // "YValues" are those of scatter and bubble charts.
    points: chart.series.getItemAt(i).getDimensionValues("Values"),
  }));
}

/** Excel gives an empty cell as 0, "" or nothing. */
export function differs({ expected, points }: ReadBack): boolean {
  const found = points.value.map((point) => (typeof point === "number" ? point : 0));
  return (
    found.length !== expected.length ||
    expected.some((value, i) => Math.abs((value ?? 0) - found[i]!) > 1e-6 * Math.max(1, Math.abs(value ?? 0)))
  );
}

function rangeOf(context: Excel.RequestContext, cells: CellsOnSheet): Excel.Range {
  return context.workbook.worksheets.getItem(cells.sheet).getRange(areaToA1(cells.area));
}
