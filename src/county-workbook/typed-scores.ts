/** What the county typed on 督导评分, in the units' submissions. */
import { SHEETS } from "../county-layout/sheet-names";
import type { Entry, Submission } from "../intake/submission";
import type { Template } from "../template/template";
import { linesOf } from "../validation/computed-again";
import { SCORED, withScores } from "../validation/county-scores";
import { indexTemplate } from "../template/template-index";
import type { CellValue, Workbook } from "../workbook/workbook";
import { readMachineSheet } from "./machine-sheet";
import { readScoresSheet, type TypedScore } from "./scores-sheet";

export type { TypedScore };

/** By the unit's name, then by item: what 督导评分 says. */
export type TypedScores = ReadonlyMap<string, ReadonlyMap<string, TypedScore>>;

/** The submission with what the county typed. */
export function withTypedScores(
  submission: Submission,
  typed: TypedScores | null,
  template: Template,
): Submission {
  return typed ? withScores(submission, changedScores(submission, typed, template), template) : submission;
}

/** What 督导评分 of a county workbook says, before its sheets are written again; null in one without. */
export function typedScoresIn(workbook: Workbook, template: Template): TypedScores | null {
  const facts = readMachineSheet(workbook);
  const sheet = workbook.sheets.find(({ name }) => name === SHEETS.scores);
  return facts && sheet ? readScoresSheet(sheet, facts, template) : null;
}

/** Only what differs from what the submission has was typed by somebody. */
export function changedScores(
  submission: Submission,
  typed: TypedScores,
  template: Template,
): ReadonlyMap<string, Entry> {
  const own = typed.get(submission.unit?.name ?? "");
  if (!own) return new Map();
  const { indicators } = indexTemplate(template);
  const known = new Map(linesOf(submission).map((line) => [line.code, line.current]));
  return new Map(
    [...own].flatMap(([item, score]): [string, Entry][] => {
      const before = known.get(item)?.value ?? null;
      if (!known.has(item) || before === score.value) return [];
      return [[item, entryOf(score, indicators.get(item)?.indicator.kind === "text")]];
    }),
  );
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
