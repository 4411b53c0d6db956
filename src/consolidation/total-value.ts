/** What the units' values of one line come to, by the line's aggregation. */
import type { Indicator } from "../template/template";
import type { Contribution } from "./consolidation";
import { fifteenDigits } from "../workbook/rounding";
import { exactSum } from "../workbook/exact-sum";

/**
 * The value of a line that is added up from its units: sums and stocks, the number of units that answer 是, the highest
 * choice or latest date. Null where no unit contributes, and for what is not added up (lists, texts, ratios). A computed
 * line comes here only where the template gives it no formula.
 */
export function totalValue(
  indicator: Indicator,
  contributions: readonly Contribution[],
): number | string | null {
  if (contributions.length === 0) return null;
  const values = contributions.map((contribution) => contribution.value);
  switch (indicator.aggregation) {
    case "sum":
    case "stock":
    case "computed":
      return exactSum(values.filter((value) => typeof value === "number"));
    case "mean":
      return mean(values.filter((value) => typeof value === "number"));
    case "count":
      return values.filter((value) => value === true).length;
    case "max":
      return highest(indicator, values);
    default:
      return null;
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : fifteenDigits(exactSum(values) / values.length);
}

/** By the order of the choices where there are any, else the largest number. */
function highest(indicator: Indicator, values: readonly Contribution["value"][]): number | string | null {
  const { choices } = indicator;
  if (choices) {
    const rank = Math.max(...values.map((value) => choices.indexOf(String(value))));
    return choices[rank] ?? null;
  }
  const numbers = values.filter((value) => typeof value === "number");
  return numbers.length === 0 ? null : Math.max(...numbers);
}
