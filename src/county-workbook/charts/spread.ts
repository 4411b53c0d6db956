/** How many units have a rate between which bounds: where there are so many that the highest twenty say little. */
import type { ChartSpec } from "../../template/template";
import type { ChartBlock, ChartRow } from "./chart-block";
import type { ReadSeries, TableSource } from "./chart-tables";

export type Spread = Pick<ChartBlock, "title" | "categoryTitle" | "rows"> & { readonly measure: string };

/** Bounds between which the values are counted: so many at most. */
const MOST_STEPS = 10;
const STEPS = [1, 2, 5, 10, 20, 25, 50] as const;

/** Null where the chart shows anything but one rate that is a line of every unit. */
export function spreadOf(
  spec: ChartSpec,
  series: readonly ReadSeries[],
  { scopes, say }: TableSource,
): Spread | null {
  const own = series.filter((each) => !each.spec.reference);
  const { expression } = own[0]!;
  const line = expression?.line;
  if (own.length > 1 || !expression?.isRatio || line === undefined) return null;
  const isShown = new Set<string>(spec.units);
  const all = scopes.consolidation.template.units.flatMap(({ name, kind }) => {
    const value = scopes.unit(name).current(line);
    return typeof value === "number" ? [{ value, isShown: isShown.has(kind) }] : [];
  });
  if (all.length === 0 || all.some((each) => !each.isShown)) return null;
  return {
    title: say("report.charts.spread", { title: spec.title }),
    categoryTitle: own[0]!.spec.title,
    measure: say("report.charts.units"),
    rows: countBetween(
      all.map(({ value }) => value),
      scopes.range(line),
    ),
  };
}

function countBetween(values: readonly number[], range: string): ChartRow[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = STEPS.find((each) => (most - least) / each < MOST_STEPS - 1) ?? (most - least) / MOST_STEPS;
  const first = Math.floor(least / step);
  const count = Math.max(1, Math.ceil(most / step) - first);
  return Array.from({ length: count }, (_, i): ChartRow => {
    const [low, high] = [(first + i) * step, (first + i + 1) * step];
    const isLast = i === count - 1;
    const value = values.filter((each) => each >= low && (isLast ? each <= high : each < high)).length;
    const formula = `COUNTIFS(${range},">=${low}",${range},"${isLast ? "<=" : "<"}${high}")`;
    return { label: `${low}～${high}`, cells: [{ value, formula }] };
  });
}
