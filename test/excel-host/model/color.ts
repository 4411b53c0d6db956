import { invalidArgument } from "../protocol/errors";
import type { Json } from "../protocol/messages";

/** The names of https://www.w3.org/TR/css-color-3/#html4 and orange; Excel knows more HTML names. */
const NAMED: Readonly<Record<string, string>> = {
  aqua: "#00FFFF",
  black: "#000000",
  blue: "#0000FF",
  fuchsia: "#FF00FF",
  gray: "#808080",
  green: "#008000",
  lime: "#00FF00",
  maroon: "#800000",
  navy: "#000080",
  olive: "#808000",
  orange: "#FFA500",
  purple: "#800080",
  red: "#FF0000",
  silver: "#C0C0C0",
  teal: "#008080",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};

/** `#RRGGBB` from what the API takes as a colour, `#ffa500` or `orange`. */
export function readColor(value: Json): string {
  if (typeof value === "string") {
    const known = NAMED[value.toLowerCase()];
    if (known !== undefined) return known;
    if (/^#[0-9a-f]{6}$/i.test(value)) return value.toUpperCase();
  }
  throw invalidArgument(`${JSON.stringify(value)} is no colour`);
}
