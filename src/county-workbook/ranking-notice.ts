/** 通报: what the ranking says, as paragraphs that staff take over into their notice. */
import type { LostPoints } from "../consolidation/lost-points";
import type { RankedUnit } from "../consolidation/ranking";
import { periodText, type Say } from "../findings/say";
import type { Scoring } from "../template/scoring";
import { groupBy } from "../workbook/group-by";
import { rounded } from "../workbook/rounding";
import { someNames } from "./fit";

/** The first places that are named. */
const PLACES = 3;
const WEAK_ITEMS = 3;

export interface NoticeSource {
  readonly name: string;
  readonly period: string | null;
  readonly scoring: Scoring;
  readonly ranking: readonly RankedUnit[];
  readonly lost: readonly LostPoints[];
}

/** Empty while no unit has a score. */
export function rankingNotice(source: NoticeSource, say: Say): string[] {
  const scored = source.ranking.filter(({ score }) => score !== null);
  if (scored.length === 0) return [];
  return [
    opening(source, scored, say),
    ...[...groupBy(scored, ({ group }) => group)].map(([group, units]) => groupText(group, units, say)),
    ...gradesText(source.scoring, scored, say),
    ...vetoText(source.ranking, say),
    ...weakText(source.lost, say),
    ...openText(source.ranking, say),
  ];
}

function opening({ name, period, ranking }: NoticeSource, scored: readonly RankedUnit[], say: Say): string {
  const mean = scored.reduce((sum, { score }) => sum + score!, 0) / scored.length;
  return say("report.notice.opening", {
    period: period === null ? "" : periodText(period, say),
    name,
    expected: ranking.length,
    scored: scored.length,
    mean: rounded(mean, 1),
  });
}

/** `第1名：台上镇（95分）；第2名：花甸镇、清河镇（94分）`. */
function groupText(group: string, units: readonly RankedUnit[], say: Say): string {
  const places = [...groupBy(units, ({ rank }) => String(rank))].filter(([rank]) => Number(rank) <= PLACES);
  const texts = places.map(([rank, of]) =>
    say("report.notice.place", {
      rank,
      units: someNames(
        of.map(({ unit }) => unit.name),
        say,
      ),
      score: of[0]!.score!,
    }),
  );
  return say("report.notice.group", { group, places: texts.join(say("report.semicolon")) });
}

function gradesText({ grades }: Scoring, scored: readonly RankedUnit[], say: Say): string[] {
  const texts = grades.flatMap(({ name }) => {
    const of = scored.filter(({ grade }) => grade === name);
    if (of.length === 0) return [];
    const units = someNames(
      of.map(({ unit }) => unit.name),
      say,
    );
    return [say("report.notice.grade", { grade: name, count: of.length, units })];
  });
  return texts.length === 0 ? [] : [`${texts.join(say("report.semicolon"))}${say("report.fullStop")}`];
}

function vetoText(ranking: readonly RankedUnit[], say: Say): string[] {
  const vetoed = ranking.filter(({ veto }) => veto !== null);
  if (vetoed.length === 0) return [];
  const units = vetoed.map(({ unit, veto, grade }) =>
    say(grade === null ? "report.notice.vetoed" : "report.notice.vetoedGrade", {
      unit: unit.name,
      veto: veto!,
      grade: grade ?? "",
    }),
  );
  return [say("report.notice.veto", { count: vetoed.length, units: units.join(say("report.semicolon")) })];
}

function weakText(lost: readonly LostPoints[], say: Say): string[] {
  const share = ({ average, line }: LostPoints): number => average! / line.max;
  const weak = lost
    .filter((each) => each.average !== null && each.line.max > 0 && each.lost > 0)
    .sort((a, b) => share(a) - share(b))
    .slice(0, WEAK_ITEMS);
  if (weak.length === 0) return [];
  const items = weak.map(({ line, average, losers }) =>
    say("report.notice.item", {
      item: line.name,
      most: line.max,
      average: rounded(average!, 1),
      units: losers.length,
    }),
  );
  return [say("report.notice.weak", { items: items.join(say("report.semicolon")) })];
}

function openText(ranking: readonly RankedUnit[], say: Say): string[] {
  const open = ranking.filter(({ score }) => score === null).map(({ unit }) => unit.name);
  return open.length === 0
    ? []
    : [say("report.notice.open", { count: open.length, units: someNames(open, say) })];
}
