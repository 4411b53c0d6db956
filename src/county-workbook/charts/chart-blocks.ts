/** The template's charts, each with the cells that it shows. */
import type { ChartSeries, ChartSpec } from "../../template/template";
import type { CountyContext } from "../county-context";
import type { FormPlaces } from "../../county-layout/form-places";
import { type BlockSeries, type ChartBlock, type ChartCell, chartName, type ChartTable } from "./chart-block";
import { ChartExpressions } from "./chart-expressions";
import { ChartScopes } from "./chart-scopes";
import { TABLES, type ReadSeries } from "./chart-tables";
import { type Spread, spreadOf } from "./spread";

/** Dark and light in turn, so that neighbours differ in grey too. */
const BARS = ["35597A", "D8C690", "7E9CB8", "8F7A3C", "BFCBD6", "5B6670"] as const;
/** One series alone needs no contrast; a middle blue leaves its labels readable. */
const SINGLE = "6F8FAF";
const LINES = ["8A2B0E", "1F2D3A", "5B7A2E"] as const;
const REFERENCE = "1F2D3A";

/** In the template's order. A chart that has nothing to show, or whose lines the template no longer has, is left out. */
export function chartBlocks(context: CountyContext, places: FormPlaces): ChartBlock[] {
  const { template } = context.consolidation;
  const source = {
    expressions: new ChartExpressions(template, context.formatOf),
    scopes: new ChartScopes(context, places),
    say: context.say,
  };
  return template.charts.flatMap((spec) => {
    const series = spec.series.flatMap(
      (each) => readSeries(each, spec, source.expressions, source.scopes.hasLastYear) ?? [],
    );
    if (series.length === 0) return [];
    const table = TABLES[spec.by](spec, series, source);
    if (!hasFigures(table, series)) return [];
    const spread = table.isCut ? spreadOf(spec, series, source) : null;
    if (spread) return [spreadBlock(spec, spread)];
    const suited = withSuitedKind(spec, table);
    const drawn = series.map((each) => (suited.kind === spec.kind ? each : withBars(each)));
    const block = looks(suited, drawn, isInOrder(spec, table), context.formatOf);
    return [{ ...block, categoryTitle: table.categoryTitle, rows: table.rows }];
  });
}

/** How many units are between which bounds. */
function spreadBlock({ id, description, half }: ChartSpec, { measure, ...table }: Spread): ChartBlock {
  const look = { color: SINGLE, format: "#,##0", labels: true, labelFormat: "#,##0" };
  return {
    ...table,
    name: chartName(id),
    ...(description === undefined ? {} : { description }),
    kind: "column",
    grouping: "clustered",
    half,
    legend: "none",
    axisTitle: measure,
    axisFormat: "#,##0",
    series: [{ title: measure, ...look }],
  };
}

/** `2020`, `3月`, `2020年3月`, `二季度`: what follows one another may be joined by a line. */
const TIME = /^(?:\d{4}(?:[年./-]\d{1,2})?[年月]?|\d{1,2}\s*月份?|第?[一二三四1-4]季度|[上下]半年)/;

function isInOrder({ by }: ChartSpec, { rows }: ChartTable): boolean {
  return by === "year" || (rows.length > 1 && rows.every(({ label }) => TIME.test(label)));
}

/** Nothing but empty cells and targets shows nothing. */
function hasFigures({ rows }: ChartTable, series: readonly ReadSeries[]): boolean {
  return rows.some(({ cells }) =>
    cells.some(({ value }, i) => value !== null && value !== "" && series[i]!.spec.reference !== "target"),
  );
}

/**
 * A negative piece of a pie would be drawn as if it were a positive one; a line between units would say that one comes
 * after the other.
 */
function withSuitedKind(spec: ChartSpec, table: ChartTable): ChartSpec {
  const isPie = spec.kind === "pie" || spec.kind === "doughnut";
  const isWrong = isPie
    ? table.rows.some(({ cells }) => cells.some(isNegative))
    : spec.kind === "line" && !isInOrder(spec, table);
  return isWrong ? { ...spec, kind: "column" } : spec;
}

/** A series of a chart that is no longer drawn by lines. */
function withBars(each: ReadSeries): ReadSeries {
  const { spec } = each;
  return spec.reference || spec.secondAxis ? each : { ...each, spec: { ...spec, draw: "bars" } };
}

