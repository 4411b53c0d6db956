/** How charts look: colours, lines, fonts. Everything must also be distinguished in a black-and-white print. */
import { luminance, rgb } from "./color";
import { element, escapeText } from "./xml";

/** Dark and light in turn, so that neighbours differ in grey too. */
const PALETTE = ["1F4E79", "F4B183", "548235", "9DC3E6", "7F6000", "FFD966", "7030A0", "BFBFBF"] as const;
/** Lines are too thin for light colours; their markers distinguish them in grey. */
const LINE_PALETTE = [
  "1F4E79",
  "C55A11",
  "548235",
  "7030A0",
  "7F6000",
  "404040",
  "0070C0",
  "A61C00",
] as const;
export const TARGET_COLOR = "C00000";
export const TEXT_COLOR = "262626";
const GRID_COLOR = "D9D9D9";
const OUTLINE_COLOR = "404040";
const FONT = "微软雅黑";
/** English Metric Units in a point. */
const POINT = 12_700;

export function paletteColor(index: number): string {
  return PALETTE[index % PALETTE.length]!;
}

export function lineColor(index: number): string {
  return LINE_PALETTE[index % LINE_PALETTE.length]!;
}

/** Black or white, whichever can be read on the colour. */
export function textColorOn(color: string): string {
  return luminance(color) > 0.3 ? TEXT_COLOR : "FFFFFF";
}

export function solidFill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${rgb(color)}"/></a:solidFill>`;
}

export function line(color: string, points: number, dash?: string): string {
  const pattern = dash === undefined ? "" : element("a:prstDash", { val: dash });
  return element("a:ln", { w: Math.round(points * POINT) }, solidFill(color), pattern);
}

const NO_LINE = "<a:ln><a:noFill/></a:ln>";
export const NO_LINE_SHAPE = element("c:spPr", {}, NO_LINE);

export function barShape(color: string): string {
  return element("c:spPr", {}, solidFill(color), line(OUTLINE_COLOR, 0.5));
}

export function sliceShape(color: string): string {
  return element("c:spPr", {}, solidFill(color), line("FFFFFF", 1));
}

export function lineShape(color: string, dashed: boolean): string {
  return element("c:spPr", {}, line(color, dashed ? 1.75 : 2.25, dashed ? "dash" : undefined));
}

export const GRID_LINES = element("c:majorGridlines", {}, element("c:spPr", {}, line(GRID_COLOR, 0.5)));
export const AXIS_LINE = element("c:spPr", {}, line("7F7F7F", 0.75));
export const BARE_AXIS = element("c:spPr", {}, NO_LINE);
/** No line around: where a chart begins a page, it would be printed at the foot of the page before as well. */
export const FRAME = element("c:spPr", {}, solidFill("FFFFFF"), NO_LINE);

/** Degrees, clockwise. */
export interface TextOptions {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly rotation?: number;
  /** Downwards, sign below sign. */
  readonly upright?: boolean;
}

function fontProperties(name: string, { size, bold, color }: TextOptions, language?: string): string {
  const attributes = { lang: language, sz: Math.round(size * 100), b: bold ?? false };
  const faces = `<a:latin typeface="${FONT}"/><a:ea typeface="${FONT}"/>`;
  return element(name, attributes, solidFill(color ?? TEXT_COLOR), faces);
}

/** DrawingML counts angles in 60,000ths of a degree. */
function body({ rotation, upright }: TextOptions): string {
  if (upright) return element("a:bodyPr", { rot: 0, vert: "wordArtVert" });
  return rotation === undefined
    ? "<a:bodyPr/>"
    : element("a:bodyPr", { rot: rotation * 60_000, vert: "horz" });
}

/** The font of labels, a legend or an axis. */
export function textProperties(options: TextOptions): string {
  const paragraph = `<a:p><a:pPr>${fontProperties("a:defRPr", options)}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p>`;
  return element("c:txPr", {}, body(options), "<a:lstStyle/>", paragraph);
}

/** A chart's or an axis' title. */
export function titleXml(text: string, options: TextOptions): string {
  const run = `<a:r>${fontProperties("a:rPr", options, "zh-CN")}<a:t>${escapeText(text)}</a:t></a:r>`;
  const paragraph = `<a:p><a:pPr>${fontProperties("a:defRPr", options)}</a:pPr>${run}</a:p>`;
  const rich = element("c:rich", {}, body(options), "<a:lstStyle/>", paragraph);
  return element("c:title", {}, element("c:tx", {}, rich), '<c:overlay val="0"/>');
}

/** `<c:name val="…"/>`, the form of nearly all settings of a chart. */
export function setting(name: string, value: string | number | boolean): string {
  return element(`c:${name}`, { val: value });
}
