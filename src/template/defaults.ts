/** What a line is unless it says otherwise: for those who write templates in source and in Excel. */
import type { Aggregation, IndicatorKind } from "./template";

/** The kind that follows from how a line is added up and what it is measured in. */
export function usualKind(aggregation: Aggregation, measure: string): IndicatorKind {
  if (aggregation === "ratio") return "percent";
  if (aggregation === "count") return "yesNo";
  if (aggregation === "text" || aggregation === "list") return "text";
  return measure === "元" ? "amount" : "whole";
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
