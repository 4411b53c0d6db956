/** Scores that the county typed on 督导评分: they hold, whatever the unit sends afterwards. */
import type { Entry, Submission } from "../intake/submission";
import { countyItems } from "../template/scored-units";
import type { Template } from "../template/template";
import { computedAgain, eachLine, linesOf } from "./computed-again";

/** The reading step of such a value. */
export const SCORED = "scored";

/** The submission with these values in place of its own; what is computed from them follows. */
export function withScores(
  submission: Submission,
  scores: ReadonlyMap<string, Entry>,
  template: Template,
): Submission {
  const changed = new Set<string>();
  const scored = eachLine(submission, (line) => {
    const score = scores.get(line.code);
    if (!score) return line;
    changed.add(line.code);
    return { ...line, current: score };
  });
  return changed.size === 0 ? submission : computedAgain(scored, changed, template, null);
}

/** The scores that the county had typed for the unit before it sent this report; its own reasons stay. */
export function withScoresOf(
  submission: Submission,
  known: Submission | undefined,
  template: Template,
): Submission {
  if (!known) return submission;
  const own = new Map(linesOf(submission).map((line) => [line.code, line.current]));
  const items = countyItems(template);
  const scores = linesOf(known)
    .filter(({ current }) => current.steps.includes(SCORED))
    .filter(({ code }) => items.has(code) || (own.get(code)?.value ?? null) === null)
    .map(({ code, current }) => [code, current] as const);
  return withScores(submission, new Map(scores), template);
}
