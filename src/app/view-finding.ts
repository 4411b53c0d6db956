/** What a person sees of a finding: with the text of its cell, and what can be decided about it. */
import type { Finding, Place } from "../findings/finding";
import { decisionIdFor, type Answer } from "../findings/decisions";
import { isAskedIn, type ReturnProgress } from "../consolidation/returned";
import { canBeExplained, findingKey, seenIn, unexplained } from "../findings/explanations";
import { weightOf } from "../findings/severity";
import type { Indicator, IndicatorKind } from "../template/template";
import { isConfirmable } from "./apply-decisions";
import type { AnswerView, EnteredView, FindingView } from "./view";

/** A unit may have several files, of which the same is found. */
export function findingId(finding: Finding): string {
  return `${finding.place.file ?? ""} ${findingKey(finding)}`;
}

/** What was decided stays to be seen and taken back, whatever the finding has become. */
function decidingOf(finding: Finding, taken: ReadonlySet<string>): FindingView["deciding"] {
  const [accept, explain, confirm] = (["accept", "explain", "confirm"] as const).map((kind) =>
    decisionIdFor(kind, finding),
  ) as [string, string, string];
  return {
    accept: finding.proposal === undefined ? null : accept,
    explain: canBeExplained(finding) || taken.has(explain) ? explain : null,
    confirm: isConfirmable(finding) ? confirm : null,
  };
}

/** The text of a cell; null where there is none. */
export type TextAt = (place: Place) => string | null;

/** What a finding's view needs besides the finding. */
export interface Known {
  lineOf(code: string): Indicator | undefined;
  readonly textAt: TextAt;
  /** The names of all decisions. */
  readonly taken: ReadonlySet<string>;
  /** What units wrote, by the finding's key. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Units that have sent again what went back. */
  readonly resent: ReadonlyMap<string, ReturnProgress>;
}

export function viewFinding(finding: Finding, known: Known): FindingView {
  const { textAt, taken, answers, resent } = known;
  const back = resent.get(finding.unit ?? "");
  const weight = weightOf(finding);
  return {
    ...finding,
    raw: rawOf(finding, textAt),
    weight,
    id: findingId(finding),
    stillStands: weight !== "note" && back !== undefined && isAskedIn(back, finding),
    answer: answerOf(finding, answers.get(findingKey(finding))),
    deciding: decidingOf(finding, taken),
    enters: weight === "note" || finding.unit === null ? null : entersOf(finding, known),
    causes: finding.causes.map((cause) => viewFinding(cause, known)),
  };
}

/** A cell that the unit fills: what is computed comes right by itself. */
function entersOf(finding: Finding, { lineOf }: Known): FindingView["enters"] {
  const { indicator, place } = finding;
  const line = indicator === null || place.cell === null ? undefined : lineOf(indicator);
  if (line === undefined || line.formula !== undefined) return null;
  const kind = ENTERED[line.kind];
  return kind === null ? null : { kind, decision: decisionIdFor("accept", finding) };
}

const ENTERED: Readonly<Record<IndicatorKind, EnteredView["kind"] | null>> = {
  whole: "number",
  decimal: "number",
  amount: "number",
  percent: "number",
  yesNo: "yesNo",
  text: null,
  choice: null,
  date: null,
};

function answerOf(finding: Finding, answer: Answer | undefined): AnswerView | null {
  if (!answer) return null;
  const { text, file, seen } = answer;
  const { explained, explainedIn } = finding.params;
  return {
    text,
    file,
    outdated: seen !== seenIn(unexplained(finding)),
    taken: explained === text && explainedIn !== undefined,
  };
}

/**
 * What a finding itself says of its cell comes first: it leaves out what is personal. Only cells of a form's line are
 * looked up, as lists may hold names.
 */
function rawOf({ params, indicator, place }: Finding, textAt: TextAt): string | null {
  if ("raw" in params) return params["raw"] === null ? null : String(params["raw"]);
  return indicator === null || place.cell === null ? null : textAt(place);
}
