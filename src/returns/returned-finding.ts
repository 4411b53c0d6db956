/** A finding on its way back to the unit. */
import type { Finding } from "../findings/finding";
import type { RuleClass } from "../rules/rule";

/** A finding as a person sees it, with what is in its cell and its weight: the gravest that it brings about. */
export interface ReturnedFinding extends Finding {
  readonly raw: string | null;
  readonly weight: RuleClass;
  /** A hash of its values, made before anything personal was left out; made from what is there if absent. */
  readonly seen?: string;
  readonly causes: readonly ReturnedFinding[];
}
