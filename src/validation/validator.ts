/** Checks of submissions against a template: compiled once, run unit after unit. */
import { CATALOGUE, type Subject } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import { entryOf } from "../findings/catalogue-entry";
import { codeText, type FindingCode } from "../findings/finding-code";
import type { Submission } from "../intake/submission";
import { evaluateRule, type CompiledRule } from "../rules";
import type { Template } from "../template/template";
import { CheckContext, type Check, type Known } from "./check";
import { CHECKS } from "./checks";
import { compileTemplate, type TemplateFault } from "./compiled-template";
import { settled, type Draft } from "./draft";
import { fold, type Stages } from "./group-by-root-cause";
import { foldCopies } from "./group-copies";
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
  /** The findings of a session, with what a copied file brings about folded under its D11. */
  foldCopies(findings: readonly Finding[]): Finding[];
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
    foldCopies: (findings) => foldCopies(findings, words.rules),
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
  const findingClass = context.template.builtIn[check.code] ?? CATALOGUE[check.code].severity[0];
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
/** A plausibility that damages or takes others names their cause: an amount in 万元, two columns that were exchanged. */
function stageOf({ finding: { code, class: findingClass }, damages, takes }: Draft): keyof Stages {
  const entry = entryOf(code);
  if (entry?.stage === "wholes") return "wholes";
  if (entry?.stage === "plausibility") return damages || takes ? "wholes" : "plausibility";
  if (findingClass === "note" && entry?.stageOfNotes) return entry.stageOfNotes;
  return damages === undefined ? (entry?.stage ?? "rules") : "damages";
}

/** The workbook, files, cells, relations, lists; then what is unlikely; by number, else as found. */
function inOrder(a: Finding, b: Finding): number {
  const [left, right] = [codeText(a.code), codeText(b.code)];
  return rankOf(a.code) - rankOf(b.code) || (left < right ? -1 : left > right ? 1 : 0);
}

const SHOWN: readonly Subject[] = ["workbook", "file", "cell", "relation", "list", "county", "plausibility"];

/** Last year's workbook sent again is as unlikely as it is about cells. */
function rankOf(code: FindingCode): number {
  const entry = entryOf(code);
  if (entry === null) return SHOWN.indexOf(subjectOfRule(codeText(code)));
  return SHOWN.indexOf(entry.lookAt === undefined ? entry.subject : "plausibility");
}

/** Rules that are numbered as ours are listed among ours, an office's own numbers after them. */
function subjectOfRule(number: string): Subject {
  if (number.startsWith("R")) return "relation";
  return number.startsWith("X") ? "list" : "county";
}
