/** What a line is unless it says otherwise: for those who write templates in source and in Excel. */
import { shownDifference } from "../workbook/rounding";
import type { Aggregation, Indicator, IndicatorKind } from "./template";

/** The kind of a line that does not say it: on the cover words, except for days and answers; else as it is counted. */
export function kindOf(
  { name, measure, formula = "" }: Pick<Indicator, "name" | "measure" | "formula">,
  aggregation: Aggregation,
  onCover: boolean,
): IndicatorKind {
  if (measure === "" && /^是否/.test(name)) return "yesNo";
  if (onCover) return /日期$/.test(name) ? "date" : "text";
  const kind = usualKind(aggregation, measure);
  // What is divided is seldom whole.
  return (kind === "whole" || kind === "amount") && /[/÷／]/.test(formula) ? "decimal" : kind;
}

/** The kind that follows from how a line is added up and what it is measured in. */
export function usualKind(aggregation: Aggregation, measure: string): IndicatorKind {
  if (aggregation === "ratio") return "percent";
  if (aggregation === "count") return "yesNo";
  if (aggregation === "text" || aggregation === "list") return "text";
  if (measure === "%") return "percent";
  return measure === "元" ? "amount" : "whole";
}

/** How a line of this kind is added up that does not say so. */
export function usualAggregation(kind: IndicatorKind | undefined, formula: string | undefined): Aggregation {
  if (formula !== undefined) return "computed";
  if (kind === "yesNo") return "count";
  return kind === undefined || isNumber(kind) ? "sum" : "text";
}

/** Per cents are never added up, words cannot be, only numbers are computed and only answers counted. */
export function canAggregate(kind: IndicatorKind, aggregation: Aggregation): boolean {
  if (aggregation === "sum" || aggregation === "stock") return isNumber(kind) && kind !== "percent";
  if (aggregation === "ratio" || aggregation === "computed" || aggregation === "mean") return isNumber(kind);
  if (aggregation === "count") return kind === "yesNo";
  return aggregation !== "max" || (kind !== "yesNo" && kind !== "text");
}

export function isNumber(kind: IndicatorKind): boolean {
  return kind === "whole" || kind === "decimal" || kind === "amount" || kind === "percent";
}

/** Lines with a formula are filled by it, texts and choices may stay empty. */
export function isUsuallyRequired(kind: IndicatorKind, formula: string | undefined): boolean {
  return kind !== "text" && kind !== "choice" && formula === undefined;
}

export function isUsuallyCarried(kind: IndicatorKind): boolean {
  return kind !== "text" && kind !== "choice" && kind !== "date";
}

/** P01: small changes need no word. A measure that is not named here has the floor of single pieces. */
const FLOORS: Readonly<Record<string, number>> = { 人: 10, 人次: 200, 份: 100, 字: 5000, 元: 3000, "%": 10 };

export function usualFloor(kind: IndicatorKind, measure: string): number | undefined {
  return isNumber(kind) ? (FLOORS[measure] ?? 5) : undefined;
}

/** Decimals that a share or a number of percentage points is shown with; null for other lines, shown in full. */
export function shownDecimals({ kind, measure }: Pick<Indicator, "kind" | "measure">): number | null {
  return kind === "percent" || measure === "个百分点" ? 1 : null;
}

/** What has changed from `before` to `now`, between the figures as they are shown: 32.0 and 32.4 % differ by 0.4. */
export function shownChange(line: Pick<Indicator, "kind" | "measure">, now: number, before: number): number {
  const shown = shownDecimals(line);
  return shown === null ? now - before : shownDifference(now, before, shown);
}
