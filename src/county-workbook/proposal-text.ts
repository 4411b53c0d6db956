/** A proposal that was taken, in words: what was in the cell, what counts instead, and how that is known. */
import type { Proposal } from "../findings/finding";
import { WORDS } from "../template/words";
import type { Say } from "../findings/say";

export function proposalText(
  { from, to, because }: Proposal,
  say: Say,
): { readonly from: string; readonly to: string | number; readonly because: string } {
  const params = Object.fromEntries(
    Object.entries(because.params).map(([name, value]) => [name, value ?? ""]),
  );
  return {
    from: from === "" ? say("report.decisions.blank") : from,
    to: typeof to === "boolean" ? (to ? WORDS.yes : WORDS.no) : to,
    because: say(`proposal.because.${because.code}`, params),
  };
}
