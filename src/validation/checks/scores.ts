/** K01 to K04: what is asked of the scores of an assessment. A template without scores is not asked. */
import type { Line } from "../../intake/submission";
import type { ScoredLine } from "../../template/scoring";
import type { Check, CheckContext, FilledLine } from "../check";
import { SCORED } from "../county-scores";
import { explainedBy, type Draft } from "../draft";

const NOISE = 1e-9;

/** K01: nothing above the most that an item gives, nothing below zero. */
export const scoresInBounds: Check = {
  code: "K01",
  run: (context, findingClass) =>
    eachScored(context, (scored) => {
      const [least, most] = [Math.min(0, scored.max), Math.max(0, scored.max)];
      return [scored.self, scored.score].flatMap((item): Draft[] => {
        const typed = item === undefined ? undefined : context.line(item)?.current;
        if (typed?.state === "refused" && typed.steps.includes(SCORED)) {
          const params = { variant: "word", raw: typed.raw };
          return draftAt(context, item, (filled) =>
            context.atLine("K01", findingClass, filled, { params, damages: true }),
          );
        }
        const value = numberIn(context, item);
        if (value === null || (value >= least - NOISE && value <= most + NOISE)) return [];
        const variant = value > most ? "above" : "below";
        const params = { variant, least, most };
        return draftAt(context, item, (filled) =>
          context.atLine("K01", findingClass, filled, {
            values: { value, max: scored.max },
            params,
            damages: true,
          }),
        );
      });
    }),
};

/** K02: where points are lost, the reason is written beside them. */
export const lostPoints: Check = {
  code: "K02",
  run: (context, findingClass) =>
    eachScored(context, (scored) => {
      const value = numberIn(context, scored.score) ?? numberIn(context, scored.self);
      if (scored.reason === undefined || value === null || reasonOf(context, scored) !== "") return [];
      if (value >= Math.max(0, scored.max) - NOISE) return [];
      const params = { item: scored.name, most: scored.max };
      return draftAt(context, scored.reason, (filled) =>
        context.atLine("K02", findingClass, filled, { values: { value, max: scored.max }, params }),
      );
    }),
};

/** K03: own score and the county's differ by more than is usual. */
export const scoreGap: Check = {
  code: "K03",
  run: (context, findingClass) => {
    const gap = context.template.scoring?.gap;
    if (gap === undefined) return null;
    return eachScored(context, (scored) => {
      const [left, right] = [numberIn(context, scored.self), numberIn(context, scored.score)];
      if (left === null || right === null || Math.abs(left - right) < gap - NOISE) return [];
      return draftAt(context, scored.score, (filled) => {
        const params = {
          item: scored.name,
          variant: left > right ? "above" : "below",
          difference: shown(Math.abs(left - right)),
          ...explainedBy({ ...filled.line, reason: reasonOf(context, scored) }),
        };
        return context.atLine("K03", findingClass, filled, { values: { left, right }, params });
      });
    });
  },
};

/** K04: more points than the figures of the evidence allow. */
export const scoresByEvidence: Check = {
  code: "K04",
  run: (context, findingClass) => {
    const { evidence } = context;
    if (evidence === null) return null;
    return eachScored(context, (scored) => {
      const { figure = null, bound = null } = evidence.lines.get(scored.name) ?? {};
      const item = numberIn(context, scored.score) === null ? scored.self : scored.score;
      const value = numberIn(context, item);
      if (bound === null || value === null || value <= bound + NOISE) return [];
      const params = { item: scored.name, figure: shown(figure), bound: shown(bound) };
      return draftAt(context, item, (filled) =>
        context.atLine("K04", findingClass, filled, { values: { value, bound }, params }),
      );
    });
  },
};

function eachScored(
  { template }: CheckContext,
  check: (scored: ScoredLine) => readonly Draft[],
): readonly Draft[] | null {
  return template.scoring ? template.scoring.lines.flatMap(check) : null;
}

function draftAt(
  context: CheckContext,
  item: string | undefined,
  make: (filled: Pick<FilledLine, "indicator" | "line">) => Draft,
): Draft[] {
  const indicator = item === undefined ? undefined : context.indicator(item);
  const line = item === undefined ? undefined : context.line(item);
  return indicator && line ? [make({ indicator, line })] : [];
}

function numberIn(context: CheckContext, item: string | undefined): number | null {
  return item === undefined ? null : context.number(item);
}

/** What is written in the column of reasons, or beside the scores. */
function reasonOf(context: CheckContext, { reason, self, score }: ScoredLine): string {
  const written = reason === undefined ? "" : String(context.facts.current(reason) ?? "").trim();
  if (written !== "") return written;
  const lines = [self, score].map((item): Line | undefined => (item ? context.line(item) : undefined));
  return lines.map((line) => line?.reason.trim() ?? "").find((text) => text !== "") ?? "";
}

/** Two decimals are enough to compare points. */
function shown(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
