import type { Figure } from "./county-facts";

/** How the expected value came about; `sayBasis` makes a sentence of it. */
export interface Basis {
  readonly source: "county" | "text";
  readonly how:
    | "value" | "share" | "difference" | "growth" | "sum" | "same" | "formula" | "units"
    | "growthByChange" | "product" | "quotient" | "count" | "hundred" | "atMost"; // prettier-ignore
  /** The line's name and code; null where the text alone says it, and where several lines or the units themselves are counted. */
  readonly line: { readonly code: string; readonly name: string; readonly measure: string } | null;
  /** The unit, several, or null for the county; undefined where the text alone says it. */
  readonly owner?: string | null | readonly string[];
  readonly year: "this" | "last";
  /** In the order of the calculation. */
  readonly operands: readonly Figure[];
  /** What the calculation comes to, in the unit of the number that it is about; of a text's own numbers. */
  readonly result?: { readonly value: number; readonly unit: string; readonly decimals: number };
}
