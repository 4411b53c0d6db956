/** A claim and what became of it. */
import type { Claim } from "./claim";
import type { Basis } from "../annual-report/basis";

export type Verdict = "agrees" | "disagrees" | "untied";

export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** In the claim's own unit, not rounded; null where nothing says. */
  readonly expected: number | null;
  readonly basis: Basis | null;
}
