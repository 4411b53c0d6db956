/** How many findings there are of each class. A file of its own, as the pane's first script needs nothing else of this room. */
import type { RuleClass } from "../rules/rule";

export type Counts = Readonly<Record<RuleClass, number>>;

/** How many findings there are of each weight; what another brings about is not counted again. */
export function countFindings(findings: readonly { readonly weight: RuleClass }[]): Counts {
  const counts = { mustFix: 0, explain: 0, note: 0 };
  for (const finding of findings) counts[finding.weight]++;
  return counts;
}
