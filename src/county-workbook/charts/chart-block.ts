/** One chart with the cells that it shows: a table on 图表数据, every figure a formula over the units' values. */
import type { ChartPlan, PlanCell, SeriesPlan } from "../../workbook/plan";

export interface ChartCell {
  readonly value: PlanCell["value"];
  /** Without `=`; absent for a target, which is a number that somebody set. */
  readonly formula?: string;
}

export interface ChartRow {
  readonly label: string;
  /** One per series. */
  readonly cells: readonly ChartCell[];
}

export interface BlockSeries extends Omit<SeriesPlan, "name" | "values"> {
  readonly title: string;
  /** Number format of its cells. */
  readonly format: string;
}

export interface ChartBlock extends Pick<
  ChartPlan,
  | "name"
  | "title"
  | "description"
  | "kind"
  | "grouping"
  | "axisTitle"
  | "axisFormat"
  | "axisMaximum"
  | "secondAxisTitle"
  | "secondAxisFormat"
  | "legend"
> {
  /** Heads the categories. */
  readonly categoryTitle: string;
  readonly series: readonly BlockSeries[];
  readonly rows: readonly ChartRow[];
  /** Takes half of the page's width. */
  readonly half: boolean;
}

/** The categories of a chart, with one figure for each of its series. */
export interface ChartTable {
  readonly categoryTitle: string;
  readonly rows: readonly ChartRow[];
  /** There are more units than it shows one by one. */
  readonly isCut?: boolean;
}

/** How the chart is called in the workbook, whatever its title. */
export function chartName(id: string): string {
  return `chart-${id}`;
}
