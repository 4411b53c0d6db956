/** The look of official forms: 宋体 and 黑体, thin rules, pale fields for what a person fills in. */
import type { CellStyle } from "../workbook/plan";
import { BORDERED, HEADER_FILL, HEADING_FONT } from "../workbook/styles";
import { formatOf, typedFormat } from "./number-formats";
import type { IndicatorKind } from "./template";

const FIELD = "FFF8DC";
const LOCKED = "F2F2F2";
const OFF = "D9D9D9";

export const STYLES = {
  title: { font: HEADING_FONT, size: 16, bold: true, horizontal: "center", vertical: "center" },
  block: { size: 10, horizontal: "left", vertical: "center", wrap: true },
  captionLeft: { size: 11, vertical: "center" },
  captionCenter: { size: 11, horizontal: "center", vertical: "center" },
  captionRight: { size: 11, horizontal: "right", vertical: "center" },
  head: { ...BORDERED, font: HEADING_FONT, horizontal: "center", wrap: true, fill: HEADER_FILL },
  mark: { ...BORDERED, size: 9, horizontal: "center" },
  stub: { ...BORDERED, horizontal: "center" },
  signature: { size: 11, vertical: "center" },
  note: { size: 9, vertical: "top", wrap: true },
  identity: { size: 8, color: "808080", format: "@" },
  off: { ...BORDERED, fill: OFF },
  reason: { ...BORDERED, size: 10, wrap: true, fill: FIELD, unlocked: true, format: "@" },
  reasonLocked: { ...BORDERED, size: 10, wrap: true, horizontal: "left", indent: 1 },
} as const satisfies Readonly<Record<string, CellStyle>>;

const NAMES: readonly CellStyle[] = [1, 2, 3, 4].map((indent) => ({
  ...BORDERED,
  wrap: true,
  indent,
}));

/** The line's name, indented below its total. */
export function nameStyle(indent: number): CellStyle {
  return NAMES[Math.min(indent, NAMES.length - 1)]!;
}

/** `open`: a person fills it in; `locked`: it is carried or computed; `plain`: a figure of the county. */
export type CellRole = "open" | "locked" | "plain";

const ROLES: Readonly<Record<CellRole, CellStyle>> = {
  open: { ...BORDERED, fill: FIELD, unlocked: true },
  locked: { ...BORDERED, fill: LOCKED },
  plain: BORDERED,
};

/** One object per look, so that the writer stores each style once. */
const VALUE_STYLES = new Map<string, CellStyle>();

/** The style of a value of this kind. */
export function valueStyle(kind: IndicatorKind, role: CellRole): CellStyle {
  const key = `${kind} ${role}`;
  let style = VALUE_STYLES.get(key);
  if (!style) {
    const isRead = role === "plain" && kind !== "date";
    style = { ...ROLES[role], format: isRead ? formatOf(kind) : typedFormat(kind), ...alignment(kind) };
    VALUE_STYLES.set(key, style);
  }
  return style;
}

function alignment(kind: IndicatorKind): CellStyle {
  if (kind === "text") return { wrap: true, horizontal: "left", size: 10 };
  return { horizontal: kind === "yesNo" || kind === "choice" || kind === "date" ? "center" : "right" };
}
