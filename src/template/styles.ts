/** The look of official forms: 宋体 and 黑体, thin rules, pale fields for what a person fills in. */
import type { CellStyle } from "../workbook/plan";
import type { Indicator } from "./template";

const FIELD = "FFF8DC";
const LOCKED = "F2F2F2";
const OFF = "D9D9D9";
const HEAD = "E8EEF7";

const cell: CellStyle = { border: "thin", vertical: "center" };

export const STYLES = {
  title: { font: "黑体", size: 16, bold: true, horizontal: "center", vertical: "center" },
  block: { size: 10, horizontal: "left", vertical: "center", wrap: true },
  captionLeft: { size: 11, vertical: "center" },
  captionCenter: { size: 11, horizontal: "center", vertical: "center" },
  captionRight: { size: 11, horizontal: "right", vertical: "center" },
  head: { ...cell, font: "黑体", horizontal: "center", wrap: true, fill: HEAD },
  mark: { ...cell, size: 9, horizontal: "center" },
  stub: { ...cell, horizontal: "center" },
  signature: { size: 11, vertical: "center" },
  note: { size: 9, vertical: "top", wrap: true },
  identity: { size: 8, color: "808080", format: "@" },
  off: { ...cell, fill: OFF },
  reason: { ...cell, size: 10, wrap: true, fill: FIELD, unlocked: true, format: "@" },
  reasonLocked: { ...cell, size: 10, wrap: true },
} as const satisfies Readonly<Record<string, CellStyle>>;

const NAMES: readonly CellStyle[] = [1, 2, 3, 4].map((indent) => ({
  ...cell,
  wrap: true,
  indent,
}));

/** The line's name, standing in under its total. */
export function nameStyle(indent: number): CellStyle {
  return NAMES[Math.min(indent, NAMES.length - 1)]!;
}

/** `open`: a person fills it in; `locked`: it is carried or computed; `plain`: a figure of the county. */
export type CellRole = "open" | "locked" | "plain";

const ROLES: Readonly<Record<CellRole, CellStyle>> = {
  open: { ...cell, fill: FIELD, unlocked: true },
  locked: { ...cell, fill: LOCKED },
  plain: cell,
};

/** Number format codes by kind; per cent is kept in percentage points, hence no `%` sign. */
const FORMATS = {
  whole: "0",
  decimal: "0.0",
  amount: "#,##0",
  percent: "0.0",
  date: 'yyyy"年"m"月"d"日"',
  text: "@",
  choice: "General",
  yesNo: "General",
} as const satisfies Readonly<Record<Indicator["kind"], string>>;

const ROLE_NAMES: readonly CellRole[] = ["open", "locked", "plain"];

/** One object per look, so that the writer stores each style once. */
const VALUE_STYLES: ReadonlyMap<string, CellStyle> = new Map(
  (Object.keys(FORMATS) as (keyof typeof FORMATS)[]).flatMap((kind) =>
    ROLE_NAMES.map((role): [string, CellStyle] => [
      `${kind} ${role}`,
      { ...ROLES[role], format: FORMATS[kind], ...alignment(kind) },
    ]),
  ),
);

/** The style of a value of this kind. */
export function valueStyle(kind: Indicator["kind"], role: CellRole): CellStyle {
  return VALUE_STYLES.get(`${kind} ${role}`) ?? ROLES[role];
}

function alignment(kind: Indicator["kind"]): CellStyle {
  if (kind === "text") return { wrap: true, horizontal: "left", size: 10 };
  return { horizontal: kind === "yesNo" || kind === "choice" || kind === "date" ? "center" : "right" };
}
