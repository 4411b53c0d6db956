/** Repairs that findings propose: right as far as can be known here, or none. Nothing is changed by them. */
import { CATALOGUE } from "../../findings/catalogue";
import type { Finding } from "../../findings/finding";
import type { CheckContext } from "../check";
import { BY_KIND, type Suggestion } from "./by-kind";
import { suggestByRule } from "./by-rule";
import { cellAt, cellsOf, type CellAt } from "./cell";

/**
 * The findings, those with a well-founded repair with their `proposal`. What a finding brings about gets none: it goes
 * once the finding itself does. What the unit explained is as it is.
 */
export function withProposals(findings: readonly Finding[], context: CheckContext): Finding[] {
  if (findings.length === 0) return [];
  const cells = cellsOf(context);
  return findings.map((finding) => withProposal(finding, cellAt(cells, finding.place), context));
}

function withProposal(finding: Finding, cell: CellAt | null, context: CheckContext): Finding {
  if (cell === null || finding.params["explained"]) return finding;
  const suggestion = suggestionFor(finding, cell, context);
  if (suggestion === null) return finding;
  const { raw, value } = cell.entry;
  return { ...finding, proposal: { from: raw, was: value, ...suggestion } };
}

function suggestionFor(finding: Finding, cell: CellAt, context: CheckContext): Suggestion | null {
  const { code } = finding;
  if (typeof code !== "string") return cell.lastYear ? null : suggestByRule(finding, code, context);
  const kind = CATALOGUE[code].proposal;
  return kind === undefined ? null : BY_KIND[kind](finding, cell);
}
