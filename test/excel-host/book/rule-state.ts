import type { Area } from "../../../src/workbook/address";
import type { Json, JsonObject } from "../protocol/messages";
import { PropertyBag } from "./property-bag";

/** A conditional format. Only custom formulas are known; what it looks like is kept in the bag. */
export class RuleState {
  readonly bag = new PropertyBag();
  formula = "";
  stopIfTrue = false;

  constructor(
    readonly id: string,
    readonly type: string,
    public areas: Area[],
  ) {}

  rewriteFormulas(change: (formula: string) => string): void {
    if (this.formula.startsWith("=")) this.formula = change(this.formula);
  }
}

/** Data validation of an area: the rule as the API gives it, `{ list: { source: "…" } }`. */
export interface ValidationState {
  area: Area;
  rule: JsonObject;
  ignoreBlanks: boolean;
  prompt: JsonObject;
  errorAlert: JsonObject;
}

/** The rule with its formulas changed: they are the texts that begin with `=`. */
export function rewriteFormulasIn(rule: JsonObject, change: (formula: string) => string): JsonObject {
  const rewritten = (value: Json): Json => {
    if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
    return value === null || typeof value !== "object" || Array.isArray(value)
      ? value
      : rewriteFormulasIn(value as JsonObject, change);
  };
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, rewritten(value)]));
}
