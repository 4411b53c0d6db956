/** From the units' submissions to the county's totals and its own findings. */
import { consolidate } from "../consolidation/consolidate";
import type { Consolidation } from "../consolidation/consolidation";
import type { Adjustment } from "../consolidation/adjustments";
import { READ_STATUSES } from "../consolidation/reported";
import type { Finding } from "../findings/finding";
import { asksUnitToCorrect, countyFindings } from "../consolidation/county-findings";
import { wantsPeriod } from "../template/template-index";
import type { Assessment, Task } from "./assess";
import { Decided } from "./apply-decisions";

/** What the totals need besides the submissions. */
export interface CountyTask extends Pick<
  Task,
  "template" | "lastYear" | "lastPeriod" | "evidence" | "holdBack"
> {
  readonly adjustments: readonly Adjustment[];
}

/** Null where the period is not known and the template has periods. */
export function consolidationOf(
  { period, counted, reported, missing, findings }: Assessment,
  { template, lastYear, lastPeriod, evidence, adjustments }: CountyTask,
): Consolidation | null {
  if (period === null && wantsPeriod(template)) return null;
  return consolidate({
    template,
    period,
    submissions: counted,
    reported,
    missing,
    findings,
    lastYear,
    lastPeriod: lastPeriod ?? null,
    evidence: evidence ?? null,
    adjustments,
  });
}

/** What the county's own rules find; what was explained is. */
export function countyFindingsOf(
  consolidation: Consolidation,
  { decisions }: Pick<Assessment, "decisions">,
): Finding[] {
  return new Decided(decisions, new Set()).explain(countyFindings(consolidation));
}

/** Where units with errors are held back, one that the county's own rules name waits as well. */
export function withHeldBack(assessment: Assessment, task: CountyTask): Assessment {
  const all = task.holdBack ? consolidationOf(assessment, task) : null;
  if (all === null) return assessment;
  const counted = new Set(assessment.counted.map(({ unit }) => unit!.name));
  const found = countyFindingsOf(all, assessment).filter(
    (finding) => asksUnitToCorrect(finding) && counted.has(finding.unit!),
  );
  if (found.length === 0) return assessment;
  const named = new Set(found.map(({ unit }) => unit));
  const next: Assessment = {
    ...assessment,
    counted: assessment.counted.filter(({ unit }) => !named.has(unit!.name)),
    reported: assessment.reported.map((each) =>
      named.has(each.unit) && READ_STATUSES.has(each.status) ? { ...each, status: "heldBack" } : each,
    ),
    findings: [...assessment.findings, ...found],
  };
  return withHeldBack(next, task);
}
