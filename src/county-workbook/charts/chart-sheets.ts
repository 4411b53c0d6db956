/** 图表数据 and 图表: the template's charts, and the cells that they show. */
import { absoluteReference, type Area } from "../../workbook/address";
import type { CellsOnSheet, ChartPlan, NamePlan, SheetPlan } from "../../workbook/plan";
import { type CountyContext, reportedNote } from "../county-context";
import type { FormPlaces } from "../../county-layout/form-places";
import { periodText } from "../../findings/say";
import { SheetBuilder } from "../../workbook/sheet-builder";
import { SHEETS } from "../../county-layout/sheet-names";
import { HEADER, NOTE, pages, SECTION, TEXT, TITLE, valueStyle } from "../../workbook/styles";
import { halfWidths } from "../../workbook/text-lines";
import { type ChartBlock, chartName } from "./chart-block";
import { chartBlocks } from "./chart-blocks";

const FIRST_BLOCK = 3;
/**
 * The charts' sheet: ten columns fill the width of A4 upright. Every chart is in one tall row: no program breaks a
 * page inside a row, so that none is cut. Rows are as high as fills the page.
 */
const COLUMNS = 10;
const COLUMN_WIDTH = 8;
const FIRST_CHART = 1;
const GAP_HEIGHT = 8;
const TITLE_HEIGHT = 26;
/** A4 upright without its margins, less what a printer's own measure may take. */
const PAGE_HEIGHT = 842 - 2 * 54 - 12;
const CHARTS_PER_PAGE = 3;
/** The lowest chart of a page that is not full grows no further. */
const HIGHEST_CHART = 300;
/** Pixels of a column of the sheet and of a sign below an axis; what axis and margins take from the width. */
const COLUMN_PIXELS = 69;
const SIGN_PIXELS = 12;
const PLOT_SHARE = 0.82;
/** Names that break into lines of so few signs are written downwards. */
const FEWEST_SIGNS = 4;

/** Nothing where there is nothing to show. */
export function chartSheets(
  context: CountyContext,
  places: FormPlaces,
): { data: SheetPlan; charts: SheetPlan; names: readonly NamePlan[] } | null {
  const blocks = chartBlocks(context, places);
  if (blocks.length === 0) return null;
  const { say } = context;
  const data = new SheetBuilder(SHEETS.chartData);
  data.put(0, 0, say("report.chartData.title"), TITLE);
  data.put(1, 0, say("report.chartData.note"), NOTE);
  data.height(0, 28);
  data.widths([22, 14, 14, 14]);
  let top = FIRST_BLOCK;
  const anchors = placeCharts(blocks);
  const charts = blocks.map((block, i): ChartPlan => {
    const chart = putBlock(data, block, top, anchors[i]!);
    const names = chartNames(chart).map(({ name }) => name);
    const at = block.series.length + 2;
    data.put(
      top + 1,
      at,
      say("report.chartData.names", { names: names.join(say("report.enumerate")) }),
      NOTE,
    );
    top += block.rows.length + 4;
    return chart;
  });
  return {
    data: data.build({ print: pages(say("report.page", { sheet: SHEETS.chartData })) }),
    charts: chartSheet(context, charts),
    names: uniqueNames(charts.flatMap(chartNames)),
  };
}

/** Writes the block's table and gives the chart over it. */
function putBlock(sheet: SheetBuilder, block: ChartBlock, top: number, anchor: Area): ChartPlan {
  const { rows, series, categoryTitle, half: _half, ...chart } = block;
  const head = top + 1;
  const first = head + 1;
  const last = first + rows.length - 1;
  const isNegative = rows.some(({ cells }) =>
    cells.some(({ value }) => typeof value === "number" && value < 0),
  );
  sheet.put(top, 0, block.title, SECTION);
  sheet.putRow(head, 0, [categoryTitle, ...series.map((each) => each.title)], HEADER);
  rows.forEach(({ label, cells }, r) => {
    sheet.put(first + r, 0, label, TEXT);
    cells.forEach(({ formula, value }, c) => {
      const style = valueStyle(series[c]!.format);
      if (formula === undefined) sheet.put(first + r, 1 + c, value, style);
      else sheet.formula(first + r, 1 + c, formula, value, style);
    });
  });
  const column = (index: number, from: number, to: number) => ({
    sheet: sheet.name,
    area: { top: from, left: index, bottom: to, right: index },
  });
  return {
    ...chart,
    anchor,
    // Bars of a negative figure begin at 0 too, and go down from there.
    ...(isNegative ? {} : { axisMinimum: 0 }),
    ...(needsUprightNames(block, anchor) ? { uprightNames: true } : {}),
    categories: column(0, first, last),
    series: series.map(({ title: _title, format: _format, ...look }, c) => ({
      ...look,
      name: column(1 + c, head, head),
      values: column(1 + c, first, last),
    })),
  };
}

