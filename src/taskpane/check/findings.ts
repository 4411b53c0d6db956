/** Findings as 审核 shows them: chosen by class, unit and words, grouped by unit or by rule. */
import type { RuleClass } from "../../rules/rule";
import type { FindingView, RoundView } from "../../round/view";

export const CLASSES: readonly RuleClass[] = ["mustFix", "explain", "note"];

export type Grouping = "unit" | "rule";

export interface Choice {
  /** Classes that are shown. */
  readonly classes: ReadonlySet<RuleClass>;
  /** Null for all. */
  readonly unit: string | null;
  readonly search: string;
  readonly grouping: Grouping;
}

export interface FindingGroup {
  /** The unit's name or the rule's number; null for what belongs to no unit. */
  readonly key: string | null;
  readonly findings: readonly FindingView[];
}

/** `textOf`: the sentence of a finding, in which the search looks too. */
export function chosenFindings(
  findings: RoundView["findings"],
  { classes, unit, search }: Omit<Choice, "grouping">,
  textOf: (finding: FindingView) => string,
): readonly FindingView[] {
  const wanted = search.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      classes.has(finding.weight) &&
      (unit === null || finding.unit === unit) &&
      (wanted === "" || wordsIn(finding, textOf).includes(wanted)),
  );
}

function wordsIn(finding: FindingView, textOf: (finding: FindingView) => string): string {
  const { code, unit, place, indicator } = finding;
  const parts = [code, unit, place.file, place.sheet, place.cell, indicator, textOf(finding)];
  return parts
    .filter((part) => part !== null)
    .join(" ")
    .toLowerCase();
}

/** Groups in the order in which they first appear; within, what must be fixed first. */
export function groupFindings(findings: readonly FindingView[], grouping: Grouping): readonly FindingGroup[] {
  const groups = new Map<string | null, FindingView[]>();
  for (const finding of findings) {
    const key = grouping === "unit" ? finding.unit : finding.code;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const sorted = [...groups].map(([key, members]) => ({ key, findings: [...members].sort(byWeight) }));
  return grouping === "unit" ? sorted : sorted.sort((a, b) => byWeight(a.findings[0]!, b.findings[0]!));
}

function byWeight(a: FindingView, b: FindingView): number {
  return CLASSES.indexOf(a.weight) - CLASSES.indexOf(b.weight);
}
