import type { Json } from "../protocol/messages";

/**
 * The format of a cell as one flat, immutable record: `font.bold`, `fill.color`, `borders.EdgeTop.style`.
 * Equal ways to a style give the same object, so a thousand cells share one and comparing is comparing identities.
 */
export type Style = Readonly<Record<string, Json>>;

/**
 * What a cell shows that nobody has formatted.
 * Font and size are those of Excel's default workbook: Calibri 11 (Chinese editions: 等线 or 宋体 11).
 */
export const STYLE_DEFAULTS: Style = {
  numberFormat: "General",
  "fill.color": "#FFFFFF",
  "font.name": "Calibri",
  "font.size": 11,
  "font.color": "#000000",
  "font.bold": false,
  "font.italic": false,
  "font.underline": "None",
  "font.strikethrough": false,
  "font.subscript": false,
  "font.superscript": false,
  wrapText: false,
  shrinkToFit: false,
  horizontalAlignment: "General",
  verticalAlignment: "Bottom",
  indentLevel: 0,
  textOrientation: 0,
  readingOrder: "Context",
  "protection.locked": true,
  "protection.formulaHidden": false,
};

/** What one edge of a border shows that nobody has set. */
const BORDER_DEFAULTS: Style = { style: "None", weight: "Thin", color: "#000000" };

export const PLAIN: Style = Object.freeze({});

/** From a style by key and value to the next style. */
const transitions = new WeakMap<Style, Map<string, Map<Json, Style>>>();

export function withProperty(style: Style, key: string, value: Json): Style {
  let ways = transitions.get(style);
  if (!ways) transitions.set(style, (ways = new Map()));
  let ofKey = ways.get(key);
  if (!ofKey) ways.set(key, (ofKey = new Map()));
  let next = ofKey.get(value);
  if (!next) ofKey.set(value, (next = shared({ ...style, [key]: value })));
  return next;
}

export function withoutPrefix(style: Style, prefix: string): Style {
  const kept = Object.entries(style).filter(([key]) => !key.startsWith(prefix));
  return shared(Object.fromEntries(kept));
}

/** The property as Excel reports it; undefined where we know no default. */
export function styleProperty(style: Style, key: string): Json | undefined {
  const own = style[key] ?? STYLE_DEFAULTS[key];
  if (own !== undefined || !key.startsWith("borders.")) return own;
  return BORDER_DEFAULTS[key.slice(key.lastIndexOf(".") + 1)];
}

const styles = new Map<string, Style>();

/** The one object of this content. A property that equals its default is as good as none, except for a white fill. */
export function shared(style: Style): Style {
  const entries = Object.entries(style)
    .filter(([key, value]) => key === "fill.color" || value !== STYLE_DEFAULTS[key])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return PLAIN;
  const text = JSON.stringify(entries);
  let known = styles.get(text);
  if (!known) styles.set(text, (known = Object.freeze(Object.fromEntries(entries))));
  return known;
}
