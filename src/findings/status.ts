/** What a unit's findings come to. */
import type { Finding } from "./finding";

/**
 * `mustFix` if anything must be fixed, `needsExplanation` if anything is still to be explained, else `accepted`. What
 * the unit explained itself is a note by now. What is folded under another counts too.
 */
export function statusOf(findings: readonly Finding[]): "accepted" | "needsExplanation" | "mustFix" {
  const all = findings.flatMap(withCauses);
  if (all.some((finding) => finding.class === "mustFix")) return "mustFix";
  return all.some((finding) => finding.class === "explain") ? "needsExplanation" : "accepted";
}

/** The finding and all that is folded under it. */
export function withCauses(finding: Finding): Finding[] {
  return [finding, ...finding.causes.flatMap(withCauses)];
}
