/** How a figure follows from others of the text. */
import { fifteenDigits } from "../workbook/rounding";
import { unitParts } from "./claim";
import { rangeOf, type Range } from "./claim-range";
import { isPercent, spread, sizeOf, isOpen, type Figure } from "./figure";
import type { FigureSentence } from "./read-figures";

export type RelationKind =
  | "parts" | "sum" | "share" | "rate" | "change" | "growth" | "average" | "multiple" | "hundred" | "names" | "rest"
  | "same" | "partOfWhole" | "completion"; // prettier-ignore

/** The calculation, for the words: 430＋210, 168÷420, （250－200）÷200 … */
export type Calculation =
  | "sum"
  | "difference"
  | "share"
  | "growth"
  | "growthByChange"
  | "product"
  | "quotient"
  | "same"
  | "count"
  | "hundred"
  | "atMost";

export interface Relation {
  readonly kind: RelationKind;
  readonly how: Calculation;
  /** In the order of the calculation, in the base measure. */
  readonly operands: readonly number[];
  /** In the claim's unit; null where only a limit is known. */
  readonly expected: number | null;
  /** What the operands allow, in the claim's unit. */
  readonly range: Range;
  /**
   * Whole, part, time and thing are the same by words, so that a number which differs is wrong. What is not sure only
   * bears a number out.
   */
  readonly sure: boolean;
  /** 2万 beside 2.5万 is rounded as finely, though it does not show: how far it reaches proves nothing. */
  readonly finer: boolean;
}

export interface Place {
  readonly sentence: FigureSentence;
  /** Of the same paragraph, the nearest last; few. */
  readonly earlier: readonly FigureSentence[];
  readonly index: number;
}

/** All relations of one kind that a figure may be in. */
export type Relate = (figure: Figure, place: Place) => Relation[];

/** The share of a part, in per cent. */
export function shareRange(part: Range, whole: Range): Range {
  return {
    low: (part.low / whole.high) * 100,
    high: (part.high / Math.max(whole.low, Number.MIN_VALUE)) * 100,
  };
}

export function sumRange(parts: readonly Figure[]): Range {
  const ranges = parts.map(spread);
  return { low: add(ranges.map(({ low }) => low)), high: add(ranges.map(({ high }) => high)) };
}

export function add(numbers: readonly number[]): number {
  return fifteenDigits(numbers.reduce((sum, value) => sum + value, 0));
}

export function sizes(figures: readonly Figure[]): number[] {
  return figures.map(sizeOf);
}

/** From the base measure to the claim's unit. */
export function inUnit(figure: Figure, value: number): number {
  const scale = figure.claim.unit === "成" ? 10 : unitParts(figure.claim.unit).scale;
  return fifteenDigits(value / scale);
}

/** A relation whose numbers are given in the base measure. */
export function relation(
  figure: Figure,
  {
    kind,
    how,
    operands,
    value,
    range,
    sure,
    from,
  }: {
    readonly kind: RelationKind;
    readonly how: Calculation;
    readonly operands: readonly number[];
    readonly value: number;
    readonly range: Range;
    readonly sure: boolean;
    /** Figures whose bound may leave it open. */
    readonly from: readonly Figure[];
  },
): Relation {
  const known = sure && !from.some((each) => isOpen(each) || each.role === "range");
  return {
    kind,
    how,
    operands: operands.map((operand) => asWritten(operand, figure, how, from)),
    sure: known,
    finer: isFiner(from),
    expected: inUnit(figure, value),
    range: { low: inUnit(figure, range.low), high: inUnit(figure, range.high) },
  };
}

/** 250－200 of 250万元 and 200万元. */
function asWritten(operand: number, figure: Figure, how: Calculation, from: readonly Figure[]): number {
  if (how === "sum" || how === "difference") return inUnit(figure, operand);
  if (how !== "share" && how !== "growth" && how !== "growthByChange" && how !== "same") return operand;
  const scale = unitParts(from[0]?.claim.unit ?? "").scale;
  return Math.abs(operand) === 1 ? operand : fifteenDigits(operand / scale);
}

function isFiner(from: readonly Figure[]): boolean {
  const scaled = from.filter(({ claim }) => claim.bound === "exact" && unitParts(claim.unit).scale > 1);
  return scaled.length === from.length && new Set(scaled.map(({ claim }) => claim.decimals)).size > 1;
}

/**
 * Is it so, as far as the operands' own rounding leaves it open? 增长20% between 8亿 and 10亿 may be true and is not said
 * to be right.
 */
export function bears(figure: Figure, relation: Relation): boolean {
  const { expected } = relation;
  const { value, bound } = figure.claim;
  if (!holds(figure, relation)) return false;
  return (
    expected === null ||
    bound !== "exact" ||
    Math.abs(value - expected) <= Math.max(0.1 * Math.abs(expected), isPercent(figure) ? 0.5 : 0)
  );
}

/** Does the figure, as it is rounded, meet what the operands allow? */
export function holds(figure: Figure, { range }: Relation): boolean {
  const own = rangeOf(figure.claim);
  const noise = Math.max(1, Math.abs(range.low)) * 1e-9;
  return own.low <= range.high + noise && range.low <= own.high + noise;
}

/**
 * Do two numbers differ as by a slip of the pen: a digit wrong or exchanged with its neighbour, a point misplaced, or not
 * far off? What is far from everything is of something else.
 */
export function isSlip(written: number, expected: number): boolean {
  const [a, b] = [Math.abs(written), Math.abs(expected)];
  if (Math.max(a, b) < 10) return Math.abs(a - b) <= 5;
  const ratio = a > b ? a / b : b / a;
  return ratio <= FAR || Math.abs(ratio - 10) < 1e-6 || differsByDigits(a, b);
}

/** As {@link isSlip}, and nearer: for a list that may leave something out. */
export function isSmallSlip(written: number, expected: number): boolean {
  const [a, b] = [Math.abs(written), Math.abs(expected)];
  return Math.abs(a - b) <= 0.05 * Math.max(a, b) || differsByDigits(a, b);
}

const FAR = 2;

function differsByDigits(a: number, b: number): boolean {
  const [x, y] = [digitsOf(a), digitsOf(b)];
  if (Math.abs(x.length - y.length) === 1) return hasOneMore(x, y) || hasOneMore(y, x);
  if (x.length !== y.length || x.length < 2) return false;
  const places = [...x].flatMap((c, i) => (c === y[i] ? [] : [i]));
  if (places.length === 1) return true;
  const [i = 0, j = 0] = places;
  return places.length === 2 && j === i + 1 && x[i] === y[j] && x[j] === y[i];
}

/** 6 and 16: a digit that is one too many. */
function hasOneMore(long: string, short: string): boolean {
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

function digitsOf(value: number): string {
  return String(Number(value.toPrecision(4))).replace(".", "");
}
