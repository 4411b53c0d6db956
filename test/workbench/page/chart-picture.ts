/** Draws a chart from what the simulated Excel holds: its series read from the cells as they are now. */
import { Chart, registerables, type ChartConfiguration, type ChartDataset, type Plugin } from "chart.js";
import type { ChartView, SeriesView } from "../../excel-host/person/workbook-view";
import { formatValue } from "../../excel-host/model/values";

Chart.register(...registerables);
Chart.defaults.font.family = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

type Kind = "bar" | "line" | "pie" | "doughnut";
type Options = NonNullable<ChartConfiguration<Kind>["options"]>;

const PIXELS_PER_POINT = 96 / 72;
const COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47", "#264478", "#9E480E"];

export interface Picture {
  readonly src: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const drawn = new Map<string, string>();

/** A picture of the chart, in pixels of the sheet. */
export function chartPicture(chart: ChartView): Picture {
  const { left, top, width, height } = chart.box;
  const box = {
    left: left * PIXELS_PER_POINT,
    top: top * PIXELS_PER_POINT,
    width: Math.max(120, width * PIXELS_PER_POINT),
    height: Math.max(80, height * PIXELS_PER_POINT),
  };
  const key = JSON.stringify([chart.type, chart.title, chart.format, chart.series, box.width, box.height]);
  let src = drawn.get(key);
  if (src === undefined) drawn.set(key, (src = draw(chart, box.width, box.height)));
  return { src, ...box };
}

function draw(chart: ChartView, width: number, height: number): string {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const picture = new Chart(canvas, configOf(chart));
  const src = canvas.toDataURL("image/png");
  picture.destroy();
  return src;
}

function configOf(chart: ChartView): ChartConfiguration<Kind> {
  const categories = chart.series[0]?.categories.map(String) ?? [];
  return {
    type: kindOf(chart.type),
    data: {
      labels: categories,
      datasets: chart.series.map((series, i) => datasetOf(series, i, categories.length)),
    },
    options: optionsOf(chart),
    plugins: [background, labels(chart)],
  };
}

/** `ColumnStacked100` → bar; `LineMarkers` → line. */
function kindOf(type: string): Kind {
  if (type.startsWith("Line")) return "line";
  if (type.startsWith("Pie")) return "pie";
  return type.startsWith("Doughnut") ? "doughnut" : "bar";
}

function datasetOf(series: SeriesView, index: number, points: number): ChartDataset<Kind, (number | null)[]> {
  const kind = kindOf(series.type);
  const session = kind === "pie" || kind === "doughnut";
  const color = colorOf(series) ?? COLORS[index % COLORS.length]!;
  const isDashed = at(series.format, "format/", "line/", "lineStyle") === "Dash";
  return {
    type: kind,
    label: series.name,
    data: series.values.map((value) => (typeof value === "number" ? value : null)),
    backgroundColor: session ? Array.from({ length: points }, (_, i) => COLORS[i % COLORS.length]!) : color,
    ...(kind === "line"
      ? {
          borderColor: color,
          borderWidth: 2,
          pointRadius: isDashed ? 0 : 3,
          borderDash: isDashed ? [6, 4] : [],
          order: -1,
        }
      : {}),
    ...(at(series.format, "axisGroup") === "Secondary" ? { yAxisID: "second" } : {}),
  } as ChartDataset<Kind, (number | null)[]>;
}

function colorOf({ format }: SeriesView): string | undefined {
  const color = at(format, "format/", "fill/", "color") ?? at(format, "format/", "line/", "color");
  return typeof color === "string" ? color : undefined;
}

function optionsOf(chart: ChartView): Options {
  const isBar = chart.type.startsWith("Bar");
  const stacked = /Stacked/.test(chart.type);
  const hasSecond = chart.series.some(({ format }) => at(format, "axisGroup") === "Secondary");
  const legend = at(chart.format, "legend/", "position") === "Right" ? "right" : "bottom";
  const session = ["pie", "doughnut"].includes(kindOf(chart.type));
  const values = { stacked, beginAtZero: true, ...(/100$/.test(chart.type) ? { max: 100 } : {}) };
  return {
    animation: false,
    responsive: false,
    devicePixelRatio: 2,
    indexAxis: isBar ? "y" : "x",
    plugins: {
      title: {
        display: chart.title !== undefined,
        text: chart.title ?? "",
        font: { size: 14 },
        color: "#333",
      },
      legend: {
        display: at(chart.format, "legend/", "visible") !== false,
        position: legend,
        labels: { usePointStyle: true, pointStyle: "rect" },
      },
    },
    ...(session
      ? {}
      : {
          scales: {
            x: isBar ? values : { stacked, ticks: { autoSkip: false, maxRotation: 60 } },
            y: isBar ? { stacked, reverse: false } : values,
            ...(hasSecond
              ? { second: { position: "right", beginAtZero: true, grid: { display: false } } }
              : {}),
          },
        }),
  } as Options;
}

/** Excel's charts are white where the canvas would be transparent. */
const background: Plugin<Kind> = {
  id: "background",
  beforeDraw: ({ ctx, width, height }) => {
    ctx.fillStyle = "#FFFFFF";
    ctx.fillRect(0, 0, width, height);
    ctx.strokeStyle = "#D9D9D9";
    ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
  },
};

/** The numbers at the points of series that show them. */
function labels(chart: ChartView): Plugin<Kind> {
  return {
    id: "labels",
    afterDatasetsDraw: (picture) => {
      const { ctx } = picture;
      Object.assign(ctx, { fillStyle: "#333333", font: "11px sans-serif", textAlign: "center" });
      chart.series.forEach((series, i) => {
        if (at(series.format, "hasDataLabels") !== true) return;
        const format = String(at(series.format, "dataLabels/", "numberFormat") ?? "General");
        picture.getDatasetMeta(i).data.forEach((point, at) => {
          const value = series.values[at];
          if (typeof value !== "number") return;
          const { x, y } = point.tooltipPosition(true);
          ctx.fillText(formatValue(value, format), x ?? 0, (y ?? 0) - 6);
        });
      });
    },
  };
}

/** A value in the nested plain data of a chart's format; undefined where it was never set. */
function at(data: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}
