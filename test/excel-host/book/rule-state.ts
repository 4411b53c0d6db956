import type { Area } from "../../../src/workbook/address";
import type { JsonObject } from "../protocol/messages";
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
  readonly area: Area;
  rule: JsonObject;
  ignoreBlanks: boolean;
  prompt: JsonObject;
  errorAlert: JsonObject;
}
