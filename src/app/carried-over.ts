/**
 * What a county workbook keeps of units that send nothing new. Their repairs are taken out as it is opened and put in
 * again with what else is decided, so that each can be taken back without the unit's file.
 */
import type { Accept, Decision } from "../findings/decisions";
import type { Reported } from "../consolidation/consolidation";
import type { CountyRecord } from "../consolidation/county-record";
import { isReported } from "../consolidation/reported";
import type { Finding } from "../findings/finding";
import { CONFIRMED, isRepaired, repairKey, stepOf } from "../findings/repair";
import type { Entry, Submission } from "../intake/submission";
import type { Template } from "../template/template";
import { findingKey } from "../findings/explanations";
import { computedAgain, eachLine, EDITED, linesOf } from "../validation/computed-again";
import type { LastYear } from "../validation/last-year";
import { statusOf } from "../findings/status";

export type Kept = Pick<CountyRecord, "submissions" | "reported" | "findings">;

/** The record as the units' files alone would have it: without repairs and confirmations. */
export function withoutRepairs(record: CountyRecord, template: Template): CountyRecord {
  const accepted = record.decisions.filter(isAccept).filter(({ finding }) => isRepairedIn(record, finding));
  const undo = (entry: Entry, { finding: { proposal } }: Accept): Entry => ({
    ...entry,
    value: proposal.was,
    state: proposal.was !== null ? "filled" : entry.raw === "" ? "blank" : "refused",
    steps: [],
  });
  const submissions = record.submissions
    .map((submission) => changedBy(submission, accepted, undo, template, record.lastYear))
    .map((submission) => eachEntry(submission, (entry) => withoutStep(entry, CONFIRMED)));
  const findings = [
    ...record.findings,
    ...accepted
      .filter(({ finding: { unit } }) => isReported(unit, record))
      .map(({ finding }): Finding => ({ ...finding, causes: [] })),
  ];
  return {
    ...record,
    submissions,
    findings,
    reported: withStatuses(record.reported, record.findings, findings),
  };
}

/** What is kept, with the repairs that were accepted for it. */
export function withRepairs(
  kept: Kept,
  decisions: readonly Decision[],
  template: Template,
  lastYear: LastYear | null,
): Kept {
  const accepted = decisions.filter(isAccept);
  const redo = (entry: Entry, { finding: { proposal } }: Accept): Entry =>
    entry.raw === proposal.from
      ? { ...entry, value: proposal.to, state: "filled", approximate: false, steps: [stepOf(proposal)] }
      : entry;
  const confirmed = new Set(
    decisions.flatMap((each) => (each.kind === "confirm" ? [`${each.code} ${each.file ?? ""}`] : [])),
  );
  const isConfirmed = ({ steps, place }: Entry): boolean =>
    steps.some((step) => confirmed.has(`${step} ${place.file ?? ""}`));
  const submissions = kept.submissions
    .map((submission) => changedBy(submission, accepted, redo, template, lastYear))
    .map((submission) =>
      eachEntry(submission, (entry) =>
        isConfirmed(entry) ? { ...entry, steps: [...entry.steps, CONFIRMED] } : entry,
      ),
    );
  const done = new Set(
    accepted
      .filter(({ finding }) => isRepairedIn({ submissions }, finding))
      .map(({ finding }) => findingKey({ ...finding, causes: [] })),
  );
  const findings = kept.findings.filter((finding) => !done.has(findingKey(finding)));
  return { submissions, findings, reported: withStatuses(kept.reported, kept.findings, findings) };
}

/** How far units have come follows their findings, where it did before. */
export function withStatuses(
  reported: readonly Reported[],
  before: readonly Finding[],
  after: readonly Finding[],
): readonly Reported[] {
  return reported.map((each) => {
    const status = (findings: readonly Finding[]) =>
      statusOf(findings.filter(({ unit }) => unit === each.unit));
    if (each.status !== status(before) || status(before) === status(after)) return each;
    return { ...each, status: status(after) };
  });
}

function isAccept(decision: Decision): decision is Accept {
  return decision.kind === "accept";
}

function isRepairedIn(
  { submissions }: Pick<Kept, "submissions">,
  { unit, place }: Accept["finding"],
): boolean {
  return submissions.some(
    (submission) =>
      submission.unit?.name === unit &&
      linesOf(submission).some(
        ({ current }) => repairKey(current.place) === repairKey(place) && isRepaired(current),
      ),
  );
}

/** The submission with some of its cells changed, and the lines that the template computes from them. */
function changedBy(
  submission: Submission,
  accepted: readonly Accept[],
  change: (entry: Entry, accept: Accept) => Entry,
  template: Template,
  lastYear: LastYear | null,
): Submission {
  const own = new Map(
    accepted
      .filter(({ finding }) => finding.unit === submission.unit?.name)
      .map((accept) => [repairKey(accept.finding.place), accept]),
  );
  if (own.size === 0) return submission;
  const changed = new Set<string>();
  const repaired = eachLine(submission, (line) => {
    const accept = own.get(repairKey(line.current.place));
    if (accept === undefined || line.current.steps.includes(EDITED)) return line;
    changed.add(line.code);
    return { ...line, current: change(line.current, accept) };
  });
  return computedAgain(repaired, changed, template, lastYear);
}

function eachEntry(submission: Submission, change: (entry: Entry) => Entry): Submission {
  return eachLine(submission, (line) => ({ ...line, current: change(line.current) }));
}

function withoutStep(entry: Entry, step: string): Entry {
  return entry.steps.includes(step)
    ? { ...entry, steps: entry.steps.filter((each) => each !== step) }
    : entry;
}
