/** The pieces that a cell's style is made of, each as an element of the styles part. */
import type { CellStyle, ConditionalFormatPlan } from "../../workbook/plan";
import { argb } from "./color";
import { element } from "./xml";

const DEFAULT_FONT = "宋体";
export const DEFAULT_SIZE = 11;

/** The character set of fonts with a Chinese name: GB2312, as Excel writes it. */
const GB2312 = 134;

export function fontXml(style: CellStyle): string {
  const name = style.font ?? DEFAULT_FONT;
  return element(
    "font",
    {},
    style.bold ? "<b/>" : "",
    style.italic ? "<i/>" : "",
    style.underline ? "<u/>" : "",
    element("sz", { val: style.size ?? DEFAULT_SIZE }),
    style.color === undefined ? "" : element("color", { rgb: argb(style.color) }),
    element("name", { val: name }),
    /[\u3400-\u9fff]/.test(name) ? element("charset", { val: GB2312 }) : "",
  );
}

export function fillXml(color: string | undefined): string {
  if (color === undefined) return '<fill><patternFill patternType="none"/></fill>';
  const colors = `<fgColor rgb="${argb(color)}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="solid">${colors}</patternFill></fill>`;
}

export function borderXml(border: CellStyle["border"]): string {
  const line = border === "bottom" ? "thin" : border;
  const side = (name: string): string =>
    line !== undefined && (border !== "bottom" || name === "bottom")
      ? element(name, { style: line }, '<color auto="1"/>')
      : element(name);
  return element("border", {}, ...["left", "right", "top", "bottom"].map(side), "<diagonal/>");
}

export function alignmentXml(style: CellStyle): string {
  const { horizontal, vertical, wrap, indent } = style;
  if (horizontal === undefined && vertical === undefined && !wrap && !indent) return "";
  return element("alignment", {
    // An indent counts only from an edge.
    horizontal: horizontal ?? (indent ? "left" : undefined),
    vertical,
    wrapText: wrap || undefined,
    indent: indent || undefined,
  });
}

export function differentialXml({ color, fill, bold }: ConditionalFormatPlan["style"]): string {
  const font = (bold ? "<b/>" : "") + (color === undefined ? "" : element("color", { rgb: argb(color) }));
  // In a differential format the solid colour is in bgColor (18.8.32 says fgColor for cell formats only).
  const pattern =
    fill === undefined ? "" : `<patternFill patternType="solid"><bgColor rgb="${argb(fill)}"/></patternFill>`;
  return element("dxf", {}, font && element("font", {}, font), pattern && element("fill", {}, pattern));
}
