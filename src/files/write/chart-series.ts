/** The series of a chart with its name, look, labels and points. The order of elements is the schema's. */
import type { ChartLayout, Series } from "./chart-layout";
import { labelsXml } from "./chart-labels";
import {
  barShape,
  line,
  lineShape,
  NO_LINE_SHAPE,
  paletteColor,
  setting,
  sliceShape,
  solidFill,
} from "./chart-style";
import { categoryReference, numberReference, numbersOf, textReference, type PlanCells } from "./plan-cells";
import { element } from "./xml";

/** One after the other, so that lines can be distinguished without colours. */
const MARKERS = ["circle", "square", "triangle", "diamond", "x", "star"] as const;
const MARKER_SIZE = 7;
/** Without a line to lead the eye. */
const POINT_SIZE = 9;

export function seriesXml(series: Series, layout: ChartLayout, cells: PlanCells): string {
  const { plan, index, kind } = series;
  const values = numbersOf(plan.values, cells);
  const labels = labelsXml(series, layout, values);
  return element(
    "c:ser",
    {},
    setting("idx", index),
    setting("order", index),
    element("c:tx", {}, textReference(plan.name, cells)),
    lookXml(series, values.length),
    labels,
    element("c:cat", {}, categoryReference(layout.plan.categories, cells)),
    element("c:val", {}, numberReference(plan.values, cells)),
    kind === "line" ? setting("smooth", false) : "",
  );
}

function lookXml(series: Series, points: number): string {
  const { kind, color, plan } = series;
  if (kind === "line")
    return (plan.points ? NO_LINE_SHAPE : lineShape(color, plan.dashed ?? false)) + markerXml(series);
  if (kind === "pie" || kind === "doughnut") return slicesXml(points);
  return barShape(color) + setting("invertIfNegative", false);
}

function markerXml({ plan, index, color }: Series): string {
  if (plan.dashed) return element("c:marker", {}, setting("symbol", "none"));
  const shape = element("c:spPr", {}, solidFill(color), line("FFFFFF", 0.5));
  const symbol = MARKERS[index % MARKERS.length]!;
  return element(
    "c:marker",
    {},
    setting("symbol", symbol),
    setting("size", plan.points ? POINT_SIZE : MARKER_SIZE),
    shape,
  );
}

/** Every slice has a colour of its own. */
function slicesXml(points: number): string {
  const slices = Array.from({ length: points }, (_, index) =>
    element("c:dPt", {}, setting("idx", index), setting("bubble3D", false), sliceShape(paletteColor(index))),
  );
  return slices.join("");
}
