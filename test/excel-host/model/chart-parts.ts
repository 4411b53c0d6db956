import type { ChartState } from "../book/chart-state";
import type { PropertyBag } from "../book/property-bag";
import { invalidArgument } from "../protocol/errors";
import { defineBag, defineClass } from "../protocol/server-object";
import { readColor } from "./color";

/** `setSolidColor` is a method, the other colours of charts are properties. */
export const chartFill = defineBag("ChartFill", {
  methods: {
    setSolidColor: (bag, args) => void bag.values.set("color", readColor(args.text(0))),
    clear: (bag) => void bag.values.set("color", "none"),
  },
});

for (const className of ["ChartLineFormat", "ChartBorder"]) {
  defineBag(className, {
    scalars: {
      color: {
        get: (bag) => bag.values.get("color") ?? "",
        set: (bag, value) => void bag.values.set("color", readColor(value)),
      },
    },
    methods: { clear: (bag) => void bag.values.set("lineStyle", "None") },
  });
}

defineBag("ChartFont", {
  scalars: {
    color: {
      get: (bag) => bag.values.get("color") ?? "#000000",
      set: (bag, value) => void bag.values.set("color", readColor(value)),
    },
  },
});

/** A new chart has a legend; where it stands differs between versions of Excel, so that must be set. */
export const chartLegend = defineBag("ChartLegend", { defaults: { visible: true, overlay: false } });

/** A chart of one series bears its name as title, others bear a placeholder until somebody writes one. */
export const chartTitle = defineClass<ChartState>({
  className: "ChartTitle",
  bag: titleBag,
  defaults: { visible: true, overlay: false },
  scalars: {
    text: {
      get: (chart) => {
        const [only, second] = chart.series;
        return (
          titleBag(chart).values.get("text") ?? (only && !second ? chart.seriesName(only) : "Chart Title")
        );
      },
      set: (chart, value) => {
        if (typeof value !== "string") throw invalidArgument("title");
        // As in VBA, such a text is a reference whose cell the title shows.
        if (value.startsWith("=")) throw invalidArgument("a title that refers to a cell is not simulated");
        titleBag(chart).values.set("text", value);
        titleBag(chart).values.set("visible", true);
      },
    },
  },
});

function titleBag(chart: ChartState): PropertyBag {
  return chart.bag.child("title");
}
