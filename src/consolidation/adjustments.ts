/** 调整: what the county takes off or adds to a total, with its reason; most often something that two units counted. */
import type { Indicator } from "../template/template";
import { exactSum } from "../workbook/exact-sum";

export interface Adjustment {
  /** The line, `0407`. */
  readonly code: string;
  /** Added to the sum of the units: negative for what was counted twice. In the line's measure. */
  readonly amount: number;
  /** What is in place of the amount where that is no number; it counts as 0 and is a finding. */
  readonly typed?: string;
  /** Why; an empty one is a finding. */
  readonly reason: string;
  /** Whose figures it is about, in the office's words; empty where that is not said. */
  readonly about: string;
}

/** Only what is added up can be adjusted; shares and subtotals follow from their parts. */
export function isAdjustable({ aggregation, formula }: Indicator): boolean {
  return formula === undefined && (aggregation === "sum" || aggregation === "stock");
}

/** What all adjustments of the line come to; 0 where there are none, or the line cannot be adjusted. */
export function adjustmentOf(indicator: Indicator, adjustments: readonly Adjustment[]): number {
  if (!isAdjustable(indicator)) return 0;
  return exactSum(adjustments.filter(({ code }) => code === indicator.code).map(({ amount }) => amount));
}
