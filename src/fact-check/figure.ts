/** A claim with what the text around it says: its words, its place among brackets, its time and its role. */
import { unitParts, type Claim } from "./claim";
import { rangeOf, stepOf, type Range } from "./claim-range";
import { baseOf } from "./measures-alike";

/**
 * What a number does in its sentence: `level` says how much there is; `change` by how much it became more or less;
 * `from`, `than` how much there was, before 增加到 or after 比上年; `share` which part of a whole (占); `rate` 结案率;
 * `each` per head; `range` one end of 3至5名; `other` compares with something else (比全省高).
 */
export type Role = "level" | "change" | "from" | "than" | "share" | "rate" | "each" | "range" | "other";

export interface FigureTime {
  /** `2019`, `last`, `next`; null for this year and where the words name none. */
  readonly year: string | null;
  readonly plan: boolean;
  /** 五年累计: more than one year. */
  readonly cumulative: boolean;
}

export interface Figure {
  readonly claim: Claim;
  readonly role: Role;
  /** Of a change: -1 where it became less. */
  readonly sign: 1 | -1;
  /** Words between the figure before, or the beginning of the clause, and the number; without brackets of words. */
  readonly left: string;
  /** Words behind the number up to the next sign or number. */
  readonly after: string;
  /** Everything between the figure before and this one, at most {@link LONGEST_GAP} characters. */
  readonly gap: string;
  /** Which bracket of the sentence it is in; 0 outside of all. */
  readonly bracket: number;
  /** The figure right before that bracket. */
  readonly host: Figure | null;
  readonly time: FigureTime;
  /** What 其中 or the bracket puts it under. */
  readonly whole: Figure | null;
  /** A semicolon counts up. */
  readonly section: number;
}

export const LONGEST_GAP = 120;

/** In the base measure: 35.6万元 is 356000. */
export function sizeOf({ claim }: Figure): number {
  return claim.value * unitParts(claim.unit).scale;
}

/** 名 and 位 are 人; every kind of per cent is %. */
export function measureOf({ claim }: Figure): string {
  return claim.unit === "成" || claim.unit === "%" ? "%" : baseOf(claim);
}

export function isPercent(figure: Figure): boolean {
  return measureOf(figure) === "%";
}

/**
 * The true values that the figure leaves open, in the base measure. A plain whole number is what it says. 以上 says
 * nothing of how far: as an operand it is taken like 余.
 */
export function spread(figure: Figure): Range {
  const { claim } = figure;
  const scale = claim.unit === "成" ? 10 : unitParts(claim.unit).scale;
  const step = stepOf(claim.value, claim.decimals);
  const { low, high } =
    claim.bound === "exact" && scale === 1 && claim.decimals === 0 && claim.unit !== "%"
      ? { low: claim.value, high: claim.value }
      : claim.bound === "atLeast"
        ? { low: claim.value, high: claim.value + step }
        : claim.bound === "atMost"
          ? { low: claim.value - step, high: claim.value }
          : rangeOf(claim);
  return { low: low * scale, high: high * scale };
}

/** 以上, 以下 and 超过 bind one side only. */
export function isOpen({ claim }: Figure): boolean {
  return claim.bound === "atLeast" || claim.bound === "atMost";
}

/** A count that says how much there is, without comparing. */
export function isCount(figure: Figure): boolean {
  return (
    figure.role === "level" && !isPercent(figure) && !["倍", "个百分点", "百分点"].includes(measureOf(figure))
  );
}

export function isAlike(a: Figure, b: Figure): boolean {
  return measureOf(a) === measureOf(b);
}
