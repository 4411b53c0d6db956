/** What has become of each decision: it holds, or what it was about is another by now, or is no longer there. */
import { decisionId, type Decision } from "../findings/decisions";
import type { Finding, Place } from "../findings/finding";
import { isRepaired, repairKey } from "../findings/repair";
import type { Entry, Submission } from "../intake/submission";
import { findingKey } from "../findings/explanations";
import type { Assessment } from "./assess";
import { isConfirmable } from "./apply-decisions";

/**
 * `changed`: something else is there by now, so that it does not apply; `gone`: its file or cell is not there, and
 * it waits for it to come back.
 */
export type DecisionState = "applied" | "changed" | "gone";

export interface DecisionWithState {
  readonly id: string;
  readonly decision: Decision;
  readonly state: DecisionState;
}

/** `findings`: the session's, with the county's own. In the order of the decisions. */
export function decisionsWithState(
  { decisions, submissions, counted, reported }: Assessment,
  findings: readonly Finding[],
): readonly DecisionWithState[] {
  const isAside = ({ unit, file }: Submission): boolean =>
    reported.some((each) => each.status === "setAside" && each.unit === unit?.name && each.file === file);
  // Of a file that is set aside nothing counts, whatever was repaired in it.
  const all = [...counted, ...submissions.filter((each) => !counted.includes(each) && !isAside(each))];
  const states: {
    [Kind in Decision["kind"]]: (decision: Extract<Decision, { kind: Kind }>) => DecisionState;
  } = {
    accept: ({ finding }) => repairState(finding, all),
    explain: ({ finding }) => {
      const key = findingKey({ ...finding, causes: [] });
      const found = findings.find((each) => findingKey(each) === key);
      if (found === undefined) return "gone";
      return isAnswered(found) ? "applied" : "changed";
    },
    choose: ({ unit, file }) => {
      const own = reported.filter((each) => each.unit === unit);
      if (own.some(({ status }) => status === "setAside"))
        return own.some((each) => each.file === file && each.status !== "setAside") ? "applied" : "changed";
      return own.length > 1 ? "changed" : "gone";
    },
    confirm: ({ file, code }) => {
      const found = findings.some(
        (each) => each.code === code && each.place.file === file && isConfirmable(each),
      );
      return found ? "applied" : "gone";
    },
    countAnyway: ({ file }) => {
      const own = reported.find((each) => each.file === file);
      if (own === undefined) return "gone";
      return own.status === "otherPeriod" ? "changed" : "applied";
    },
    sendBack: ({ unit, came }) => {
      if (!reported.some((each) => each.unit === unit)) return "gone";
      return came.length > 0 ? "changed" : "applied";
    },
    answer: ({ about }) => (findings.some((each) => findingKey(each) === about) ? "applied" : "gone"),
  };
  return decisions.map((decision) => ({
    id: decisionId(decision),
    decision,
    state: states[decision.kind](decision as never),
  }));
}

/** Of another file of the unit the same cell is meant. */
function repairState(
  { unit, place }: Pick<Finding, "unit" | "place">,
  all: readonly Submission[],
): DecisionState {
  const same = all.filter(({ file }) => file === place.file);
  const own = same.length > 0 ? same : all.filter((each) => unit !== null && each.unit?.name === unit);
  const entries = own.flatMap((submission) => entriesAt(submission, place));
  // The county workbook keeps the rows of lists, but not where in a row a value stood.
  const isUntold = (each: Submission): boolean =>
    each.evidence.includes("countyWorkbook") && (each.file === place.file || hasSheet(each, place.sheet));
  if (entries.length === 0 && own.some(isUntold)) return "applied";
  if (entries.some(isRepaired)) return "applied";
  return own.length > 0 ? "changed" : "gone";
}

function hasSheet({ forms, lists }: Submission, name: string | null): boolean {
  return [...forms.values(), ...lists.values()].some(({ sheet }) => sheet === name);
}

/** The entries of the forms and lists that are at the cell. */
export function entriesAt({ forms, lists }: Submission, place: Pick<Place, "sheet" | "cell">): Entry[] {
  const key = repairKey(place);
  const lines = [...forms.values()].flatMap((form) => [...form.lines.values()]);
  const rows = [...lists.values()].flatMap((list) => list.rows);
  return [
    ...lines.flatMap(({ current, lastYear }) => [current, ...(lastYear ? [lastYear] : [])]),
    ...rows.flatMap(({ cells }) => [...cells.values()]),
  ].filter((entry) => repairKey(entry.place) === key);
}

function isAnswered(finding: Finding): boolean {
  return finding.params.explainedBy === "county" || finding.causes.some(isAnswered);
}
