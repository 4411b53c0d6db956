/** Which cells the existing charts draw, so that a chart can be filled again with what it showed before. */
import { absoluteReference, areaToA1, parseArea, type Area } from "../workbook/address";
import type { CellsOnSheet, SeriesPlan } from "../workbook/plan";
import { isSupported } from "./run";
import type { FoundChart } from "./charts";

export interface ChartBackup {
  readonly sheet: string;
  readonly chart: string;
  readonly series: readonly SeriesBackup[];
}

interface SeriesBackup {
  readonly name: string;
  /** Where the series' name is, seen from its first value. */
  readonly nameAt: { readonly rows: number; readonly columns: number };
  /** As Excel names them, `='单位数据'!$B$2:$B$4`. */
  readonly values: string;
  readonly categories: string;
}

/**
 * Asks the existing charts for their sources; to be called after the next sync. An Excel before ExcelApi 1.15 cannot
 * tell: there a chart that was refilled keeps the cells of the new plan when everything else is put back.
 */
export function askCharts(charts: readonly FoundChart[]): () => ChartBackup[] {
  if (!isSupported("1.15")) return () => [];
  const asked = charts
    .filter(({ existing }) => !existing.isNullObject)
    .map(({ sheet, plan, existing }) => ({
      sheet,
      chart: plan.name,
      series: existing.series.items.map((series, i) => ({
        name: series.name,
        nameAt: nameOffset(plan.series[i] ?? plan.series[0]),
        values: series.getDimensionDataSourceString("Values"),
        categories: series.getDimensionDataSourceString("Categories"),
      })),
    }));
  return () =>
    asked.map(({ series, ...chart }) => ({
      ...chart,
      series: series.map(({ values, categories, ...named }) => ({
        ...named,
        values: values.value,
        categories: categories.value,
      })),
    }));
}

/** Asks what the charts look like now; to be handed to {@link restoreCharts} after a sync. */
export function findBackedUp(
  context: Excel.RequestContext,
  backups: readonly ChartBackup[],
): readonly Excel.Chart[] {
  return backups.map(({ sheet, chart }) => {
    // The sheet may have been deleted meanwhile; so is its chart then.
    const found = context.workbook.worksheets.getItemOrNullObject(sheet).charts.getItemOrNullObject(chart);
    found.series.load("items/name");
    return found;
  });
}

/** Queues filling the charts with their former sources. */
export function restoreCharts(
  context: Excel.RequestContext,
  backups: readonly ChartBackup[],
  now: readonly Excel.Chart[],
): void {
  backups.forEach(({ series }, i) => {
    const chart = now[i]!;
    if (chart.isNullObject) return;
    const count = chart.series.items.length;
    series.forEach((before, at) =>
      fill(context, at < count ? chart.series.getItemAt(at) : chart.series.add(before.name), before),
    );
    for (let at = count - 1; at >= series.length; at--) chart.series.getItemAt(at).delete();
  });
}

/** Excel does not say which cell a series is named by; our charts keep it at the same distance from the values. */
function nameOffset(series: SeriesPlan | undefined): SeriesBackup["nameAt"] {
  if (!series) return { rows: 0, columns: 0 };
  const { name, values } = series;
  return { rows: name.area.top - values.area.top, columns: name.area.left - values.area.left };
}

function fill(context: Excel.RequestContext, series: Excel.ChartSeries, before: SeriesBackup): void {
  const values = placeOf(before.values);
  const categories = placeOf(before.categories);
  if (values) {
    series.setValues(rangeOf(context, values));
    series.name = `=${absoluteReference(values.sheet, cellAt(values.area, before.nameAt))}`;
  }
  if (categories) series.setXAxisValues(rangeOf(context, categories));
}

function cellAt({ top, left }: Area, { rows, columns }: SeriesBackup["nameAt"]): Area {
  return { top: top + rows, bottom: top + rows, left: left + columns, right: left + columns };
}

function rangeOf(context: Excel.RequestContext, { sheet, area }: CellsOnSheet): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRange(areaToA1(area));
}

/** `='单位数据'!$B$2:$B$4` or the same without `=`; null for what is no place in this workbook. */
function placeOf(source: string): CellsOnSheet | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(source);
  const area = match && parseArea(match[3]!.replace(/\$/g, ""));
  return area ? { sheet: match[1]?.replace(/''/g, "'") ?? match[2]!, area } : null;
}
