/**
 * Numbers as a Chinese report writes them. These words belong to the report, which is Chinese as the forms are, whatever
 * the language of the interface.
 */
import { isShare } from "../template/number-formats";
import type { Indicator } from "../template/template";
import { fixed, rounded, shownDifference } from "../workbook/rounding";

/** 比上年增加135人: less than half a step is no change. */
const SAME = "与上年持平";
/** From here on yuan are given in 万元. */
const TEN_THOUSAND = 10_000;

export interface Wording {
  readonly measure: string;
  readonly kind: Indicator["kind"];
  /** What computes it, where something does. */
  readonly formula?: string;
}

/** `218个`, `80.7%`, `19800元`, `17.9万字`. */
export function plainFigure(value: number, wording: Wording): string {
  const { measure, kind } = wording;
  if (isShare(wording)) return `${fixed(value * 100, 1)}%`;
  if (kind === "percent" || measure === "%") return `${fixed(value, 1)}%`;
  if (kind === "yesNo") return `${value}个`;
  return `${trimmed(value, kind === "decimal" ? 2 : 0)}${spoken(measure)}`;
}

/** A measure that counts in such steps itself: 万元, 千米. */
const SCALED = /^[百千万亿]/;

/** `35.6万元`; below 万 in 元. */
export function tenThousandsFigure(value: number, wording: Wording): string {
  if (Math.abs(value) < TEN_THOUSAND || SCALED.test(wording.measure)) return plainFigure(value, wording);
  return `${trimmed(value / TEN_THOUSAND, 1)}万${spoken(wording.measure)}`;
}

/**
 * As people round it: 536 → 530余篇, 9980 → 近1万人次, 52386 → 5.2万余人次. 余 only above the number written, 近 only
 * below it; small and round numbers stay as they are.
 */
export function approximateFigure(value: number, wording: Wording): string {
  if (value < 100 || !Number.isInteger(value) || SCALED.test(wording.measure))
    return plainFigure(value, wording);
  const place = 10 ** Math.floor(Math.log10(value));
  const next = Math.ceil(value / place) * place;
  if (value < next && value >= next * 0.97) return `近${scaled(next)}${spoken(wording.measure)}`;
  const step = value < 1000 ? 10 : value < TEN_THOUSAND ? 100 : Math.max(1000, place / 10);
  const floor = Math.floor(value / step) * step;
  return `${scaled(floor)}${value > floor ? "余" : ""}${spoken(wording.measure)}`;
}

/** `比上年增加135人`, `比上年提高8.0个百分点`, as precise as the rate itself is written; `与上年持平`. */
export function changeFigure(now: number, before: number, wording: Wording): string {
  if (wording.kind === "percent" || isShare(wording)) {
    const scale = isShare(wording) ? 100 : 1;
    const change = shownDifference(now * scale, before * scale, 1);
    const points = fixed(Math.abs(change), 1);
    return points === "0.0" ? SAME : `比上年${change > 0 ? "提高" : "下降"}${points}个百分点`;
  }
  const change = now - before;
  const size = Math.abs(change);
  const words =
    wording.kind === "amount" ? tenThousandsFigure(size, wording) : plainFigure(rounded(size, 2), wording);
  return size < 1e-9 ? SAME : `比上年${change > 0 ? "增加" : "减少"}${words}`;
}

/** 期·部 counts either; a sentence takes the first. */
function spoken(measure: string): string {
  return measure.split("·")[0]!;
}

function scaled(value: number): string {
  return value >= TEN_THOUSAND ? `${trimmed(value / TEN_THOUSAND, 1)}万` : String(value);
}

/** Rounded to so many decimals, without zeros at the end. */
function trimmed(value: number, decimals: number): string {
  return String(rounded(value, decimals));
}
