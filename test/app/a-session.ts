/** A session over workbooks that need no reading. */
import { codeText } from "../../src/findings/finding-code";
import type { Accept, Explain } from "../../src/findings/decisions";
import type { Finding, Proposal } from "../../src/findings/finding";
import { SessionModel } from "../../src/app/session-model";
import type { ReadResult } from "../../src/ports/ports";
import { seenIn } from "../../src/findings/explanations";
import type { WorkbookPlan } from "../../src/workbook/plan";
import { workbookOf } from "../samples/made-once";
import { template } from "../taskpane/a-county";

export function sessionOf(plans: Readonly<Record<string, WorkbookPlan>>): SessionModel {
  const session = new SessionModel({ template });
  give(session, plans);
  return session;
}

export function give(session: SessionModel, plans: Readonly<Record<string, WorkbookPlan>>): void {
  const results = Object.entries(plans).map(([file, plan]): ReadResult => ({
    file,
    ok: true,
    workbook: workbookOf(plan),
    notices: [],
  }));
  session.take(results);
}

/** The finding of this code; a test that wants one that is not there fails. */
export function findingOf(session: SessionModel, code: string, cell?: string): Finding {
  const found = session
    .consolidate()!
    .findings.find(
      (finding) => codeText(finding.code) === code && (cell === undefined || finding.place.cell === cell),
    );
  if (!found) throw new Error(`no ${code} among the findings`);
  return found;
}

export function accept({ causes: _causes, ...finding }: Finding, proposal = finding.proposal): Accept {
  return { kind: "accept", finding: { ...finding, proposal: proposal! } };
}

export function explain(finding: Finding, text: string): Explain {
  const { causes: _causes, ...decided } = finding;
  return { kind: "explain", finding: decided, seen: seenIn(finding), text };
}

/** A proposal that somebody might have made. */
export function propose(from: string, was: Proposal["was"], to: Proposal["to"]): Proposal {
  return { from, was, to, because: { code: "asRead", params: {} } };
}
