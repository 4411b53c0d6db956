/** The scores that the county gave, as they are stored. */
import type { Entry } from "../intake/submission";

export interface GivenScore {
  readonly unit: string;
  /** `Indicator.code`. */
  readonly item: string;
  readonly entry: Entry;
}
