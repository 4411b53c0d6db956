/** Repairs that findings propose: right as far as anybody can tell from here, or none. Nothing is changed by them. */
import type { Finding } from "../../findings/finding";
import type { CheckContext } from "../check";
import { BY_CODE } from "./by-code";
import { suggestByRule } from "./by-rule";
import { cellAt, cellsOf, type CellAt } from "./cell";

/**
 * The findings, those with a well-founded repair with their `proposal`. What a finding brings about gets none: it goes
 * once the finding itself does. What the unit explained stands as it is.
 */
export function withProposals(findings: readonly Finding[], context: CheckContext): Finding[] {
  if (findings.length === 0) return [];
  const cells = cellsOf(context);
  return findings.map((finding) => withProposal(finding, cellAt(cells, finding.place), context));
}

function withProposal(finding: Finding, cell: CellAt | null, context: CheckContext): Finding {
  if (cell === null || finding.params["explained"]) return finding;
  const suggest = BY_CODE[finding.code];
  const suggestion =
    suggest === undefined ? (cell.lastYear ? null : suggestByRule(finding, context)) : suggest(finding, cell);
  if (suggestion === null) return finding;
  const { raw, value } = cell.entry;
  return { ...finding, proposal: { from: raw, was: value, ...suggestion } };
}
