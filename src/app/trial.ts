/** 试跑 over a session: what a template would say of everything that was collected, beside the template in use. */
import { CATALOGUE, isCheckCode } from "../findings/catalogue";
import { codeKey } from "../findings/catalogue-entry";
import type { Finding, Place } from "../findings/finding";
import type { Submission } from "../intake/submission";
import { reportedClass, type Operand, type Rule, type RuleClass, type RuleFault } from "../rules";
import type { Template } from "../template/template";
import type { LastYear } from "../validation/last-year";
import { tryOut, type RuleTrial } from "../validation/try-out";

/** A unit that fails a rule. */
export interface FailedUnit {
  /** The register's name; null where none was identified. */
  readonly unit: string | null;
  /** Both sides' values; null where there are not two, and of a built-in check. */
  readonly left: Operand;
  readonly right: Operand;
  readonly place: Place;
  /** Under the template in use it does not fail this rule. */
  readonly isNew: boolean;
}

export interface TriedRule {
  readonly number: string;
  /** Null for a rule that is built in. */
  readonly relation: string | null;
  /** What it asks, by the names of its lines; null for one that is built in or cannot be understood. */
  readonly reading: string | null;
  readonly class: RuleClass;
  /** Against the template in use: `added` has a number that is not there, `changed` reads otherwise or weighs otherwise. */
  readonly change: "added" | "changed" | "same";
  /** Why it cannot be understood; then it was asked of nobody. */
  readonly fault: RuleFault | null;
  readonly passed: number;
  /** Not asked: a condition that does not hold, or something missing. Null for a built-in check, which does not say. */
  readonly skipped: number | null;
  readonly failed: readonly FailedUnit[];
  /** Units that fail it under the template in use, and would not any more. */
  readonly freed: readonly string[];
}

export interface Trial {
  /** How many workbooks it was tried on. */
  readonly submissions: number;
  /** The template's own rules in their order, then the built-in ones that anybody fails or failed. */
  readonly rules: readonly TriedRule[];
  /** Units that fail something which they do not fail under the template in use, in the order of the register. */
  readonly newlyFailing: readonly string[];
}

/** A template, what was collected as it reads it, and what its checks find there. */
export interface Tried {
  readonly template: Template;
  readonly submissions: readonly Submission[];
  readonly findings: readonly Finding[];
  /** On the template's own register. */
  readonly lastYear: LastYear | null;
}

/** Compares two templates by what they would say of the same workbooks. Pure. */
export function compareTrials(candidate: Tried, inUse: Tried): Trial {
  const before = failuresByNumber(trialsOf(inUse));
  const own = trialsOf(candidate).map((trial) => ownRule(trial, inUse.template.rules, before));
  const rules = [...own, ...builtInRules(candidate, inUse)];
  const isNew = new Set(
    rules.flatMap(({ failed }) => failed.filter((each) => each.isNew).map(({ unit }) => unit)),
  );
  return {
    submissions: candidate.submissions.filter(isReport).length,
    rules,
    newlyFailing: candidate.template.units.map(({ name }) => name).filter((name) => isNew.has(name)),
  };
}

/** Of another office's workbook (D01) nothing is asked. */
function isReport({ findings }: Submission): boolean {
  return !findings.some(({ code }) => code === "D01");
}

function trialsOf({ template, submissions, lastYear }: Tried): readonly RuleTrial[] {
  return tryOut(template.rules, submissions, template, lastYear);
}

/** A rule's number → the units that fail it. */
function failuresByNumber(trials: readonly RuleTrial[]): ReadonlyMap<string, ReadonlySet<string | null>> {
  const failures = new Map<string, Set<string | null>>();
  for (const { rule, failed } of trials) {
    const units = failures.get(rule.number) ?? new Set();
    for (const { unit } of failed) units.add(unit);
    failures.set(rule.number, units);
  }
  return failures;
}

function ownRule(
  { rule, reading, fault, passed, skipped, failed }: RuleTrial,
  old: readonly Rule[],
  before: ReadonlyMap<string, ReadonlySet<string | null>>,
): TriedRule {
  const failedBefore = before.get(rule.number) ?? new Set<string | null>();
  const fails = new Set(failed.map(({ unit }) => unit));
  return {
    number: rule.number,
    relation: rule.relation,
    reading,
    class: reportedClass(rule),
    change: changeOf(rule, old),
    fault,
    passed,
    skipped,
    failed: failed.map((each) => ({ ...each, isNew: !failedBefore.has(each.unit) })),
    freed: [...failedBefore].filter((unit) => unit !== null && !fails.has(unit)) as string[],
  };
}

/** Lines of one number are distinguished by what they say. */
function changeOf(rule: Rule, old: readonly Rule[]): TriedRule["change"] {
  const namesakes = old.filter(({ number }) => number === rule.number);
  if (namesakes.length === 0) return "added";
  return namesakes.some((each) => sameQuestion(each, rule)) ? "same" : "changed";
}

const ASKED = ["precondition", "relation", "tolerance", "class", "missing", "proposed"] as const;

function sameQuestion(a: Rule, b: Rule): boolean {
  return ASKED.every((part) => a[part] === b[part]);
}

/** Which template and year a workbook is of: of workbooks on an older version that is no news. */
function asksAboutWorkbook(number: string): boolean {
  return isCheckCode(number) && CATALOGUE[number].subject === "workbook";
}

/** The settings of built-in checks may have changed too: what they find is compared unit by unit and line by line. */
function builtInRules(candidate: Tried, inUse: Tried): TriedRule[] {
  const found = findingsByCode(candidate);
  const before = findingsByCode(inUse);
  const checks = Object.entries(candidate.template.builtIn).filter(([number]) => !asksAboutWorkbook(number));
  return checks.flatMap(([number, ruleClass]) => {
    const now = found.get(number) ?? [];
    const old = before.get(number) ?? [];
    if (ruleClass === "off" ? old.length === 0 : now.length + old.length === 0) return [];
    const known = new Set(old.map(keyOf));
    const failing = new Set(now.map(({ unit }) => unit));
    return {
      number,
      relation: null,
      reading: null,
      class: ruleClass === "off" ? "note" : ruleClass,
      change: inUse.template.builtIn[number] === ruleClass ? "same" : "changed",
      fault: null,
      passed: candidate.submissions.filter(({ unit }) => !failing.has(unit?.name ?? null)).length,
      skipped: null,
      failed: now.map((finding) => failedUnit(finding, !known.has(keyOf(finding)))),
      freed: [...new Set(old.map(({ unit }) => unit))].filter(
        (unit) => unit !== null && !failing.has(unit),
      ) as string[],
    };
  });
}

/** What one finding brings about counts as well: a rule that nobody sees at first is failed all the same. */
function findingsByCode({ findings }: Tried): ReadonlyMap<string, readonly Finding[]> {
  const byCode = new Map<string, Finding[]>();
  const add = (finding: Finding): void => {
    const key = codeKey(finding.code);
    byCode.set(key, [...(byCode.get(key) ?? []), finding]);
    finding.causes.forEach(add);
  };
  findings.forEach(add);
  return byCode;
}

function keyOf({ unit, indicator, place: { file } }: Finding): string {
  return [unit ?? file, indicator].join("\n");
}

function failedUnit({ unit, values, place }: Finding, isNew: boolean): FailedUnit {
  const { left = null, right = null } = (values ?? {}) as Readonly<Record<string, number | null>>;
  return { unit, left, right, place, isNew };
}
