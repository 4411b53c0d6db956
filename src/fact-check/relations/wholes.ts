/** The figures that a share may be a share of. */
import { isAlike, isCount, sizeOf, type Figure } from "../figure";
import { levelsBefore, visible } from "../read-figures";
import type { Place } from "../relation";
import { withoutBound } from "../bound-words";
import { bare, names, scopeOf, thing } from "../words";

export interface Wholes {
  readonly part: Figure;
  /** All that the part may be part of. */
  readonly candidates: readonly Figure[];
  /** The one that the words name. */
  readonly named: Figure | null;
}

const SHARE_OF = /占(?:到|了|总)?(?<whole>.*)$/;
const AMOUNT =
  /(?:总数量|总数|总量|总额|总人数|总户数|总面积|人数|户数|面积|全部|总和|比例|比重|的|为|达到?|约|近|超过?|高达|仅|比)+$/;

/** The part before 占, and its wholes; null where the words before 占 name a part that has no number. */
export function wholesOf(figure: Figure, place: Place): Wholes | null {
  const direct = wholeBetween(figure, place);
  if (direct) return direct;
  const part = partBefore(figure, place);
  if (!part) return null;
  const said = SHARE_OF.exec(withoutBound(figure.left))?.groups!["whole"] ?? "";
  const wanted = thing(said.replace(AMOUNT, ""));
  const fits = (each: Figure): boolean =>
    each !== part && isAlike(each, part) && each.time.plan === part.time.plan;
  const here = levelsBefore(place.sentence, part).filter(fits);
  const before = place.earlier.flatMap(({ figures }) =>
    figures.filter((each) => isCount(each) && each.bracket === 0 && fits(each)),
  );
  const goesOn = /^[\s]*其中/.test(bare(part.gap));
  if (wanted === "") {
    const candidates = here.length > 0 || !goesOn ? here : before.slice(-1);
    return {
      part,
      candidates,
      named: goesOn && here.length === 0 ? (candidates.at(-1) ?? null) : unsaid(part, candidates, place),
    };
  }
  return { part, candidates: [...here, ...before], named: namedWhole(wanted, said, part, here, before) };
}

/** 占2400名农民工的75%: the whole is between 占 and the share. */
function wholeBetween(figure: Figure, { sentence, index }: Place): Wholes | null {
  const [part, whole] = sentence.figures.slice(Math.max(0, index - 2), index);
  if (
    !part ||
    !whole ||
    !/占[^，]*$/.test(whole.left) ||
    !/的(?:比例|比重)?(?:为|约)?$/.test(bare(figure.gap))
  )
    return null;
  if (/[，,；;]/.test(figure.gap) || !isCount(part) || !isAlike(part, whole)) return null;
  return { part, candidates: [whole], named: whole };
}

/** The last level before, over changes and shares of it; nothing may be named in between. */
export function partBefore(figure: Figure, { sentence, index }: Place): Figure | null {
  const before = sentence.figures.slice(0, index).filter((each) => visible(each, figure));
  for (const each of before.reverse()) {
    if (isCount(each)) return reaches(figure) ? each : null;
    if (each.role === "from" || each.role === "than" || each.role === "each" || each.role === "range")
      return null;
  }
  return null;
}

/** 缴费200元的农户占85%: the farmers have no number. 女党员130人，占: nothing is between. */
function reaches({ left }: Figure): boolean {
  return /^(?:其中|所|约|已|就|均|各|分别|仅|更|只|也|竟)*占/.test(left) || left === "";
}

/** Without a name: the whole of 其中, or of 达到标准的, which leaves out what the number before it counts. */
function unsaid(part: Figure, candidates: readonly Figure[], place: Place): Figure | null {
  if (part.whole && !part.time.cumulative) return part.whole;
  const last = candidates.at(-1);
  if (!last || candidates.length > 1 || place.sentence.figures.length > 12) return null;
  const [own, other] = [thing(part.left + part.after), thing(last.left) || thing(last.after)];
  // 男生120人，占60%，女生80人，占40%: what is a part itself is not the whole of the next.
  const next = place.sentence.figures[place.sentence.figures.indexOf(last) + 1];
  if (next?.role === "share") return null;
  if (last.section !== part.section || last.time.year !== part.time.year) return null;
  // 关工委组织218个，达到标准的176个 and 党员650人，女党员130人.
  if (
    /的$/.test(part.left) ||
    ATTRIBUTE.test(own) ||
    (other.length >= 2 && own.endsWith(other) && own !== other)
  )
    return last;
  return null;
}

/** What people are beside being what was counted before: 志愿者2503人，女性927人. */
const ATTRIBUTE =
  /^(?:女性?|男性?|女同志|男同志|(?:中共)?党员|中共正式党员|预备党员|共?青?团员|少数民族|.{0,8}学历|.{0,4}岁.{0,4})$/;

function namedWhole(
  wanted: string,
  said: string,
  part: Figure,
  here: readonly Figure[],
  before: readonly Figure[],
): Figure | null {
  const scope = scopeOf(said);
  const of = (list: readonly Figure[], how: string): Figure[] =>
    list.filter((each) => {
      const own = scopeOf(each.left);
      if (scope !== null && own !== scope) return false;
      if (sizeOf(each) < sizeOf(part) * 0.5 || each.time.year !== part.time.year) return false;
      return names(each.left, each.after, wanted) === how;
    });
  const near = [...before.slice(-12), ...here];
  const exact = of(near, "exact");
  if (exact.length > 0) return same(exact);
  const { whole } = part;
  if (
    whole &&
    (scope === null || scope === scopeOf(whole.left)) &&
    names(whole.left, whole.after, wanted) !== null
  )
    return whole;
  const head = of(near, "head");
  return head.length === 1 ? head[0]! : null;
}

/** Several with one value are one. */
function same(found: readonly Figure[]): Figure | null {
  return found.every((each) => sizeOf(each) === sizeOf(found[0]!)) ? found.at(-1)! : null;
}
