/** What a 退回单 must not quote: names of people in lists, telephone numbers, and what another unit wrote of people. */
import type { Submission } from "../intake/submission";
import { DONATIONS, listWithRole } from "../template/builtin/list-roles";
import type { Template } from "../template/template";
import { seenIn, unexplained } from "../findings/explanations";
import { PersonalCells, withoutNumbers, findingWithoutNumbers } from "../county-workbook/privacy";
import type { Say } from "../findings/say";
import type { Decision } from "../findings/decisions";
import type { HandledState } from "./handled";
import type { ReturnedFinding, SessionOfReturns } from "./unit-returns";

/** The session without personal data; places stay, so that a unit finds its cells. */
export function shareableReturns<R extends SessionOfReturns>(
  session: R,
  template: Template,
  submissions: readonly Submission[],
  say: Say,
): R {
  const personal = new PersonalCells(template, submissions);
  const placeholder = say("report.personalLeftOut");
  // Private persons may be in it, although the county may see them: who gave and who was helped.
  const donations = listWithRole(template, DONATIONS)?.id;
  const clean = (finding: ReturnedFinding): ReturnedFinding => {
    const redacted = findingWithoutNumbers(personal.redact(finding, placeholder), say);
    const hidden = finding.params["list"] === donations && "otherText" in finding.params;
    const params = hidden ? { ...redacted.params, otherText: placeholder } : redacted.params;
    return {
      ...finding,
      ...redacted,
      params,
      seen: seenIn(unexplained(finding)),
      raw: rawOf(finding, params, say),
      causes: finding.causes.map(clean),
    };
  };
  const decisions = session.decisions?.flatMap((standing): HandledState[] => {
    const decision = cleanDecision(standing.decision, clean, say);
    return decision ? [{ ...standing, decision }] : [];
  });
  return { ...session, findings: session.findings.map(clean), ...(decisions ? { decisions } : {}) };
}

/** Null where nothing of it may be quoted. */
function cleanDecision(
  decision: Decision,
  clean: (finding: ReturnedFinding) => ReturnedFinding,
  say: Say,
): Decision | null {
  if (decision.kind === "explain") return { ...decision, text: withoutNumbers(decision.text, say) };
  if (decision.kind !== "accept") return decision;
  const { finding } = decision;
  const { proposal } = clean({ ...finding, raw: null, weight: finding.class, causes: [] });
  return proposal ? { ...decision, finding: { ...finding, proposal } } : null;
}

function rawOf({ raw }: ReturnedFinding, params: ReturnedFinding["params"], say: Say): string | null {
  if (raw === null) return null;
  return "raw" in params && params["raw"] !== null ? String(params["raw"]) : withoutNumbers(raw, say);
}
