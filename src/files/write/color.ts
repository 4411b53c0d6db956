import { PlanError } from "./plan-error";

/** Checks `RRGGBB` and gives it in capitals. */
export function rgb(color: string): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(color)) throw new PlanError("color", color);
  return color.toUpperCase();
}

/** As sheets write it: with full opacity before it. */
export function argb(color: string): string {
  return `FF${rgb(color)}`;
}

/** Relative luminance, 0 black to 1 white (WCAG 2.2, "relative luminance"): what a grey print shows. */
export function luminance(color: string): number {
  const channel = (at: number): number => {
    const c = parseInt(rgb(color).slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
}
