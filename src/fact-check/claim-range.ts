/** Which true values a number in a text allows, with the rounding that Chinese reports use. */
import type { Claim } from "./claim";

/** Both ends belong to it unless `open` names one. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Binary fractions must not decide: 0.05 is not 0.05 in a computer. */
const NOISE = 1e-9;
/** 近 reaches no further down than this share of the number, 近百 to 85. */
const NEAR = 0.85;
/** 增长1倍 and 翻一番 are not said of what is half as much again. */
const WHOLE_TIMES = 0.25;
/** 约 reaches this far on either side. */
const ABOUT = 0.05;

/**
 * The values, in the claim's own unit, that it allows. A plain number allows what rounds to it with as many decimals as
 * are written; 余 and 多 what lies above it, within the place of its last digit that is not zero (530余: 531 to 539);
 * 近 what lies as near below it; 约 what rounds to it.
 */
export function rangeOf({ value, unit, bound, decimals }: Claim): Range {
  const step = stepOf(value, decimals);
  switch (bound) {
    case "exact": {
      const half = unit === "倍" && decimals === 0 ? WHOLE_TIMES : 0.5 * 10 ** -decimals;
      return { low: value - half, high: value + half };
    }
    case "above":
      return { low: above(value), high: below(value + step) };
    case "below":
      return { low: Math.max(value - step, value * NEAR), high: below(value) };
    case "about": {
      const reach = Math.max(step / 2, value * ABOUT);
      return { low: value - reach, high: value + reach };
    }
    case "atLeast":
      return { low: value, high: Infinity };
    case "atMost":
      return { low: -Infinity, high: value };
  }
}

/** Does the claim hold where the true value is this (in the claim's unit)? */
export function allows(claim: Claim, truth: number): boolean {
  const { low, high } = rangeOf(claim);
  const noise = Math.max(1, Math.abs(truth)) * NOISE;
  return truth >= low - noise && truth <= high + noise;
}

/** The place of the last digit that is not zero: 10 for 530, 1 for 5, 0.1 for 5.2; a third is said of about a third. */
export function stepOf(value: number, decimals: number): number {
  if (decimals > 0) return 10 ** -decimals;
  if (!Number.isInteger(value)) return value * (1 - NEAR);
  let step = 1;
  while (value !== 0 && value % (step * 10) === 0) step *= 10;
  return step;
}

/** The open end of a range: just beside the number, further than what counts as noise. */
function above(value: number): number {
  return value + Math.max(1, Math.abs(value)) * NOISE * 10;
}

function below(value: number): number {
  return value - Math.max(1, Math.abs(value)) * NOISE * 10;
}
