/** A native chart's part (ECMA-376 part 1, 21.2). */
import type { ChartPlan } from "../../workbook/plan";
import { axesXml, FIRST_AXES, SECOND_AXES } from "./chart-axes";
import { layOut, type ChartLayout, type Plot } from "./chart-layout";
import { seriesXml } from "./chart-series";
import { FRAME, setting, textProperties, titleXml } from "./chart-style";
import type { SheetGeometry } from "./geometry";
import type { PlanCells } from "./plan-cells";
import { element, NAMESPACES } from "./xml";

const TITLE = { size: 14, bold: true };
const LEGEND_SIZE = 9;

/** `geometry` is that of the sheet on which the chart is. */
export function chartXml(plan: ChartPlan, cells: PlanCells, geometry: SheetGeometry): string {
  const layout = layOut(plan, cells, geometry);
  const plots = layout.plots.map((plot) => plotXml(plot, layout, cells));
  const chart = element(
    "c:chart",
    {},
    titleXml(plan.title, TITLE),
    setting("autoTitleDeleted", false),
    element("c:plotArea", {}, "<c:layout/>", ...plots, axesXml(layout, valueFormat(plan, cells))),
    legendXml(layout),
    // Hidden rows and columns count: a chart never shows less than the table does.
    setting("plotVisOnly", false),
    setting("dispBlanksAs", "gap"),
  );
  return element(
    "c:chartSpace",
    { "xmlns:c": NAMESPACES.chart, "xmlns:a": NAMESPACES.drawing, "xmlns:r": NAMESPACES.relationship },
    setting("date1904", false),
    setting("lang", "zh-CN"),
    setting("roundedCorners", false),
    chart,
    FRAME,
    textProperties({ size: LEGEND_SIZE }),
  );
}

function plotXml(plot: Plot, layout: ChartLayout, cells: PlanCells): string {
  const series = plot.series.map((one) => seriesXml(one, layout, cells)).join("");
  const ids = plot.secondAxis ? SECOND_AXES : FIRST_AXES;
  const axes = setting("axId", ids.category) + setting("axId", ids.value);
  const grouping = layout.plan.grouping ?? "clustered";
  switch (plot.kind) {
    case "pie":
      return element("c:pieChart", {}, setting("varyColors", true), series, setting("firstSliceAng", 0));
    case "doughnut": {
      const ring = setting("firstSliceAng", 0) + setting("holeSize", 55);
      return element("c:doughnutChart", {}, setting("varyColors", true), series, ring);
    }
    case "line": {
      // Lines over stacked columns are not stacked themselves.
      const standard = setting(
        "grouping",
        grouping === "clustered" || layout.combined ? "standard" : grouping,
      );
      const marker = setting("marker", true);
      return element("c:lineChart", {}, standard, setting("varyColors", false), series, marker, axes);
    }
    default: {
      const direction =
        setting("barDir", plot.kind === "bar" ? "bar" : "col") + setting("grouping", grouping);
      const spacing = setting("gapWidth", 60) + setting("overlap", grouping === "clustered" ? 0 : 100);
      return element("c:barChart", {}, direction, setting("varyColors", false), series, spacing, axes);
    }
  }
}

/** One series needs no legend, the title names it; slices always do unless their labels name them. */
function legendXml({ plan, pie }: ChartLayout): string {
  const position = plan.legend ?? (pie ? "right" : plan.series.length > 1 ? "bottom" : "none");
  if (position === "none") return "";
  return element(
    "c:legend",
    {},
    setting("legendPos", position === "right" ? "r" : "b"),
    setting("overlay", false),
    textProperties({ size: LEGEND_SIZE }),
  );
}

function valueFormat(plan: ChartPlan, cells: PlanCells): string {
  const first = plan.series.find(({ secondAxis }) => !secondAxis);
  const cell = first && cells.of(first.values).find((one) => one?.style?.format !== undefined);
  return cell?.style?.format ?? "General";
}
