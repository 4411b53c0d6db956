/** R20: people, pieces and yuan are whole, and nothing lies outside the line's bounds. */
import type { Check } from "../check";

const NOISE = 1e-9;

export const wholeNumbers: Check = {
  code: "R20",
  run: (context, findingClass) =>
    [...context.ownLines()].flatMap((filled) => {
      const { indicator } = filled;
      const value = context.number(indicator.code);
      if (value === null || indicator.kind === "percent" || indicator.kind === "date") return [];
      const variant = faultOf(value, indicator);
      if (variant === null) return [];
      const bound = variant === "above" ? (indicator.max ?? null) : (indicator.min ?? null);
      const damages = indicator.formula === undefined;
      // A formula that was saved without its result shows nothing; what it comes to was worked out.
      const params = { variant, bound, raw: filled.line.current.raw || value };
      return [context.atLine("R20", findingClass, filled, { values: { value }, params, damages })];
    }),
};

function faultOf(
  value: number,
  {
    kind,
    min = -Infinity,
    max = Infinity,
  }: { readonly kind: string; readonly min?: number; readonly max?: number },
): "fraction" | "negative" | "below" | "above" | null {
  const whole = kind === "whole" || kind === "amount";
  if (whole && Math.abs(value - Math.round(value)) > NOISE) return "fraction";
  if (value < min) return min === 0 ? "negative" : "below";
  return value > max ? "above" : null;
}
