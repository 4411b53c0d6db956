import type { Area } from "../../../src/workbook/address";
import type { Sheet } from "../book/sheet";
import { withoutPrefix } from "../book/style";
import { invalidArgument } from "../protocol/errors";
import type { Json } from "../protocol/messages";
import { defineClass, type ScalarDefinition } from "../protocol/server-object";
import {
  autofitColumns,
  columnWidth,
  rowHeight,
  setColumnWidth,
  setRowHeight,
  useStandard,
  usesStandard,
} from "./line-sizes";
import { assertSheetAlive } from "./place";
import { readColor } from "./color";
import { setStyle, uniformStyle } from "./uniform";

/** The format of one or several areas of a sheet. */
export interface Formatted {
  readonly sheet: Sheet;
  readonly areas: readonly Area[];
}

type Check = (value: Json) => Json;

function flag(value: Json): Json {
  if (typeof value !== "boolean") throw invalidArgument("a truth value is wanted");
  return value;
}

function text(value: Json): Json {
  if (typeof value !== "string") throw invalidArgument("a text is wanted");
  return value;
}

function numberBetween(low: number, high: number): Check {
  return (value) => {
    if (typeof value !== "number" || value < low || value > high)
      throw invalidArgument(`${low} to ${high} is wanted`);
    return value;
  };
}

/** A property that lives in the style of the cells. Reads null where the cells differ. */
function styleScalar(key: string, check: Check): ScalarDefinition<Formatted> {
  return {
    get: (target) => uniformStyle(target, key),
    set: (target, value) => setStyle(target, key, check(value)),
  };
}

function fontName(value: Json): Json {
  if (typeof value !== "string" || value.length > 31)
    throw invalidArgument("a font name has at most 31 characters");
  return value;
}

const rangeFill = defineClass<Formatted>({
  className: "RangeFill",
  assertAlive: assertSheetAlive,
  scalars: { color: styleScalar("fill.color", readColor) },
  methods: {
    clear: ({ sheet, areas }) => {
      for (const area of areas) {
        sheet.assertWritable(area, "format");
        sheet.grid.changeStyle(area, (style) => withoutPrefix(style, "fill."));
      }
    },
  },
});

const rangeFont = defineClass<Formatted>({
  className: "RangeFont",
  assertAlive: assertSheetAlive,
  scalars: {
    bold: styleScalar("font.bold", flag),
    italic: styleScalar("font.italic", flag),
    strikethrough: styleScalar("font.strikethrough", flag),
    subscript: styleScalar("font.subscript", flag),
    superscript: styleScalar("font.superscript", flag),
    underline: styleScalar("font.underline", text),
    color: styleScalar("font.color", readColor),
    name: styleScalar("font.name", fontName),
    size: styleScalar("font.size", numberBetween(1, 409)),
  },
});

const formatProtection = defineClass<Formatted>({
  className: "FormatProtection",
  assertAlive: assertSheetAlive,
  scalars: {
    locked: styleScalar("protection.locked", flag),
    formulaHidden: styleScalar("protection.formulaHidden", flag),
  },
});

const BORDERS = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Border = (typeof BORDERS)[number];

interface BorderOf extends Formatted {
  readonly border: Border;
}

/** The cells whose edge the border of an area is, and that edge. Inner borders are the edges between its cells. */
function edgeCells(area: Area, border: Border): { area: Area; edge: string } | undefined {
  switch (border) {
    case "EdgeTop":
      return { area: { ...area, bottom: area.top }, edge: border };
    case "EdgeBottom":
      return { area: { ...area, top: area.bottom }, edge: border };
    case "EdgeLeft":
      return { area: { ...area, right: area.left }, edge: border };
    case "EdgeRight":
      return { area: { ...area, left: area.right }, edge: border };
    case "InsideHorizontal":
      return area.top < area.bottom
        ? { area: { ...area, bottom: area.bottom - 1 }, edge: "EdgeBottom" }
        : undefined;
    case "InsideVertical":
      return area.left < area.right
        ? { area: { ...area, right: area.right - 1 }, edge: "EdgeRight" }
        : undefined;
    default:
      return { area, edge: border };
  }
}

function borderScalar(property: string, check: Check): ScalarDefinition<BorderOf> {
  const edges = ({ areas, border }: BorderOf): { area: Area; edge: string }[] =>
    areas.map((area) => edgeCells(area, border)).filter((edge) => edge !== undefined);
  return {
    get: (target) => {
      const found = edges(target).map(({ area, edge }) =>
        uniformStyle({ sheet: target.sheet, areas: [area] }, `borders.${edge}.${property}`),
      );
      return found.length > 0 && found.every((value) => value === found[0]) ? found[0]! : null;
    },
    set: (target, value) => {
      for (const { area, edge } of edges(target)) {
        setStyle({ sheet: target.sheet, areas: [area] }, `borders.${edge}.${property}`, check(value));
      }
    },
  };
}

const rangeBorder = defineClass<BorderOf>({
  className: "RangeBorder",
  assertAlive: assertSheetAlive,
  scalars: {
    sideIndex: { get: ({ border }) => border },
    style: borderScalar("style", text),
    weight: borderScalar("weight", text),
    color: borderScalar("color", readColor),
  },
});

const rangeBorders = defineClass<Formatted>({
  className: "RangeBorderCollection",
  assertAlive: assertSheetAlive,
  scalars: { count: { get: () => BORDERS.length } },
  items: (target) => BORDERS.map((border) => rangeBorder({ ...target, border })),
  methods: {
    getItem: (target, args) => rangeBorder({ ...target, border: borderNamed(args.text(0)) }),
    getItemAt: (target, args) => {
      const border = BORDERS[args.whole(0)];
      if (!border) throw invalidArgument("index");
      return rangeBorder({ ...target, border });
    },
  },
});

function borderNamed(name: string): Border {
  const border = BORDERS.find((known) => known === name);
  if (!border) throw invalidArgument(`border ${name}`);
  return border;
}

/** `range.format`. */
export const rangeFormat = defineClass<Formatted>({
  className: "RangeFormat",
  assertAlive: assertSheetAlive,
  scalars: {
    wrapText: styleScalar("wrapText", flag),
    shrinkToFit: styleScalar("shrinkToFit", flag),
    horizontalAlignment: styleScalar("horizontalAlignment", text),
    verticalAlignment: styleScalar("verticalAlignment", text),
    readingOrder: styleScalar("readingOrder", text),
    indentLevel: styleScalar("indentLevel", numberBetween(0, 250)),
    textOrientation: styleScalar("textOrientation", numberBetween(-90, 180)),
    columnWidth: { get: columnWidth, set: setColumnWidth },
    rowHeight: { get: rowHeight, set: setRowHeight },
    useStandardHeight: {
      get: (target) => usesStandard(target, "rows"),
      set: (target, value) => useStandard(target, "rows", value),
    },
    useStandardWidth: {
      get: (target) => usesStandard(target, "columns"),
      set: (target, value) => useStandard(target, "columns", value),
    },
  },
  navigation: {
    fill: rangeFill,
    font: rangeFont,
    borders: rangeBorders,
    protection: formatProtection,
  },
  methods: {
    autofitColumns: (target) => autofitColumns(target),
    autofitRows: ({ sheet, areas }) => {
      for (const area of areas) {
        sheet.assertWritable(area, "format");
        for (let row = area.top; row <= Math.min(area.bottom, lastUsedRow(sheet)); row++)
          sheet.grid.rowSizes.delete(row);
      }
    },
  },
});

function lastUsedRow(sheet: Sheet): number {
  return sheet.grid.usedArea(false)?.bottom ?? -1;
}
