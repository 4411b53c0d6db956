/** 图表: a row for each series; the first row of a chart says what the chart is. */
import type { SheetPlan } from "../../workbook/plan";
import type { Sheet } from "../../workbook/workbook";
import type { ChartSeries, ChartSpec, Template } from "../template";
import {
  ANSWERS,
  CATEGORIES,
  CHART_KINDS,
  DRAWN,
  GROUPINGS,
  ORDERS,
  REFERENCES,
  writeKinds,
  yesNo,
} from "./fields";
import type { Problems } from "./problem";
import { defined } from "./read-indicators";
import type { Say } from "./say";
import { TEMPLATE_SHEETS } from "./sheet-names";
import { readTable, tableSheet, type Column, type PlannedRow, type Table } from "./table";
import type { TableRow } from "./table-row";
import { once } from "./units-sheet";

export const CHART_HEAD = {
  id: "图号",
  title: "图表标题",
  kind: "图形",
  grouping: "排法",
  by: "横轴",
  units: "哪些单位",
  order: "排序",
  orderBy: "按什么排",
  top: "前几名",
  half: "半幅",
  axisTitle: "坐标名称",
  secondAxisTitle: "次坐标名称",
  series: "系列名称",
  value: "数据",
  answer: "统计",
  draw: "画成",
  reference: "参考线",
  secondAxis: "次坐标",
  labels: "标数值",
  description: "图表说明",
} as const;

const choice = (heading: string, words: Readonly<Record<string, string>>, width = 10): Column => ({
  heading,
  width,
  choices: Object.values(words),
  align: "center",
});
const YES_NO = { yes: "是", no: "否" };

const TABLE: Table = {
  sheet: TEMPLATE_SHEETS.charts,
  columns: [
    { heading: CHART_HEAD.id, width: 18, essential: true },
    { heading: CHART_HEAD.title, others: ["标题"], width: 26, essential: true },
    choice(CHART_HEAD.kind, CHART_KINDS),
    choice(CHART_HEAD.grouping, GROUPINGS),
    choice(CHART_HEAD.by, CATEGORIES),
    { heading: CHART_HEAD.units, width: 12 },
    choice(CHART_HEAD.order, ORDERS),
    { heading: CHART_HEAD.orderBy, width: 12 },
    { heading: CHART_HEAD.top, width: 7, align: "center" },
    choice(CHART_HEAD.half, YES_NO, 6),
    { heading: CHART_HEAD.axisTitle, width: 10 },
    { heading: CHART_HEAD.secondAxisTitle, width: 10 },
    { heading: CHART_HEAD.series, others: ["系列"], width: 16, essential: true },
    { heading: CHART_HEAD.value, width: 24, essential: true },
    choice(CHART_HEAD.answer, ANSWERS, 6),
    choice(CHART_HEAD.draw, DRAWN, 6),
    choice(CHART_HEAD.reference, REFERENCES, 8),
    choice(CHART_HEAD.secondAxis, YES_NO, 7),
    choice(CHART_HEAD.labels, YES_NO, 7),
    { heading: CHART_HEAD.description, width: 40 },
  ],
};

export function chartsSheet({ charts }: Template, say: Say): SheetPlan {
  return tableSheet(TABLE, charts.flatMap(rowsOf), {
    title: say("template.charts.title"),
    notes: [say("template.charts.note"), say("template.charts.data")],
  });
}

function rowsOf(chart: ChartSpec): PlannedRow[] {
  return chart.series.map((series, i) => ({
    band: i === 0,
    cells: { ...(i === 0 ? chartCells(chart) : {}), ...seriesCells(series) },
  }));
}

