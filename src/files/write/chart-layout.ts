/** What follows from a chart's plan before a line of XML is written: plots, axes, how crowded it is. */
import type { ChartPlan, SeriesPlan } from "../../workbook/plan";
import { lineColor, paletteColor, TARGET_COLOR } from "./chart-style";
import { type SheetGeometry } from "./geometry";
import { numbersOf, textsOf, type PlanCells } from "./plan-cells";

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
  /** Points of type in which the labels of neighbouring columns do not run into each other; null where none does. */
  readonly labelSize: number | null;
}

/** What the value axis and the margins take from the width. */
const PLOT_SHARE = 0.82;
const LABEL_SIZES = [9, 8, 7] as const;
/** A digit of a label of one point of type. */
const DIGIT_PIXELS = 0.75;

export function layOut(plan: ChartPlan, cells: PlanCells, geometry: SheetGeometry): ChartLayout {
  const series = plan.series.map((one, index) => decide(plan, one, index));
  const plots = plotsOf(series);
  const room = geometry.widthOf(plan.anchor.left, plan.anchor.right) * PLOT_SHARE;
  const perCategory = room / Math.max(1, textsOf(plan.categories, cells).length);
  const sideBySide = plan.grouping === undefined || plan.grouping === "clustered";
  const columns = series.filter(({ kind }) => kind === "column");
  const longest = Math.max(1, ...columns.map((one) => longestLabel(one.plan, cells)));
  const abreast = sideBySide ? Math.max(1, columns.length) : 1;
  const fits = (size: number): boolean => (longest + 1) * size * DIGIT_PIXELS * abreast <= perCategory;
  return {
    plan,
    plots,
    pie: plan.kind === "pie" || plan.kind === "doughnut",
    combined: new Set(series.map(({ kind }) => kind)).size > 1,
    labelSize: LABEL_SIZES.find(fits) ?? null,
  };
}

/** Characters of the series' longest label. */
function longestLabel({ labels, labelFormat = "", values }: SeriesPlan, cells: PlanCells): number {
  if (!labels) return 1;
  const decimals = /\.[0#]+/.exec(labelFormat)?.[0].length ?? 0;
  const numbers = numbersOf(values, cells).flatMap((value) => value ?? []);
  return Math.max(1, ...numbers.map((value) => Math.trunc(value).toLocaleString("en-US").length + decimals));
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
