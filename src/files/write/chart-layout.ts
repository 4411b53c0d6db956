/** What follows from a chart's plan before a line of XML is written: plots, axes, how crowded it is. */
import { halfWidths } from "../../workbook/text-lines";
import type { ChartPlan, SeriesPlan } from "../../workbook/plan";
import { lineColor, paletteColor, TARGET_COLOR } from "./chart-style";
import { type SheetGeometry } from "./geometry";
import { textsOf, type PlanCells } from "./plan-cells";

export type PlotKind = "column" | "bar" | "line" | "pie" | "doughnut";

/** A series with everything decided that its plan leaves open. */
export interface Series {
  readonly plan: SeriesPlan;
  /** Counts through all series of the chart. */
  readonly index: number;
  readonly kind: PlotKind;
  readonly color: string;
}

/** Series of one kind on one pair of axes. */
export interface Plot {
  readonly kind: PlotKind;
  readonly secondAxis: boolean;
  readonly series: readonly Series[];
}

export interface ChartLayout {
  readonly plan: ChartPlan;
  readonly plots: readonly Plot[];
  readonly pie: boolean;
  /** Columns and lines in one chart. */
  readonly combined: boolean;
  /** The names of the categories do not fit side by side. */
  readonly crowdedCategories: boolean;
  /** Labels of neighbouring columns would run into each other. */
  readonly crowdedLabels: boolean;
}

/** Half a Chinese character at 9 points. */
const HALF_WIDTH_PIXELS = 6;
/** What the value axis and the margins take from the width. */
const PLOT_SHARE = 0.82;
const LABEL_PIXELS = 34;

export function layOut(plan: ChartPlan, cells: PlanCells, geometry: SheetGeometry): ChartLayout {
  const series = plan.series.map((one, index) => decide(plan, one, index));
  const plots = plotsOf(series);
  const room = geometry.widthOf(plan.anchor.left, plan.anchor.right) * PLOT_SHARE;
  const names = textsOf(plan.categories, cells);
  const perCategory = room / Math.max(1, names.length);
  const widest = names.reduce((most, name) => Math.max(most, halfWidths(name)), 0);
  const sideBySide = plan.grouping === undefined || plan.grouping === "clustered";
  const columns = sideBySide ? series.filter(({ kind }) => kind === "column").length : 1;
  return {
    plan,
    plots,
    pie: plan.kind === "pie" || plan.kind === "doughnut",
    combined: new Set(series.map(({ kind }) => kind)).size > 1,
    crowdedCategories: widest * HALF_WIDTH_PIXELS > perCategory,
    crowdedLabels: LABEL_PIXELS * Math.max(1, columns) > perCategory,
  };
}

function decide(chart: ChartPlan, plan: SeriesPlan, index: number): Series {
  // A target among columns is a line across them.
  const kind = plan.kind ?? (plan.dashed && chart.kind === "column" ? "line" : chart.kind);
  const usual = kind === "line" ? lineColor(index) : paletteColor(index);
  return { plan, index, kind, color: plan.color ?? (plan.dashed ? TARGET_COLOR : usual) };
}

/** Columns come before lines, so that lines are drawn over them. */
function plotsOf(series: readonly Series[]): readonly Plot[] {
  const plots = new Map<string, { kind: PlotKind; secondAxis: boolean; series: Series[] }>();
  for (const one of series) {
    const secondAxis = one.plan.secondAxis ?? false;
    const key = `${one.kind} ${secondAxis}`;
    const plot = plots.get(key);
    if (plot) plot.series.push(one);
    else plots.set(key, { kind: one.kind, secondAxis, series: [one] });
  }
  const rank = (plot: Plot): number => (plot.secondAxis ? 2 : 0) + (plot.kind === "line" ? 1 : 0);
  return [...plots.values()].sort((a, b) => rank(a) - rank(b));
}
