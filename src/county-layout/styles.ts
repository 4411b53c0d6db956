/** How the county workbook looks: few muted colours, every meaning also in words, so that it reads in black and white. */
import type { CellStyle, PrintPlan } from "../workbook/plan";
import type { IndicatorKind } from "../template/template";
import type { Say } from "../findings/say";

const INK = "1F2D3A";
const QUIET = "5B6670";
const HEADER_FILL = "E6ECF1";
const TOTAL_FILL = "F4F1E8";
const BLOCKED_FILL = "EDEDED";

const HEADING_FONT = "黑体";

export const TITLE: CellStyle = { font: HEADING_FONT, size: 16, color: INK, vertical: "center" };
export const TITLE_CENTERED: CellStyle = { ...TITLE, horizontal: "center" };
export const SECTION: CellStyle = { font: HEADING_FONT, size: 12, color: INK, vertical: "center" };
export const NOTE: CellStyle = { size: 10, color: QUIET, vertical: "center" };
export const NOTE_WRAPPED: CellStyle = { ...NOTE, wrap: true, vertical: "top" };
/** What must not be overlooked: a box as well as a colour. */
export const WARNING: CellStyle = {
  bold: true,
  color: "8A2B0E",
  fill: "FBEFE6",
  border: "medium",
  vertical: "center",
  wrap: true,
};
export const HEADER: CellStyle = {
  bold: true,
  size: 10,
  color: INK,
  fill: HEADER_FILL,
  border: "thin",
  horizontal: "center",
  vertical: "center",
  wrap: true,
};
export const TEXT: CellStyle = { size: 10, border: "thin", vertical: "center" };
export const WRAPPED: CellStyle = { ...TEXT, wrap: true };
export const CENTERED: CellStyle = { ...TEXT, horizontal: "center" };
/** Codes and addresses: text, even where it looks like a number. */
export const CODE: CellStyle = { ...CENTERED, format: "@" };
export const LINK: CellStyle = { ...TEXT, color: "1F4E79", underline: true };
export const CODE_LINK: CellStyle = { ...CODE, color: "1F4E79", underline: true };
export const TOTAL_LABEL: CellStyle = { ...TEXT, bold: true, fill: TOTAL_FILL };
/** Nothing may stand here: the line is not this unit's to fill. */
export const BLOCKED: CellStyle = { ...TEXT, fill: BLOCKED_FILL };

const FORMATS: Readonly<Record<IndicatorKind, string>> = {
  whole: "#,##0",
  amount: "#,##0",
  decimal: "#,##0.0#",
  percent: "0.0",
  date: "yyyy-mm-dd",
  yesNo: "General",
  choice: "General",
  text: "@",
};

/** The number format of a line's values. Shares and percentage points have one decimal. */
export function formatOf(kind: IndicatorKind, measure = ""): string {
  return measure === "个百分点" ? FORMATS.percent : FORMATS[kind];
}

/** A signed number format for changes: `+135`, `-4`, `0`; with its measure where that is not the line's own. */
export function changeFormat(format: string, measure = ""): string {
  const signed = measure === "" ? format : `${format}"${measure}"`;
  return `+${signed};-${signed};0`;
}

/** Two rates differ by percentage points, never by per cent. */
export function changeMeasure(kind: IndicatorKind, say: Say): string {
  return kind === "percent" ? say("report.points") : "";
}

const VALUES = new Map<string, CellStyle>();

/** A value in a table. One object per look, as styles are shared by identity. */
export function valueStyle(
  format: string,
  more: { readonly total?: boolean; readonly approximate?: boolean } = {},
): CellStyle {
  const key = `${format}|${more.total}|${more.approximate}`;
  let style = VALUES.get(key);
  if (!style) {
    style = {
      ...TEXT,
      format,
      horizontal: format === "@" ? "left" : format === "General" ? "center" : "right",
      ...(format === "@" ? { wrap: true } : {}),
      ...(more.total ? { bold: true, fill: TOTAL_FILL } : {}),
      ...(more.approximate ? { italic: true } : {}),
    };
    VALUES.set(key, style);
  }
  return style;
}

const WIDEST_CODE = 22;

/** Characters for a column of codes: an office's own are as long as its labels. */
export function codeWidth(codes: readonly string[], least: number): number {
  return Math.min(WIDEST_CODE, Math.max(least, ...codes.map((code) => halfWidths(code) + 1)));
}

/** How many lines the longest code takes in a column so wide. */
export function codeLines(codes: readonly string[], width: number): number {
  return Math.max(1, ...codes.map((code) => Math.ceil(halfWidths(code) / (width - 1))));
}

function halfWidths(text: string): number {
  let sum = 0;
  for (const character of text) sum += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
  return sum;
}

/** Every sheet prints on A4, one page wide, with its name and the pages below. */
export function pages(footer: string, more: PrintPlan = {}): PrintPlan {
  return { fitWidth: 1, fitHeight: 0, footer, ...more };
}
