/** Evidence for a template's scores, out of the county workbook of another template. */
import {
  compileExpression,
  compileValue,
  createVocabulary,
  isRuleError,
  type Compiled,
  type RuleError,
} from "../rules";
import type { Scoring } from "../template/scoring";
import { indexTemplate } from "../template/template-index";
import type { Template, Unit } from "../template/template";
import type { Evidence, UnitEvidence } from "../validation/evidence";
import { factsOf } from "../validation/facts";
import { fifteenDigits } from "../workbook/rounding";
import type { CountyRecord } from "./county-record";

/** An expression of 考核办法 that the workbook's own template does not understand. */
export interface EvidenceProblem {
  /** The scored line, or the reason of the veto. */
  readonly name: string;
  readonly text: string;
  readonly error: RuleError;
}

export type EvidenceReading =
  | { readonly ok: true; readonly evidence: Evidence }
  | { readonly ok: false; readonly problems: readonly EvidenceProblem[] };

export type EvidenceSource = Pick<CountyRecord, "period" | "submissions" | "lastYear"> & {
  readonly template: Template;
};

/** Does the template say what is to be looked up? */
export function wantsEvidence({ scoring }: Pick<Template, "scoring">): boolean {
  return (
    scoring !== undefined &&
    (scoring.lines.some(({ evidence, bound }) => evidence ?? bound) ||
      scoring.vetoes.some(({ evidence }) => evidence))
  );
}

/** What the source says of each of the units, which are found by their names and aliases. */
export function gatherEvidence(
  scoring: Scoring,
  units: readonly Unit[],
  source: EvidenceSource,
): EvidenceReading {
  const problems: EvidenceProblem[] = [];
  const vocabulary = createVocabulary(source.template);
  const compile = (
    name: string,
    text: string | undefined,
    how: typeof compileExpression,
  ): Compiled | null => {
    if (text === undefined) return null;
    const compiled = how(text, vocabulary);
    if (!isRuleError(compiled)) return compiled;
    problems.push({ name, text, error: compiled });
    return null;
  };
  const lines = scoring.lines.map(({ name, evidence, bound }) => ({
    name,
    figure: compile(name, evidence, compileValue),
    bound: compile(name, bound, compileValue),
  }));
  const vetoes = scoring.vetoes.map(({ reason, evidence }) => ({
    reason,
    holds: compile(reason, evidence, compileExpression),
  }));
  if (problems.length > 0) return { ok: false, problems };
  const index = indexTemplate(source.template);
  const byName = new Map(source.submissions.map((submission) => [submission.unit!.name, submission]));
  const found = units.flatMap((unit): [string, UnitEvidence][] => {
    const submission = [unit.name, ...unit.aliases].map((name) => byName.get(name)).find(Boolean);
    if (!submission) return [];
    const facts = factsOf(submission, index.indicators, source.lastYear);
    const number = (compiled: Compiled | null): number | null => {
      const value = compiled?.evaluate(facts);
      return typeof value === "number" ? fifteenDigits(value) : null;
    };
    const figures = lines.map(
      ({ name, figure, bound }) => [name, { figure: number(figure), bound: number(bound) }] as const,
    );
    const held = vetoes.filter(({ holds }) => holds?.evaluate(facts) === true);
    return [[unit.name, { lines: new Map(figures), vetoes: new Set(held.map(({ reason }) => reason)) }]];
  });
  return {
    ok: true,
    evidence: { name: source.template.name, period: source.period ?? "", units: new Map(found) },
  };
}