/** Null for a series that cannot be understood, or compares with a last year that is not known. */
function readSeries(
  series: ChartSeries,
  { by }: ChartSpec,
  expressions: ChartExpressions,
  hasLastYear: boolean,
): ReadSeries | null {
  if (series.reference === "target" || by === "status") return { spec: series, expression: null };
  if (by === "line") {
    const named = expressions.lines(series.value);
    const isKnown = named.lines.length > 0 && (hasLastYear || !named.isLastYear);
    return isKnown ? { spec: series, expression: null, named } : null;
  }
  const expression = expressions.read(series.value);
  if (!expression || (expression.lastYearCodes.length > 0 && !hasLastYear)) return null;
  return { spec: series, expression };
}

function looks(
  spec: ChartSpec,
  series: readonly ReadSeries[],
  inOrder: boolean,
  formatOf: CountyContext["formatOf"],
): Omit<ChartBlock, "categoryTitle" | "rows"> {
  const pie = spec.kind === "pie" || spec.kind === "doughnut";
  const first = series.filter((each) => !each.spec.secondAxis);
  const ratio = (each: ReadSeries): boolean => each.expression?.isRatio ?? false;
  const maxima = first.map(({ expression }) => expression?.maximum);
  const maximum = maxima.every((max) => max === maxima[0]) ? maxima[0] : undefined;
  return {
    name: chartName(spec.id),
    title: spec.title,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    kind: spec.kind,
    ...(pie ? {} : { grouping: spec.grouping }),
    half: spec.half,
    legend: pie || series.length > 1 ? "bottom" : "none",
    ...(pie ? {} : { axisFormat: first.some(ratio) ? "0" : "#,##0" }),
    ...(spec.axisTitle === undefined ? {} : { axisTitle: spec.axisTitle }),
    ...(maximum === undefined ? {} : { axisMaximum: maximum }),
    ...(spec.secondAxisTitle === undefined
      ? {}
      : { secondAxisTitle: spec.secondAxisTitle, secondAxisFormat: "#,##0" }),
    series: series.map((each) => ({
      ...seriesLooks(each, spec, series, formatOf),
      ...(each.spec.draw === "line" && !each.spec.reference && !inOrder ? { points: true } : {}),
    })),
  };
}

function seriesLooks(
  each: ReadSeries,
  chart: ChartSpec,
  all: readonly ReadSeries[],
  formatOf: CountyContext["formatOf"],
): BlockSeries {
  const { spec, expression } = each;
  const bars = all
    .filter(({ spec: { draw, reference } }) => draw === "bars" && !reference)
    .sort((a, b) => Number(isLastYear(a)) - Number(isLastYear(b)));
  const lines = all.filter(({ spec: { draw, reference } }) => draw === "line" && !reference);
  const format = expression?.format ?? formatOfLine(each, formatOf);
  const colour = spec.reference
    ? REFERENCE
    : spec.draw === "line"
      ? LINES[lines.indexOf(each) % LINES.length]!
      : bars.length === 1
        ? SINGLE
        : BARS[bars.indexOf(each) % BARS.length]!;
  const pie = chart.kind === "pie" || chart.kind === "doughnut";
  return {
    title: spec.title,
    format,
    ...(pie ? {} : { color: colour }),
    ...(spec.draw === "line" || spec.reference ? { kind: "line" as const } : {}),
    ...(spec.secondAxis ? { secondAxis: true } : {}),
    ...(spec.reference ? { dashed: true } : {}),
    ...(spec.labels ? { labels: true } : {}),
    ...(spec.labels && !pie ? { labelFormat: labelFormat(expression?.isRatio ? "0" : format, chart) } : {}),
  };
}

/** Of a series by line: that of its first line. */
function formatOfLine({ spec, named }: ReadSeries, formatOf: CountyContext["formatOf"]): string {
  const first = named?.lines[0];
  return !first || spec.answer || first.kind === "yesNo" ? "#,##0" : formatOf(first);
}

function isNegative({ value }: ChartCell): boolean {
  return typeof value === "number" && value < 0;
}

/** Last year steps back behind this one: it gets the lighter colour wherever it is. */
function isLastYear({ expression, named }: ReadSeries): boolean {
  if (named) return named.isLastYear;
  return expression !== null && expression.codes.length === 0 && expression.lastYearCodes.length > 0;
}

/** Zero labels are hidden in stacked charts, so that labels do not overlap. */
function labelFormat(format: string, { grouping }: ChartSpec): string {
  return grouping === "clustered" ? format : `${format};-${format};;`;
}
