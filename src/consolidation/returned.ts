/** What became of the reports that went back: who waits, who has sent again, and what of the asked is mended. */
import { codeKey } from "../findings/catalogue-entry";
import type { Finding } from "../findings/finding";
import { findingKey } from "../findings/explanations";
import { withCauses } from "../findings/status";
import { weightOf } from "../findings/severity";
import { isReported, READ_STATUSES, type Reported } from "./reported";
import {
  answerHash,
  type Answer,
  type AskedFinding,
  type Decision,
  type SendBack,
} from "../findings/decisions";

/** `answered`: only its 退回单 came back, no report; `resent`: a report with something else in it came. */
export type ReturnState = "waiting" | "answered" | "resent";

/**
 * `mended`: the report that came no longer shows it; `settled`: the county explained, repaired or confirmed it meanwhile;
 * `unknown`: what came cannot be read, or there are two of it.
 */
export type PointState = "stands" | "mended" | "settled" | "unknown";

export interface ReturnedPoint {
  readonly finding: AskedFinding;
  readonly state: PointState;
}

export interface ReturnProgress {
  readonly unit: string;
  /** When it went back last, `2021-01-18`. */
  readonly day: string;
  /** How often it went back. */
  readonly times: number;
  readonly state: ReturnState;
  readonly points: readonly ReturnedPoint[];
}

export interface SessionNow {
  readonly decisions: readonly Decision[];
  readonly reported: readonly Reported[];
  /** The session's, with the county's own. */
  readonly findings: readonly Finding[];
}

/** In the order of the decisions; units of which nothing is there any more are left out. */
export function returnProgress(now: SessionNow): readonly ReturnProgress[] {
  const returns = now.decisions.filter((each): each is SendBack => each.kind === "sendBack");
  if (returns.length === 0) return [];
  const answers = now.decisions.filter(isAnswer);
  return returns
    .filter(({ unit }) => now.reported.some((each) => each.unit === unit))
    .map((sendBack) => {
      const { unit, day, earlier, came, asked, answered } = sendBack;
      const isNew = (answer: Answer): boolean =>
        answer.unit === unit && !answered.includes(answerHash(answer));
      const state = came.length > 0 ? "resent" : answers.some(isNew) ? "answered" : "waiting";
      const stateOf = pointStates(sendBack, state === "resent", now);
      return {
        unit,
        day,
        times: earlier.length + 1,
        state,
        points: asked.map((finding) => ({ finding, state: stateOf(finding) })),
      };
    });
}

function isAnswer(decision: Decision): decision is Answer {
  return decision.kind === "answer";
}

function pointStates(
  { unit, asked: all }: SendBack,
  resent: boolean,
  { decisions, reported, findings }: SessionNow,
): (finding: AskedFinding) => PointState {
  const own = findings.flatMap(withCauses).filter((each) => each.unit === unit);
  const isRead = reported.some((each) => each.unit === unit && READ_STATUSES.has(each.status));
  const isKnown = isRead && isReported(unit, { reported, findings });
  const repaired = new Set(
    decisions.flatMap((each) =>
      each.kind === "accept" ? [findingKey({ ...each.finding, causes: [] })] : [],
    ),
  );
  const keys = all.map((asked) => findingKey({ ...asked, causes: [] }));
  return (asked) => {
    const key = findingKey({ ...asked, causes: [] });
    // Of two sheets that are missing one may be there by now: then what the findings say distinguishes them.
    const isOnly = keys.filter((each) => each === key).length === 1;
    const isSame = (each: Finding): boolean =>
      findingKey(each) === key && (isOnly || JSON.stringify(each.params) === JSON.stringify(asked.params));
    const found = own.find(isSame) ?? own.find((each) => isSameLine(each, asked));
    if (found) return weightOf(found) === "note" ? "settled" : "stands";
    if (!isKnown) return "unknown";
    return !resent || repaired.has(key) ? "settled" : "mended";
  };
}

/** Is it what the unit was asked about? */
export function isAskedIn({ points }: ReturnProgress, found: Finding): boolean {
  const key = findingKey(found);
  return points.some(
    ({ finding }) => findingKey({ ...finding, causes: [] }) === key || isSameLine(found, finding),
  );
}

/** Rows may have moved in the workbook that came again; a line of a form is known by its code. */
function isSameLine(found: Finding, asked: AskedFinding): boolean {
  const isSameCode = codeKey(found.code) === codeKey(asked.code);
  return asked.indicator !== null && isSameCode && found.indicator === asked.indicator;
}

/** How many points are in a state. */
export function countPoints({ points }: ReturnProgress, state: PointState): number {
  return points.filter((point) => point.state === state).length;
}
