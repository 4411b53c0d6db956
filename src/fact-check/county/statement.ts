/** What a claim in a text says: of which line, and whose. */
import type { Claim } from "../claim";
import type { Year } from "../../annual-report/county-facts";
import type { Scope } from "./scope";

/** One possible meaning; the claim agrees with the data if any of its readings does. */
export type Reading =
  | { readonly kind: "value"; readonly code: string; readonly year: Year }
  | { readonly kind: "share"; readonly part: string; readonly whole: string }
  /** `sign` -1 where the text says that it became less. */
  | { readonly kind: "change" | "growth"; readonly code: string; readonly sign: 1 | -1 }
  /** As many times as much as last year. */
  | { readonly kind: "multiple"; readonly code: string };

export interface Statement {
  readonly claim: Claim;
  readonly readings: readonly Reading[];
  /** The statement whose line a share or a change is of, where the words leave that to it. */
  readonly anchor?: Statement;
  readonly scope: Scope;
  /** Phrase, measure and time leave no doubt about the first reading. */
  readonly sure: boolean;
}

/** The line that a statement gives the value of, this year's; null where it is none or not one. */
export function valueCode({ readings }: Statement): string | null {
  const [first] = readings;
  return first?.kind === "value" && first.year === "this" ? first.code : null;
}