/**
 * Defined names for what the chart shows: `图_五好率_类别`, `图_五好率_1` … A chart that staff drew themselves over these
 * names follows when there are more units next year.
 */
function chartNames({ name, categories, series }: ChartPlan): NamePlan[] {
  const base = name.replace(chartName(""), "图_").replace(/[^\p{L}\p{N}_]/gu, "_");
  const to = ({ sheet, area }: CellsOnSheet): string => absoluteReference(sheet, area);
  return [
    { name: `${base}_类别`, refersTo: to(categories) },
    ...series.map(({ values }, i) => ({ name: `${base}_${i + 1}`, refersTo: to(values) })),
  ];
}

/** Two charts' names may differ only in characters that no name may have: then the first one has it. */
function uniqueNames(names: readonly NamePlan[]): readonly NamePlan[] {
  const seen = new Set<string>();
  return names.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** Wide charts below each other, two half ones side by side. */
function placeCharts(blocks: readonly ChartBlock[]): Area[] {
  const half = COLUMNS / 2;
  let row = FIRST_CHART;
  let left = 0;
  return blocks.map((block, i) => {
    // A half chart without a neighbour takes the whole width.
    const wide = !block.half || (left === 0 && !blocks[i + 1]?.half);
    const area = { top: row, left, bottom: row, right: wide ? COLUMNS - 1 : left + half - 1 };
    left = wide || left > 0 ? 0 : half;
    // A row below each chart keeps it from the next.
    if (left === 0) row += 2;
    return area;
  });
}

/** Points: the charts of a page share it. */
function chartHeight(i: number, rows: number): number {
  const page = Math.floor(i / CHARTS_PER_PAGE);
  const onPage = Math.min(CHARTS_PER_PAGE, rows - page * CHARTS_PER_PAGE);
  const room = PAGE_HEIGHT - (page === 0 ? TITLE_HEIGHT : 0) - CHARTS_PER_PAGE * GAP_HEIGHT;
  return Math.min(HIGHEST_CHART, Math.floor(room / onPage));
}

/** Do the names have so little room side by side that they would be broken into pieces? */
function needsUprightNames({ kind, rows }: ChartBlock, { left, right }: Area): boolean {
  if (kind === "bar" || kind === "pie" || kind === "doughnut") return false;
  const room = ((right - left + 1) * COLUMN_PIXELS * PLOT_SHARE) / Math.max(1, rows.length) / SIGN_PIXELS;
  const longest = Math.max(0, ...rows.map(({ label }) => halfWidths(label) / 2));
  return longest > room && room < FEWEST_SIGNS;
}

function chartSheet(context: CountyContext, charts: readonly ChartPlan[]): SheetPlan {
  const { say, consolidation } = context;
  const sheet = new SheetBuilder(SHEETS.charts);
  sheet.widths(Array.from({ length: COLUMNS }, () => COLUMN_WIDTH));
  const bottom = Math.max(...charts.map(({ anchor }) => anchor.bottom));
  const title = say("report.charts.title", {
    period: periodText(consolidation.period, say),
    standing: reportedNote(context),
  });
  sheet.merge({ top: 0, left: 0, bottom: 0, right: COLUMNS - 1 }, title, SECTION);
  sheet.height(0, TITLE_HEIGHT);
  const rows = (bottom - FIRST_CHART) / 2 + 1;
  for (let i = 0; i < rows; i++) {
    sheet.height(FIRST_CHART + 2 * i, chartHeight(i, rows));
    if (i < rows - 1) sheet.height(FIRST_CHART + 2 * i + 1, GAP_HEIGHT);
  }
  return sheet.build({
    charts,
    print: pages(say("report.page", { sheet: SHEETS.charts }), {
      area: { top: 0, left: 0, bottom, right: COLUMNS - 1 },
    }),
  });
}
