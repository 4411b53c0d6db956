/** 退回: what is remembered of a report that goes back. */
import {
  answerHash,
  type Answer,
  type AskedFinding,
  type SendBack,
  type SentFile,
} from "../findings/decisions";
import type { Finding } from "../findings/finding";
import { asksUnit } from "../validation/asks-unit";
import { findingKey } from "../findings/explanations";
import { weightOf } from "../findings/severity";
import { isAmong } from "./apply-decisions";

export interface Sending {
  readonly unit: string;
  /** `2021-01-18`. */
  readonly day: string;
  /** The unit's files. */
  readonly sent: readonly SentFile[];
  /** What units wrote in their 退回单. */
  readonly answers: readonly Answer[];
  /** The session's. */
  readonly findings: readonly Finding[];
}

/**
 * `before`: how it went back last. Where nothing came since and the same is asked, that stands: its papers were only made
 * again, and the unit has had them since that day.
 */
export function sendBackOf(
  { unit, day, sent, answers, findings }: Sending,
  before: SendBack | null,
): SendBack {
  const all = findings.filter((finding) => finding.unit === unit).flatMap(askedOf);
  // As on the 退回单: what must be fixed comes first.
  const asked = (["mustFix", "explain"] as const).flatMap((weight) =>
    all.filter((each) => each.weight === weight),
  );
  const answered = answers.filter((answer) => answer.unit === unit).map(answerHash);
  const isNew = answered.some((mark) => !before?.answered.includes(mark));
  if (before && before.came.length === 0 && !isNew && sameAsked(before.asked, asked)) return before;
  const known = [...(before?.sent ?? []), ...(before?.came ?? [])];
  const earlier = before ? [...before.earlier, before.day] : [];
  return {
    kind: "sendBack",
    unit,
    day,
    earlier,
    sent: [...known, ...sent.filter(({ mark }) => mark !== "" && !isAmong(known, mark))],
    came: [],
    answered,
    asked,
  };
}

function askedOf(finding: Finding): AskedFinding[] {
  const { causes: _causes, proposal: _proposal, ...own } = finding;
  const weight = weightOf(finding);
  return weight === "note" || !asksUnit(finding) ? [] : [{ ...own, weight }];
}

function sameAsked(before: readonly AskedFinding[], now: readonly AskedFinding[]): boolean {
  const keys = (asked: readonly AskedFinding[]): string =>
    asked
      .map((finding) => findingKey({ ...finding, causes: [] }))
      .sort()
      .join("\n");
  return keys(before) === keys(now);
}
