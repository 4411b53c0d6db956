/** What a 退回单 must not quote: names of people in lists, telephone numbers, and what another unit wrote of people. */
import type { Submission } from "../../intake/submission";
import type { Template } from "../../template/template";
import { seenIn, unexplained } from "../../validation/explanations";
import { PersonalCells, withoutTelephone, withoutTelephonesIn } from "../privacy";
import type { Say } from "../say";
import type { ReturnedFinding, RoundOfReturns } from "./unit-returns";

/** Lists in which private persons may stand, although the county may see them: who gave and who was helped. */
const OTHERS_PERSONAL: ReadonlySet<string> = new Set(["L2"]);

/** The round without personal data; places stay, so that a unit finds its cells. */
export function shareableReturns<R extends RoundOfReturns>(
  round: R,
  template: Template,
  submissions: readonly Submission[],
  say: Say,
): R {
  const personal = new PersonalCells(template, submissions);
  const placeholder = say("report.personalLeftOut");
  const clean = (finding: ReturnedFinding): ReturnedFinding => {
    const redacted = withoutTelephonesIn(personal.redact(finding, placeholder), say);
    const hidden = OTHERS_PERSONAL.has(String(finding.params["list"])) && "otherText" in finding.params;
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
  return { ...round, findings: round.findings.map(clean) };
}

function rawOf({ raw }: ReturnedFinding, params: ReturnedFinding["params"], say: Say): string | null {
  if (raw === null) return null;
  return "raw" in params && params["raw"] !== null ? String(params["raw"]) : withoutTelephone(raw, say);
}
