/** What the county typed on 督导评分, in the units' submissions. */
import { SHEETS } from "../county-layout/sheet-names";
import type { Entry, Submission } from "../intake/submission";
import type { Template } from "../template/template";
import { linesOf } from "../validation/computed-again";
import { SCORED, withScores } from "../validation/county-scores";
import { indexTemplate } from "../template/template-index";
import type { CellValue } from "../workbook/workbook";
import type { TypedScore } from "./scores-sheet";

/** Only what differs from what the workbook had when it was written was typed by somebody. */
export function withTypedScores(
  submission: Submission,
  typed: ReadonlyMap<string, ReadonlyMap<string, TypedScore>> | null,
  template: Template,
): Submission {
  const own = typed?.get(submission.unit?.name ?? "");
  if (!own) return submission;
  const { indicators } = indexTemplate(template);
  const known = new Map(linesOf(submission).map((line) => [line.code, line.current]));
  const scores = [...own].flatMap(([item, score]): [string, Entry][] => {
    const before = known.get(item)?.value ?? null;
    if (!known.has(item) || before === score.value) return [];
    return [[item, entryOf(score, indicators.get(item)?.indicator.kind === "text")]];
  });
  return withScores(submission, new Map(scores), template);
}

/** A word where points belong is no score: it is said. */
function entryOf({ value, cell }: TypedScore, isText: boolean): Entry {
  const isValue = value === null || isText || typeof value === "number";
  return {
    raw: String(value ?? ""),
    value: isValue ? asItem(value, isText) : null,
    state: value === null ? "blank" : isValue ? "filled" : "refused",
    approximate: false,
    steps: [SCORED],
    place: { file: null, sheet: SHEETS.scores, cell },
  };
}

function asItem(value: CellValue, isText: boolean): CellValue {
  return isText && value !== null ? String(value) : value;
}
