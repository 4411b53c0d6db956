/** Number formats by the kind of a value. Shares are in percentage points, hence without a `%` sign. */
import type { Indicator, IndicatorKind } from "./template";

/** Where people read figures. */
const SHOWN: Readonly<Record<IndicatorKind, string>> = {
  whole: "#,##0",
  amount: "#,##0",
  decimal: "#,##0.0#",
  percent: "0.0",
  date: "yyyy-mm-dd",
  yesNo: "General",
  choice: "General",
  text: "@",
};

/** A per cent that an office's own formula leaves a share of 1, to be shown by the format of its cell. */
export function isShare({
  kind,
  measure,
  formula = "",
}: Pick<Indicator, "kind" | "measure" | "formula">): boolean {
  return kind === "decimal" && measure === "%" && formula.includes("/") && !/\*\s*100\b/.test(formula);
}

/** Where people type them. */
const TYPED: Readonly<Record<IndicatorKind, string>> = {
  ...SHOWN,
  whole: "0",
  decimal: "0.0",
  date: 'yyyy"年"m"月"d"日"',
};

/** The number format in which a line's values are read. Shares and percentage points have one decimal. */
export function formatOf(kind: IndicatorKind, measure = ""): string {
  return measure === "个百分点" ? SHOWN.percent : SHOWN[kind];
}

/** The number format of a cell into which such a value is typed. */
export function typedFormat(kind: IndicatorKind): string {
  return TYPED[kind];
}

/** A signed number format for changes: `+135`, `-4`, `0`; with its measure where that is not the line's own. */
export function changeFormat(format: string, measure = ""): string {
  const signed = measure === "" ? format : `${format}"${measure}"`;
  return `+${signed};-${signed};0`;
}
