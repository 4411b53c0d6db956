/** Findings as 审核 shows them: chosen by class, unit and words, grouped by unit or by rule. */
import type { RuleClass } from "../../rules/rule";
import type { FindingView, SessionView } from "../../app/view";
import { codeId, codeText } from "../../findings/finding-code";
import type { TakenView } from "./decide/Taken";

export const CLASSES: readonly RuleClass[] = ["mustFix", "explain", "note"];

export type Grouping = "unit" | "weight" | "form" | "rule";
export const GROUPINGS: readonly Grouping[] = ["unit", "weight", "form", "rule"];

/** Is there anything left to decide about it? */
export function asksSomething({ weight, deciding }: FindingView): boolean {
  return weight !== "note" || deciding.accept !== null;
}

export interface Choice {
  /** Classes that are shown. */
  readonly classes: ReadonlySet<RuleClass>;
  /** Null for all. */
  readonly unit: string | null;
  readonly search: string;
  /** Only what asks for something. */
  readonly unresolved: boolean;
  readonly grouping: Grouping;
}

export interface FindingGroup {
  /** The unit's name or the rule; null for what belongs to no unit. */
  readonly key: string | null;
  readonly findings: readonly FindingView[];
  /** Proposals that were taken in it. */
  readonly taken: readonly TakenView[];
}

/** `textOf`: the sentence of a finding, in which the search looks too. */
export function chosenFindings(
  findings: SessionView["findings"],
  { classes, unit, search, unresolved }: Omit<Choice, "grouping">,
  textOf: (finding: FindingView) => string,
): readonly FindingView[] {
  const wanted = search.trim().toLowerCase();
  return findings.filter(
    (finding) =>
      classes.has(finding.weight) &&
      (!unresolved || asksSomething(finding)) &&
      (unit === null || finding.unit === unit) &&
      (wanted === "" || wordsIn(finding, textOf).includes(wanted)),
  );
}

function wordsIn(finding: FindingView, textOf: (finding: FindingView) => string): string {
  const { code, unit, place, indicator } = finding;
  const parts = [codeText(code), unit, place.file, place.sheet, place.cell, indicator, textOf(finding)];
  return parts
    .filter((part) => part !== null)
    .join(" ")
    .toLowerCase();
}

type Grouped = Pick<FindingView, "unit" | "code" | "class" | "place" | "params"> &
  Partial<Pick<FindingView, "weight">>;

function keyIn(
  grouping: Grouping,
  { unit, code, weight, class: own, place, params }: Grouped,
): string | null {
  switch (grouping) {
    case "unit":
      return unit;
    case "weight":
      return weight ?? own;
    case "form":
      return place.sheet;
    case "rule":
      // Several rules of a template may share a number.
      return `${codeId(code)} ${typeof code === "string" ? "" : (params["relation"] ?? "")}`;
  }
}

/**
 * Groups in the order in which they first appear, what belongs to no unit or form after all others; within a group, what
 * must be fixed first.
 */
export function groupFindings(findings: readonly FindingView[], grouping: Grouping): readonly FindingGroup[] {
  const groups = new Map<string | null, FindingView[]>();
  for (const finding of findings) {
    const key = keyIn(grouping, finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const sorted = [...groups].map(([key, members]) => ({
    key,
    findings: [...members].sort(byWeight),
    taken: [],
  }));
  return grouping === "unit" || grouping === "form"
    ? [...sorted.filter(({ key }) => key !== null), ...sorted.filter(({ key }) => key === null)]
    : sorted.sort((a, b) => byWeight(a.findings[0]!, b.findings[0]!));
}

/** Groups with the proposals that were taken in each; `otherTaken`: those of which no group is shown. */
export function addTaken(
  groups: readonly FindingGroup[],
  taken: readonly TakenView[],
  grouping: Grouping,
): { readonly withTaken: readonly FindingGroup[]; readonly otherTaken: readonly TakenView[] } {
  const keyOf = ({ decision }: TakenView): string | null => keyIn(grouping, decision.finding);
  const keys = new Set(groups.map(({ key }) => key));
  return {
    withTaken: groups.map((group) => ({
      ...group,
      taken: taken.filter((each) => keyOf(each) === group.key),
    })),
    otherTaken: taken.filter((each) => !keys.has(keyOf(each))),
  };
}

/** For each finding that proposes something, all of its kind, in all units. */
export function sameKinds(findings: readonly FindingView[]): ReadonlyMap<string, readonly FindingView[]> {
  const kinds = new Map<string, FindingView[]>();
  for (const finding of findings) {
    if (finding.deciding.accept === null || finding.proposal === undefined) continue;
    const key = codeId(finding.code);
    const own = kinds.get(key);
    if (own) own.push(finding);
    else kinds.set(key, [finding]);
  }
  return new Map([...kinds.values()].flatMap((all) => all.map(({ id }) => [id, all] as const)));
}

/** Findings that are said under the first of them. */
export interface Bundle {
  readonly key: string;
  readonly first: FindingView;
  readonly others: readonly FindingView[];
}

/** Fewer others of the same kind are shown one by one. */
const LEAST_OTHERS = 3;

/** What a whole column has alike is one entry: the same on one sheet, with nobody's answer waiting beside it. */
export function bundled(findings: readonly FindingView[]): readonly Bundle[] {
  const kinds = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const key = kindOnSheet(finding);
    kinds.set(key, [...(kinds.get(key) ?? []), finding]);
  }
  const single = (finding: FindingView): Bundle => ({ key: finding.id, first: finding, others: [] });
  return [...kinds].flatMap(([key, [first, ...others]]) =>
    others.length >= LEAST_OTHERS
      ? [{ key, first: first!, others }]
      : [single(first!), ...others.map(single)],
  );
}

function kindOnSheet({ id, unit, code, weight, params, place, answer, stillStands }: FindingView): string {
  if (place.cell === null || answer !== null) return id;
  const { file, sheet } = place;
  return JSON.stringify([unit, file, sheet, code, params["variant"], weight, stillStands]);
}

function byWeight(a: FindingView, b: FindingView): number {
  return CLASSES.indexOf(a.weight) - CLASSES.indexOf(b.weight);
}
