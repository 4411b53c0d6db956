/** A proposal in words. */
import type { Proposal } from "../../../findings/finding";
import { WORDS } from "../../../template/words";
import type { Messages } from "../../messages";

/** What `from` and `to` are called in a sentence. */
export function changeOf({ from, to }: Proposal, words: Messages): { from: string; to: string | number } {
  return {
    from: from === "" ? words("pane.decide.blank") : words("pane.decide.quoted", { raw: from }),
    to: typeof to === "boolean" ? (to ? WORDS.yes : WORDS.no) : to,
  };
}

/** A text that already says the number is only to become one. */
export function proposalOf(proposal: Proposal, words: Messages): string {
  const { from, to } = proposal;
  const key =
    from === "" ? ".blank" : typeof to === "number" && from.trim() === String(to) ? ".textNumber" : "";
  return words(`pane.decide.proposal${key}`, changeOf(proposal, words));
}

export function becauseOf({ because: { code, params } }: Proposal, words: Messages): string {
  const known = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? ""]));
  return words("pane.decide.because", { because: words(`proposal.because.${code}`, known) });
}