function chartCells(chart: ChartSpec): PlannedRow["cells"] {
  return {
    [CHART_HEAD.id]: chart.id,
    [CHART_HEAD.title]: chart.title,
    [CHART_HEAD.kind]: CHART_KINDS[chart.kind],
    [CHART_HEAD.grouping]: GROUPINGS[chart.grouping],
    [CHART_HEAD.by]: CATEGORIES[chart.by],
    [CHART_HEAD.units]: writeKinds(chart.units),
    [CHART_HEAD.order]: ORDERS[chart.order],
    [CHART_HEAD.orderBy]: chart.orderBy,
    [CHART_HEAD.top]: chart.top,
    [CHART_HEAD.half]: yesNo(chart.half),
    [CHART_HEAD.axisTitle]: chart.axisTitle,
    [CHART_HEAD.secondAxisTitle]: chart.secondAxisTitle,
    [CHART_HEAD.description]: chart.description,
  };
}

function seriesCells(series: ChartSeries): PlannedRow["cells"] {
  return {
    [CHART_HEAD.series]: series.title,
    [CHART_HEAD.value]: series.value,
    [CHART_HEAD.answer]: series.answer && ANSWERS[series.answer],
    [CHART_HEAD.draw]: DRAWN[series.draw],
    [CHART_HEAD.reference]: series.reference && REFERENCES[series.reference],
    [CHART_HEAD.secondAxis]: yesNo(series.secondAxis),
    [CHART_HEAD.labels]: yesNo(series.labels),
  };
}

/** A chart and the rows of its series, for what is asked of them once the lines are known. */
export interface ChartRows {
  readonly chart: ChartSpec;
  readonly row: TableRow;
  readonly seriesRows: readonly TableRow[];
}

/** A row without 图号 is one more series of the chart above. */
export function readCharts(sheet: Sheet, problems: Problems): readonly ChartRows[] {
  const charts: {
    chart: Omit<ChartSpec, "series">;
    row: TableRow;
    series: ChartSeries[];
    seriesRows: TableRow[];
  }[] = [];
  const seen = new Map<string, string>();
  for (const row of readTable(sheet, TABLE, problems) ?? []) {
    const id = row.text(CHART_HEAD.id);
    if (id !== "" || charts.length === 0) {
      once(seen, id, row, CHART_HEAD.id);
      charts.push({ chart: readChart(row), row, series: [], seriesRows: [] });
    }
    const own = charts.at(-1)!;
    own.series.push(readSeries(row));
    own.seriesRows.push(row);
  }
  return charts.map(({ chart, row, series, seriesRows }) => ({
    chart: { ...chart, series },
    row,
    seriesRows,
  }));
}

function readChart(row: TableRow): Omit<ChartSpec, "series"> {
  const by = row.choice(CHART_HEAD.by, CATEGORIES) ?? "unit";
  return {
    id: row.needed(CHART_HEAD.id),
    title: row.needed(CHART_HEAD.title),
    ...defined({ description: row.optional(CHART_HEAD.description) }),
    kind: row.choice(CHART_HEAD.kind, CHART_KINDS) ?? "column",
    grouping: row.choice(CHART_HEAD.grouping, GROUPINGS) ?? "clustered",
    by,
    units: row.kinds(CHART_HEAD.units) ?? ["T", "D", "H"],
    order: row.choice(CHART_HEAD.order, ORDERS) ?? (by === "unit" ? "descending" : "register"),
    ...defined({ orderBy: row.optional(CHART_HEAD.orderBy), top: row.count(CHART_HEAD.top) }),
    half: row.yesNo(CHART_HEAD.half) ?? false,
    ...defined({
      axisTitle: row.optional(CHART_HEAD.axisTitle),
      secondAxisTitle: row.optional(CHART_HEAD.secondAxisTitle),
    }),
  };
}

function readSeries(row: TableRow): ChartSeries {
  const reference = row.choice(CHART_HEAD.reference, REFERENCES);
  return {
    title: row.needed(CHART_HEAD.series),
    value: row.text(CHART_HEAD.value),
    ...defined({ answer: row.choice(CHART_HEAD.answer, ANSWERS) }),
    draw: row.choice(CHART_HEAD.draw, DRAWN) ?? (reference === undefined ? "bars" : "line"),
    ...defined({ reference }),
    secondAxis: row.yesNo(CHART_HEAD.secondAxis) ?? false,
    labels: row.yesNo(CHART_HEAD.labels) ?? false,
  };
}
