/** 考核排名: the units by their scores, within their groups, with grades and vetoes. */
import type { Submission } from "../intake/submission";
import {
  compileExpression,
  compileValue,
  createVocabulary,
  isRuleError,
  type Compiled,
  type Facts,
} from "../rules";
import { groupOf, scoredUnits } from "../template/scored-units";
import type { Scoring, Veto } from "../template/scoring";
import { indexTemplate } from "../template/template-index";
import type { Template, Unit } from "../template/template";
import type { Evidence } from "../validation/evidence";
import { factsOf, lineOf } from "../validation/facts";
import type { LastYear } from "../validation/last-year";
import { exactSum } from "../workbook/exact-sum";
import { groupBy } from "../workbook/group-by";
import { fifteenDigits } from "../workbook/rounding";

export interface RankedUnit {
  readonly unit: Unit;
  /** Whom it is ranked among. */
  readonly group: string;
  /** The sum of 自评分; null where it gave itself none. */
  readonly self: number | null;
  /** What it is ranked by; null while not every item is scored. */
  readonly score: number | null;
  /** How many of its items have a score. */
  readonly scored: number;
  /** 1 for the best of the group; of equal scores the same, the ranks behind them are left out. Null without a score. */
  readonly rank: number | null;
  readonly grade: string | null;
  /** Why its grade is capped; null where nothing vetoes it. */
  readonly veto: string | null;
  readonly lastRank: number | null;
}

export interface RankingInput {
  readonly template: Template;
  readonly submissions: readonly Submission[];
  readonly lastYear: LastYear | null;
  readonly evidence?: Evidence | null;
}

/** By group in the order of the register, then by rank; units without a score are last in their group. Null where nothing is scored. */
export function rankingOf(input: RankingInput): readonly RankedUnit[] | null {
  const { scoring } = input.template;
  if (!scoring) return null;
  const judge = new Judge(scoring, input);
  const all = scoredUnits(input.template).map((unit) => judge.judge(unit));
  const groups = groupBy(all, ({ group }) => group);
  return [...groups.values()].flatMap(inRankOrder);
}

class Judge {
  private readonly index;
  private readonly byUnit: ReadonlyMap<string, Submission>;
  private readonly key: Compiled | null;
  private readonly vetoes: readonly { readonly veto: Veto; readonly holds: Compiled | null }[];

  constructor(
    private readonly scoring: Scoring,
    private readonly input: RankingInput,
  ) {
    const { template, submissions } = input;
    this.index = indexTemplate(template);
    this.byUnit = new Map(submissions.map((submission) => [submission.unit!.name, submission]));
    const vocabulary = createVocabulary(template);
    const compiled = (text: string | undefined, compile: typeof compileExpression): Compiled | null => {
      const result = text === undefined ? null : compile(text, vocabulary);
      return result && !isRuleError(result) ? result : null;
    };
    this.key = compiled(scoring.key, compileValue);
    this.vetoes = scoring.vetoes.map((veto) => ({
      veto,
      holds: compiled(veto.condition, compileExpression),
    }));
  }

  judge(unit: Unit): RankedUnit {
    const { lastYear } = this.input;
    const submission = this.byUnit.get(unit.name);
    const facts = submission ? factsOf(submission, this.index.indicators, lastYear) : null;
    const scores = submission ? this.scoresIn(submission) : [];
    const score = facts && this.scoreIn(facts, scores);
    const vetoes = this.vetoesOf(unit, facts);
    return {
      unit,
      group: groupOf(this.scoring, unit),
      self: facts && sumOf(this.scoring.lines.map(({ self }) => numberIn(facts, self))),
      score,
      scored: scores.filter((each) => each !== null).length,
      rank: null,
      grade: score === null ? null : this.gradeOf(score, vetoes),
      veto: vetoes.length === 0 ? null : vetoes.map(({ reason }) => reason).join("；"),
      lastRank: [unit.name, ...unit.aliases].map((name) => lastYear?.ranks?.get(name)).find(Boolean) ?? null,
    };
  }

  /** An item that does not apply to the unit gives nothing, and is not waited for. */
  private scoresIn(submission: Submission): (number | null)[] {
    return this.scoring.lines.map(({ score, self }) => {
      const entry = lineOf(submission, this.index.indicators, (score ?? self)!)?.current;
      if (entry?.state === "notApplicable") return 0;
      return typeof entry?.value === "number" ? entry.value : null;
    });
  }

  /** What staff rank by, else the sum; of items that are not all scored there is none yet. */
  private scoreIn(facts: Facts, scores: readonly (number | null)[]): number | null {
    if (this.key) {
      const value = this.key.evaluate(facts);
      return typeof value === "number" ? fifteenDigits(value) : null;
    }
    return scores.includes(null) ? null : sumOf(scores);
  }

  private vetoesOf({ name }: Unit, facts: Facts | null): Veto[] {
    const proved = this.input.evidence?.units.get(name)?.vetoes;
    return this.vetoes.flatMap(({ veto, holds }) => {
      const own = facts !== null && holds?.evaluate(facts) === true;
      return own || proved?.has(veto.reason) ? [veto] : [];
    });
  }

  private gradeOf(score: number, vetoes: readonly Veto[]): string | null {
    const { grades } = this.scoring;
    const reached = grades.findIndex(({ from }) => score >= from);
    const caps = vetoes.map(({ grade }) => grades.findIndex(({ name }) => name === grade));
    const place = Math.max(reached, ...caps);
    return reached < 0 ? null : (grades[place]?.name ?? null);
  }
}

function numberIn(facts: Facts, item: string | undefined): number | null {
  const value = item === undefined ? null : facts.current(item);
  return typeof value === "number" ? value : null;
}

/** Null where there is no number at all. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : exactSum(known);
}

function inRankOrder(units: readonly RankedUnit[]): RankedUnit[] {
  const sorted = [...units].sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || 0);
  return sorted.map((each) => ({
    ...each,
    rank: each.score === null ? null : sorted.findIndex(({ score }) => score === each.score) + 1,
  }));
}
