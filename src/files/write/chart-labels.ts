/** Data labels: where they are and what they say. */
import type { ChartLayout, Series } from "./chart-layout";
import { paletteColor, setting, textColorOn, textProperties, TEXT_COLOR } from "./chart-style";
import { element } from "./xml";

const LABEL_SIZE = 9;
const NO_BOX = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>";

/** All six must be said: Excel and others differ in what they take an absent one for. */
function shows(what: { value?: boolean; category?: boolean; percent?: boolean }): string {
  return [
    setting("showLegendKey", false),
    setting("showVal", what.value ?? false),
    setting("showCatName", what.category ?? false),
    setting("showSerName", false),
    setting("showPercent", what.percent ?? false),
    setting("showBubbleSize", false),
  ].join("");
}

function numberFormat(code: string | undefined): string {
  return code === undefined ? "" : element("c:numFmt", { formatCode: code, sourceLinked: false });
}

/** `values` are the series' numbers now: a slice of nothing gets no label, it would lie on its neighbour's. */
export function labelsXml(
  series: Series,
  layout: ChartLayout,
  values: readonly (number | undefined)[],
): string {
  // The numbers are in the table; labels upon each other could not be read.
  if (!series.plan.labels || (series.kind === "column" && layout.labelSize === null)) return "";
  return layout.pie ? pieLabels(series, layout, values) : axisLabels(series, layout);
}

function axisLabels({ plan, kind, color }: Series, layout: ChartLayout): string {
  const { position, inside } = place(kind, layout);
  const text = textProperties({
    size: (kind === "column" && layout.labelSize) || LABEL_SIZE,
    color: inside ? textColorOn(color) : TEXT_COLOR,
  });
  return element(
    "c:dLbls",
    {},
    numberFormat(plan.labelFormat),
    NO_BOX,
    text,
    setting("dLblPos", position),
    shows({ value: true }),
  );
}

/** Columns under lines have their labels at the foot, out of the lines' way. */
function place(kind: Series["kind"], { plan, combined }: ChartLayout): { position: string; inside: boolean } {
  if (kind === "line") return { position: "t", inside: false };
  if (plan.grouping === "stacked" || plan.grouping === "percentStacked")
    return { position: "ctr", inside: true };
  return combined ? { position: "inBase", inside: true } : { position: "outEnd", inside: false };
}

/** Shares unless the format says that numbers are wanted. Without a legend the labels name the slices. */
function pieLabels(
  { plan }: Series,
  { plan: chart }: ChartLayout,
  values: readonly (number | undefined)[],
): string {
  const format = plan.labelFormat ?? "0.0%";
  const percent = format.includes("%");
  const shown = shows({ value: !percent, percent, category: chart.legend === "none" });
  const separator = element("c:separator", {}, "\n");
  // Only a pie has room outside its slices; a ring's labels are on it and need a colour that can be read there.
  const pie = chart.kind === "pie";
  const look = (color: string): string =>
    numberFormat(format) +
    NO_BOX +
    textProperties({ size: LABEL_SIZE, color }) +
    (pie ? setting("dLblPos", "outEnd") : "");
  const onePoint = (value: number | undefined, index: number): string => {
    if (!value) return element("c:dLbl", {}, setting("idx", index), setting("delete", true));
    if (pie) return "";
    return element(
      "c:dLbl",
      {},
      setting("idx", index),
      look(textColorOn(paletteColor(index))),
      shown,
      separator,
    );
  };
  return element(
    "c:dLbls",
    {},
    ...values.map(onePoint),
    look(TEXT_COLOR),
    shown,
    separator,
    setting("showLeaderLines", pie),
  );
}
