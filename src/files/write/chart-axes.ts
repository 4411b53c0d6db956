/** The axes of a chart: categories and values, and a second pair for series with a scale of their own. */
import type { ChartLayout } from "./chart-layout";
import { AXIS_LINE, BARE_AXIS, GRID_LINES, setting, textProperties, titleXml } from "./chart-style";
import { element } from "./xml";

const AXIS_SIZE = 9;
const TITLE_SIZE = 10;

/** Ids by which plots name their axes; any numbers would do. */
export const FIRST_AXES = { category: 100, value: 101 } as const;
export const SECOND_AXES = { category: 200, value: 201 } as const;

/** `valueFormat`: the format of the values' cells, for a chart whose plan gives none. */
export function axesXml(layout: ChartLayout, valueFormat: string): string {
  if (layout.pie) return "";
  const second = layout.plots.some(({ secondAxis }) => secondAxis);
  return (
    categoryAxis(layout) +
    valueAxis(layout, valueFormat) +
    (second ? secondValueAxis(layout) + secondCategoryAxis() : "")
  );
}

function categoryAxis({ plan }: ChartLayout): string {
  const bar = plan.kind === "bar";
  return element(
    "c:catAx",
    {},
    setting("axId", FIRST_AXES.category),
    // Bars would run upwards; the first category belongs at the top.
    element("c:scaling", {}, setting("orientation", bar ? "maxMin" : "minMax")),
    setting("delete", false),
    setting("axPos", bar ? "l" : "b"),
    '<c:numFmt formatCode="General" sourceLinked="1"/>',
    ticks("low"),
    AXIS_LINE,
    textProperties({ size: AXIS_SIZE, rotation: 0, upright: plan.uprightNames ?? false }),
    setting("crossAx", FIRST_AXES.value),
    setting("crosses", "autoZero"),
    setting("auto", false),
    setting("lblAlgn", "ctr"),
    setting("lblOffset", 100),
    setting("noMultiLvlLbl", true),
  );
}

function valueAxis({ plan }: ChartLayout, valueFormat: string): string {
  const bar = plan.kind === "bar";
  const format = plan.axisFormat ?? (plan.grouping === "percentStacked" ? "0%" : valueFormat);
  return element(
    "c:valAx",
    {},
    setting("axId", FIRST_AXES.value),
    scaling(plan.axisMinimum, plan.axisMaximum),
    setting("delete", false),
    setting("axPos", bar ? "b" : "l"),
    GRID_LINES,
    axisTitle(plan.axisTitle, bar),
    element("c:numFmt", { formatCode: format, sourceLinked: false }),
    ticks("nextTo"),
    BARE_AXIS,
    textProperties({ size: AXIS_SIZE }),
    setting("crossAx", FIRST_AXES.category),
    setting("crosses", bar ? "max" : "autoZero"),
    setting("crossBetween", "between"),
  );
}

function secondValueAxis({ plan }: ChartLayout): string {
  return element(
    "c:valAx",
    {},
    setting("axId", SECOND_AXES.value),
    scaling(plan.axisMinimum),
    setting("delete", false),
    setting("axPos", "r"),
    axisTitle(plan.secondAxisTitle, false),
    element("c:numFmt", { formatCode: plan.secondAxisFormat ?? "General", sourceLinked: false }),
    ticks("nextTo"),
    BARE_AXIS,
    textProperties({ size: AXIS_SIZE }),
    setting("crossAx", SECOND_AXES.category),
    setting("crosses", "max"),
    setting("crossBetween", "between"),
  );
}

/** The order is fixed (ECMA-376 part 1, 21.2.2.160). */
function scaling(minimum?: number, maximum?: number): string {
  return element(
    "c:scaling",
    {},
    setting("orientation", "minMax"),
    maximum === undefined ? "" : setting("max", maximum),
    minimum === undefined ? "" : setting("min", minimum),
  );
}

/** It lies on the first one and is not drawn. */
function secondCategoryAxis(): string {
  return element(
    "c:catAx",
    {},
    setting("axId", SECOND_AXES.category),
    element("c:scaling", {}, setting("orientation", "minMax")),
    setting("delete", true),
    setting("axPos", "b"),
    ticks("nextTo"),
    setting("crossAx", SECOND_AXES.value),
    setting("crosses", "autoZero"),
    setting("auto", false),
    setting("lblAlgn", "ctr"),
    setting("lblOffset", 100),
    setting("noMultiLvlLbl", true),
  );
}

function ticks(labels: "nextTo" | "low"): string {
  return setting("majorTickMark", "none") + setting("minorTickMark", "none") + setting("tickLblPos", labels);
}

/** Turned along an upright axis. */
function axisTitle(text: string | undefined, level: boolean): string {
  return text === undefined ? "" : titleXml(text, { size: TITLE_SIZE, rotation: level ? 0 : -90 });
}
