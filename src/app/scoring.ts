/** 考核: the ranking, and the scores that the county gives. */
import { lostPoints } from "../consolidation/lost-points";
import { rankingNotice } from "../county-workbook/ranking-notice";
import type { TypedScore } from "../county-workbook/typed-scores";
import { indexTemplate } from "../template/template-index";
import { lineOf } from "../validation/facts";
import { assessmentTemplate } from "./assessment-template";
import type { GivenScore } from "./given-scores";
import type { SessionParts } from "./session-parts";
import type { Language } from "./session-tools";

/** An item of a unit, to be scored. */
export interface ScoreLine {
  readonly item: string;
  /** 分值. */
  readonly max: number;
  readonly self: number | string | null;
  readonly score: number | string | null;
  readonly reason: string;
  /** Does the template have a place for the county's score, and for the reason? Else it is only seen. */
  readonly open: { readonly score: boolean; readonly reason: boolean };
  /** What the other county workbook says, and the most that this allows. */
  readonly evidence: number | null;
  readonly bound: number | null;
}

/** What the county gives for an item; null takes the score away. */
export interface EnteredScore {
  readonly item: string;
  readonly score: number | null;
  readonly reason: string;
}

/** What is said of the ranking besides. */
export interface RankingText {
  /** 通报, in paragraphs. */
  readonly notice: readonly string[];
  /** The items, those in which the county is weakest first. */
  readonly lost: readonly {
    readonly item: string;
    readonly max: number;
    readonly average: number | null;
    readonly losers: readonly { readonly unit: string; readonly lost: number }[];
  }[];
}

export function scoringCalls(parts: SessionParts) {
  const { model, desk, tools } = parts;
  return {
    /** Uses the built-in template of the yearly assessment from now on. */
    useAssessment: async (today: string): Promise<void> => {
      desk.useAssessment(await assessmentTemplate(tools), today);
      parts.partTasks(false);
    },

    /** The unit's items with what they are judged by; null where the unit has not reported. */
    scoreCard: (unit: string): readonly ScoreLine[] | null => {
      const { template } = parts;
      const submission = model.assess().counted.find((each) => each.unit?.name === unit);
      if (!submission || !template.scoring) return null;
      const { indicators } = indexTemplate(template);
      const valueOf = (item: string | undefined): number | string | null => {
        const value = item === undefined ? null : lineOf(submission, indicators, item)?.current.value;
        return typeof value === "number" || typeof value === "string" ? value : null;
      };
      const proved = model.evidenceInUse?.units.get(unit)?.lines;
      return template.scoring.lines.map(({ name, max, self, score, reason }): ScoreLine => {
        const { figure = null, bound = null } = proved?.get(name) ?? {};
        return {
          item: name,
          max,
          self: valueOf(self),
          score: valueOf(score),
          reason: String(valueOf(reason) ?? ""),
          open: { score: score !== undefined, reason: reason !== undefined },
          evidence: figure,
          bound,
        };
      });
    },

    /** Takes what the county gives the unit; it holds, whatever the unit sends afterwards. */
    enterScores: (unit: string, entered: readonly EnteredScore[]): void => {
      const lines = new Map(parts.template.scoring?.lines.map((line) => [line.name, line]));
      const typed = entered.flatMap(({ item, score, reason }): [string, TypedScore][] => {
        const line = lines.get(item);
        const of = (code: string | undefined, value: TypedScore["value"]): [string, TypedScore][] =>
          code === undefined ? [] : [[code, { value, cell: null }]];
        return [...of(line?.score, score), ...of(line?.reason, reason.trim() || null)];
      });
      model.takeScores(new Map([[unit, new Map(typed)]]));
    },

    /** All that the county gave, as it can be given again. */
    scores: (): readonly GivenScore[] => model.scoresGiven,

    /** In place of all that the county gave before. */
    setScores: (scores: readonly GivenScore[]): void => model.setScores(scores),

    rankingText: (language: Language): RankingText | null => {
      const { template } = parts;
      const consolidation = model.consolidate();
      const { scoring, name } = template;
      const ranking = consolidation?.ranking;
      if (!scoring || !consolidation || !ranking) return null;
      const lost = lostPoints(template, consolidation.submissions);
      const rate = ({ average, line }: (typeof lost)[number]): number =>
        average === null || line.max <= 0 ? Infinity : average / line.max;
      const source = { name, period: consolidation.period, scoring, ranking, lost };
      return {
        notice: rankingNotice(source, tools.say(language)),
        lost: [...lost]
          .sort((a, b) => rate(a) - rate(b) || 0)
          .map(({ line, average, losers }) => ({ item: line.name, max: line.max, average, losers })),
      };
    },
  };
}
