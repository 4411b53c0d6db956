/** A number with its unit of measure as it is in a text, and what it says about the true value. */

/**
 * How the words around the number bind the true value: `exact` as written; `above` 余 and 多; `below` 近; `about` 约 and
 * 左右; `atLeast` 以上 and 超过; `atMost` 以下 and 不足.
 */
export type Bound = "exact" | "above" | "below" | "about" | "atLeast" | "atMost";

export interface Claim {
  /** As it is in the text, from 近 or 约 to the measure and its 余, 多 or 以上. */
  readonly text: string;
  /** UTF-16 offsets into the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Scaled as its unit says: 5 for 5万多人. */
  readonly value: number;
  /** `万人`, `%`, `个百分点`, as written, in half-width characters. */
  readonly unit: string;
  readonly bound: Bound;
  /** Digits after the decimal point, as written. */
  readonly decimals: number;
  /** The number cannot be a line's value: a part of a range (10至15人), per head (每人3000元), 一 as an article. */
  readonly loose: boolean;
  /** Words that compare with last year by themselves: 持平 a growth of nothing, 翻一番 twice as much. */
  readonly says?: "growth" | "multiple";
  /** 产业结构为12:38:50: the shares, whose sum is the value. */
  readonly terms?: readonly number[];
}

const SCALES: Readonly<Record<string, number>> = {
  万: 1e4, 亿: 1e8, 百万: 1e6, 千万: 1e7, 十亿: 1e9, 百亿: 1e10, 千亿: 1e11, 万亿: 1e12,
}; // prettier-ignore

/** 万人 → 人 and 10 000; 万字 → 字; 元 → 元 and 1. */
export function unitParts(unit: string): { readonly base: string; readonly scale: number } {
  const word = /^(?:百万|千万|万亿|[十百千]亿|万|亿)/.exec(unit)?.[0];
  return word === undefined
    ? { base: unit, scale: 1 }
    : { base: unit.slice(word.length), scale: SCALES[word]! };
}

/** Per cent or percentage points: neither is a count of anything. */
export function isShare({ unit }: Pick<Claim, "unit">): boolean {
  return unit === "%" || unit === "成";
}

/** As many times as much, or more by as many times. */
export function isTimes({ unit }: Pick<Claim, "unit">): boolean {
  return unit === "倍";
}

export function isPoints({ unit }: Pick<Claim, "unit">): boolean {
  return unit.endsWith("百分点");
}
