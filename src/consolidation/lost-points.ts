/** 失分: where the county's units lose points, item by item. */
import type { Submission } from "../intake/submission";
import type { ScoredLine } from "../template/scoring";
import type { Template } from "../template/template";
import { indexTemplate } from "../template/template-index";
import { lineOf } from "../validation/facts";
import { exactSum } from "../workbook/exact-sum";
import { fifteenDigits } from "../workbook/rounding";

export interface LostPoints {
  readonly line: ScoredLine;
  /** How many units have a score for it. */
  readonly units: number;
  /** Of these units; null where there are none. */
  readonly average: number | null;
  readonly lost: number;
  /** The units that lost points, those that lost most first. */
  readonly losers: readonly { readonly unit: string; readonly lost: number }[];
}

/** In the order of the items; nothing where nothing is scored. */
export function lostPoints(template: Template, submissions: readonly Submission[]): readonly LostPoints[] {
  const { indicators } = indexTemplate(template);
  return (template.scoring?.lines ?? []).map((line) => {
    const item = line.score ?? line.self!;
    const scores = submissions.flatMap((submission) => {
      const value = lineOf(submission, indicators, item)?.current.value;
      return typeof value === "number" ? [{ unit: submission.unit!.name, value }] : [];
    });
    const losers = scores
      .map(({ unit, value }) => ({ unit, lost: fifteenDigits(Math.max(0, line.max) - value) }))
      .filter(({ lost }) => lost > 0)
      .sort((a, b) => b.lost - a.lost);
    return {
      line,
      units: scores.length,
      average: scores.length === 0 ? null : exactSum(scores.map(({ value }) => value)) / scores.length,
      lost: exactSum(losers.map(({ lost }) => lost)),
      losers,
    };
  });
}
