import type { CellsOnSheet, ChartPlan, SeriesPlan } from "../../workbook/plan";
import { PlanError } from "./plan-error";

/** How many cells a place names; 0 unless they are in one row or one column. */
function lengthOf({ area }: CellsOnSheet): number {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  return Math.min(rows, columns) === 1 ? Math.max(rows, columns) : 0;
}

/** Throws a `PlanError` unless the series fit the categories and the kind of chart. */
export function checkChart(chart: ChartPlan): void {
  const points = lengthOf(chart.categories);
  const fits = (series: SeriesPlan): boolean =>
    lengthOf(series.values) === points && lengthOf(series.name) === 1;
  const axes = chart.kind === "column" || chart.kind === "line";
  const plain = chart.series.every((series) => axes || (series.kind === undefined && !series.secondAxis));
  // A chart needs a first axis before it can have a second.
  const first = chart.series.some(({ secondAxis }) => !secondAxis);
  const count = chart.kind === "pie" ? chart.series.length === 1 : chart.series.length > 0;
  if (points === 0 || !count || !first || !plain || !chart.series.every(fits)) {
    throw new PlanError("chart", chart.name);
  }
}
