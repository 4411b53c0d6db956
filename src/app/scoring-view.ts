/** The ranking as a person sees it. */
import type { Consolidation } from "../consolidation/consolidation";
import { wantsEvidence } from "../consolidation/gather-evidence";
import type { Template } from "../template/template";
import type { Evidence } from "../validation/evidence";

/** A unit in the ranking. */
export interface RankedView {
  readonly unit: string;
  readonly group: string;
  readonly self: number | null;
  /** Null while not every item is scored. */
  readonly score: number | null;
  /** How many of its items have a score. */
  readonly scored: number;
  readonly rank: number | null;
  readonly grade: string | null;
  /** Why its grade is capped. */
  readonly veto: string | null;
  readonly lastRank: number | null;
  /** It has reported, and can be scored. */
  readonly counted: boolean;
}

export interface ScoringView {
  /** By group, then by rank. */
  readonly ranking: readonly RankedView[];
  /** How many items a unit is scored in. */
  readonly items: number;
  /** Figures of another template's county workbook are to be seen beside the scores. */
  readonly wantsEvidence: boolean;
  readonly evidence: { readonly name: string; readonly period: string } | null;
}

export function scoringView(
  template: Template,
  consolidation: Consolidation | null,
  evidence: Evidence | null,
): ScoringView | null {
  const { scoring } = template;
  if (!scoring || !consolidation?.ranking) return null;
  const counted = new Set(consolidation.submissions.map(({ unit }) => unit?.name));
  return {
    ranking: consolidation.ranking.map(({ unit: { name }, ...ranked }) => ({
      ...ranked,
      unit: name,
      counted: counted.has(name),
    })),
    items: scoring.lines.length,
    wantsEvidence: wantsEvidence(template),
    evidence: evidence && { name: evidence.name, period: evidence.period },
  };
}
