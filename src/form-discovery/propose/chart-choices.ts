/** The charts that an office can have of its own forms, for choosing among them. */
import type { ChartSpec, Template } from "../../template/template";
import { proposeCharts } from "./propose-charts";
import { wholesOf } from "./wholes";

export interface ChartChoice {
  readonly chart: ChartSpec;
  /** The template has it. */
  readonly shown: boolean;
}

/** More would be a catalogue. */
const MOST = 12;

/** Those that the forms suggest, then what staff made themselves; a chart stays at its place whether it is shown or not. */
export function chartChoices(template: Template): ChartChoice[] {
  if (!template.forms.some(({ layout }) => layout === "own")) return [];
  const open = [...template.charts];
  const suggested = proposeCharts(template, wholesOf(template), MOST).map((chart): ChartChoice => {
    const at = open.findIndex((each) => contentOf(each) === contentOf(chart));
    const [there] = at < 0 ? [] : open.splice(at, 1);
    return { chart: there ?? chart, shown: there !== undefined };
  });
  return [...suggested, ...open.map((chart) => ({ chart, shown: true }))];
}

function contentOf({ by, series }: ChartSpec): string {
  return JSON.stringify([by, series.map(({ value }) => value)]);
}

/** The charts with one of them added or taken out. */
export function withChart(charts: readonly ChartSpec[], chart: ChartSpec, shown: boolean): ChartSpec[] {
  const others = charts.filter((each) => contentOf(each) !== contentOf(chart));
  if (!shown) return others;
  const taken = new Set(others.map(({ id }) => id));
  let id = chart.id;
  for (let n = 2; taken.has(id); n++) id = `${chart.id}${n}`;
  return [...others, { ...chart, id }];
}
