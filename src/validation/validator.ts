/** Checks of submissions against a template: compiled once, run unit after unit. */
import type { Finding } from "../findings/finding";
import type { Submission } from "../intake/submission";
import { evaluateRule, type CompiledRule } from "../rules";
import type { Template } from "../template/template";
import { CheckContext, type Check, type Known } from "./check";
import { CHECKS } from "./checks";
import { compileTemplate, type TemplateFault } from "./compiled-template";
import { settled, type Draft } from "./draft";
import { fold, type Stages } from "./group-by-root-cause";
import { intakeDrafts } from "./intake-findings";
import { operandsOf, type Operands } from "./operands";
import { withProposals } from "./proposals";
import { crossUnitFindings } from "./cross-unit";
import { homesOf, restsOnUnknown, ruleDraft } from "./template-rules";

export { statusOf } from "../findings/status";
export type { Known } from "./check";
export type { TemplateFault } from "./compiled-template";

export interface Checked {
  /**
   * Everything that is wrong with the submission, what intake found among it: roots, each with what it brings about
   * in `causes`; structure first, then cells, R, X and P.
   */
  readonly findings: readonly Finding[];
  /** How many rules and checks held, failed, or were not asked, off or because something was missing: all of them. */
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Validator {
  readonly faults: readonly TemplateFault[];
  /** Checks one submission. Pure. */
  check(submission: Submission, known: Known): Checked;
  /** What only several submissions together show: D10, D11, P10, and P06 against peers. */
  checkAcrossUnits(submissions: readonly Submission[], known: Known): Finding[];
}

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Compiles the template's rules and formulas. */
export function createValidator(template: Template): Validator {
  const { words, faults } = compileTemplate(template);
  const operands = operandsOf(words.formulas);
  return {
    faults,
    check: (submission, known) => checkOne(new CheckContext(words, submission, known), operands),
    checkAcrossUnits: (submissions, known) =>
      crossUnitFindings(submissions.map((submission) => new CheckContext(words, submission, known))),
  };
}

function checkOne(context: CheckContext, operands: Operands): Checked {
  const intake = intakeDrafts(context.submission, context.template);
  // Another office's workbook: nothing in it can be asked anything.
  if (intake.some(({ finding }) => finding.code === "D01")) {
    return { findings: context.submission.findings, passed: 0, failed: 0, skipped: 0 };
  }
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const builtIn = CHECKS.flatMap((check) => runCheck(check, context, tally));
  const asked = context.words.rules.flatMap((rule) => askRule(rule, context, operands, tally));
  const stages = stagesOf([...intake, ...builtIn, ...asked]);
  const findings = fold(stages, operands, (keys) => homesOf(keys, context));
  return { findings: withProposals(findings.map(settled).sort(inOrder), context), ...tally };
}

function runCheck(check: Check, context: CheckContext, tally: Tally): readonly Draft[] {
  const findingClass = context.template.builtIn[check.code] ?? check.builtIn;
  if (findingClass === "off") {
    tally.skipped++;
    return [];
  }
  const drafts = check.run(context, findingClass);
  tally[drafts === null ? "skipped" : drafts.length === 0 ? "passed" : "failed"]++;
  return drafts ?? [];
}

function askRule(rule: CompiledRule, context: CheckContext, operands: Operands, tally: Tally): Draft[] {
  if (restsOnUnknown(context, rule, operands)) {
    tally.skipped++;
    return [];
  }
  const result = evaluateRule(rule, context.facts);
  tally[result.outcome]++;
  return result.outcome === "failed" ? [ruleDraft(context, rule, result)] : [];
}

/** What speaks for the whole comes first; then what damages, S before cells; then R and X; then P. */
function stagesOf(drafts: readonly Draft[]): Stages {
  const stages: Record<keyof Stages, Draft[]> = {
    wholes: [],
    damages: [],
    rules: [],
    plausibility: [],
    stale: [],
  };
  const ordered = [...drafts].sort((a, b) => inOrder(a.finding, b.finding));
  for (const draft of ordered) stages[stageOf(draft)].push(draft);
  // Of rules that fail at one line the one that must be mended is the root.
  stages.rules.sort((a, b) => GRAVEST.indexOf(a.finding.class) - GRAVEST.indexOf(b.finding.class));
  return stages;
}

const GRAVEST: readonly Finding["class"][] = ["mustFix", "explain", "note"];
const WHOLES: ReadonlySet<string> = new Set(["S05", "D54", "P04"]);

function stageOf({ finding: { code, class: findingClass }, damages, takes }: Draft): keyof Stages {
  // P06 names the likely cause of sums that fail and of fractions: an amount in another unit of measure.
  // So does P03 where the two columns of a form are exchanged.
  if (
    WHOLES.has(code) ||
    (code === "P03" && takes !== undefined) ||
    (code === "P06" && damages !== undefined)
  )
    return "wholes";
  if (code === "D17" && findingClass === "note") return "stale";
  if (damages !== undefined || /^[SDF]\d/.test(code)) return "damages";
  return /^P\d/.test(code) ? "plausibility" : "rules";
}

/** S, then what intake found and D41, then the template's rules, then P; by number, else as found. */
function inOrder(a: Finding, b: Finding): number {
  return rankOf(a.code) - rankOf(b.code) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function rankOf(code: string): number {
  const rank = ["S", "F", "D", "R", "X"].indexOf(code.slice(0, 1));
  if (code === "D54" || code.startsWith("P")) return 9;
  // Numbers of the office's own stand with R and X.
  return rank === -1 ? 5 : rank;
}
