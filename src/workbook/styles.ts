/** How our sheets look: few muted colours, every meaning also in words, so that they read in black and white. */
import type { CellStyle, PrintPlan } from "./plan";
import { halfWidths } from "./text-lines";

const INK = "1F2D3A";
const QUIET = "5B6670";
export const HEADER_FILL = "E6ECF1";
const TOTAL_FILL = "F4F1E8";
const BLOCKED_FILL = "EDEDED";

export const HEADING_FONT = "黑体";

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
/** A cell of a table. */
export const BORDERED: CellStyle = { border: "thin", vertical: "center" };
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
export const TEXT: CellStyle = { ...BORDERED, size: 10 };
export const WRAPPED: CellStyle = { ...TEXT, wrap: true };
export const CENTERED: CellStyle = { ...TEXT, horizontal: "center" };
/** Codes and addresses: text, even where it looks like a number. */
export const CODE: CellStyle = { ...CENTERED, format: "@" };
export const LINK: CellStyle = { ...TEXT, color: "1F4E79", underline: true };
export const CODE_LINK: CellStyle = { ...CODE, color: "1F4E79", underline: true };
export const TOTAL_LABEL: CellStyle = { ...TEXT, bold: true, fill: TOTAL_FILL };
/** Nothing may be here: the line is not this unit's to fill. */
export const BLOCKED: CellStyle = { ...TEXT, fill: BLOCKED_FILL };

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

/** Every sheet prints on A4, one page wide, with its name and the pages below. */
export function pages(footer: string, more: PrintPlan = {}): PrintPlan {
  return { fitWidth: 1, fitHeight: 0, footer, ...more };
}
