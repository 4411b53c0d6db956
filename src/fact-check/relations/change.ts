/** Increase, growth, points and multiples between two figures, or a figure and its increase. */
import { fifteenDigits } from "../../workbook/rounding";
import { isPoints, isTimes } from "../claim";
import type { Range } from "../claim-range";
import { isAlike, isPercent, measureOf, sizeOf, spread, type Figure } from "../figure";
import { visible } from "../read-figures";
import { relation, type Place, type Relation } from "../relation";
import { thing } from "../words";

export function change(figure: Figure, place: Place): Relation[] {
  const basis = basisOf(figure, place);
  // 由36个增加至52个，新增16个
  if (figure.role === "level" && /^新增了?$/.test(figure.left))
    return basis.filter(({ before }) => before.role === "from").flatMap((pair) => differenceOf(figure, pair));
  if (figure.role === "change") {
    const isGrowth = isPercent(figure) || isTimes(figure.claim);
    if (figure.claim.says === "multiple") return basis.flatMap((pair) => multipleOf(figure, pair));
    const amounts = isGrowth
      ? basis.flatMap((pair) => growthOf(figure, pair))
      : basis.flatMap((pair) => differenceOf(figure, pair));
    return isGrowth ? [...amounts, ...growthByChange(figure, place)] : amounts;
  }
  if (isTimes(figure.claim) && figure.role === "share") return multiples(figure, place);
  return [];
}

interface Pair {
  readonly now: Figure;
  readonly before: Figure;
  readonly sure: boolean;
}

/** What was and what is, right before the figure; between them and it only other changes. */
function basisOf(figure: Figure, { sentence, index }: Place): Pair[] {
  const chain = sentence.figures.slice(Math.max(0, index - 6), index).filter((each) => visible(each, figure));
  const levels = chain.filter(
    (each) => LEVELS.has(each.role) && !isTimes(each.claim) && !isPoints(each.claim),
  );
  const year = /(?:比|较|与|同)(\d{4})年/.exec(figure.gap)?.[1];
  if (year !== undefined) return ofYear(year, levels);
  const [a, b] = levels.slice(-2);
  if (!a || !b || !isAlike(a, b)) return [];
  const between = chain.slice(chain.indexOf(b) + 1).every(({ role }) => role === "change");
  const adjacent = chain.indexOf(b) - chain.indexOf(a) === 1;
  if (!between || !adjacent || !fitsMeasure(figure, b) || !opensNothing(figure)) return [];
  if (a.role === "from" && MOVED.test(b.left)) return [{ before: a, now: b, sure: true }];
  if (b.role === "than") return [{ before: b, now: a, sure: a.role !== "than" }];
  const [first, second] = [a.time.year, b.time.year];
  const words = [thing(a.left), thing(b.left)];
  const alike = words[1] === "" || words[0] === words[1];
  if (isEarlier(first, second)) return [{ before: a, now: b, sure: alike }];
  if (isEarlier(second, first))
    return [{ before: b, now: a, sure: alike || /^(?:上年|去年|上一年)(?:同期)?(?:为|是)?$/.test(b.left) }];
  return [];
}

/** 比2017年: of the figure of that year. */
function ofYear(year: string, levels: readonly Figure[]): Pair[] {
  const now = levels.at(-1);
  const before = levels.findLast((each) => each.time.year === year);
  if (!now || !before || now === before || !isAlike(now, before)) return [];
  return [{ before, now, sure: thing(now.left) === thing(before.left) }];
}

const LEVELS = new Set(["level", "each", "from", "than", "rate", "share"]);
const MOVED = /(?:到|至|为)了?(?:目前|现在|今年|本年|\d{4}年)?的?$/;

/** 增长25% belongs to what is before it; 产值增长25% names something of its own. */
function opensNothing({ left, claim }: Figure): boolean {
  if (claim.says !== undefined) return true;
  const rest = thing(
    left
      .replace(
        /(?:比|较|与|同)(?:上年|去年|上一年|\d{4}年|期初|年初)(?:同期)?(?:末|底)?(?:相比)?|同比|环比/g,
        "",
      )
      .replace(
        /(?:新增|净?增加|净?增长|净增|增收|增产|增多|增幅|升幅|涨幅|增速|增|提高|上升|提升|升|上涨|涨|扩大|多\S?|高|减少|减收|减产|下降|降低|回落|下滑|降幅|减幅|缩减|缩小|降|减|少\S?|低)了?(?:幅度)?(?:达到?|为|共)?$/,
        "",
      ),
  );
  return /^(?:分别|总体|共|约|近|实现)?$/.test(rest);
}

function isEarlier(a: string | null, b: string | null): boolean {
  if (a === "last") return b !== "last" && b !== "next";
  return a !== null && b !== null && /^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) === Number(b) - 1;
}

/** Points and per cent of rates; a count's change has its measure; per cent and times of any count. */
function fitsMeasure(figure: Figure, level: Figure): boolean {
  if (isPoints(figure.claim)) return isPercent(level);
  if (isPercent(figure) || isTimes(figure.claim)) return true;
  return measureOf(figure) === measureOf(level);
}

function differenceOf(figure: Figure, { now, before, sure }: Pair): Relation[] {
  const { sign } = figure;
  const [a, b] = [spread(now), spread(before)];
  const value = fifteenDigits((sizeOf(now) - sizeOf(before)) * sign);
  const range = signed({ low: a.low - b.high, high: a.high - b.low }, sign);
  const points = isPoints(figure.claim);
  // Points between two rates are those between the rates as they are printed.
  const shown = points && now.claim.unit === "%" ? { low: value, high: value } : range;
  return [
    relation(figure, {
      kind: "change",
      how: "difference",
      operands: ordered(now, before, sign),
      value,
      range: shown,
      from: [now, before],
      sure,
    }),
  ];
}

function ordered(now: Figure, before: Figure, sign: 1 | -1): number[] {
  return sign > 0 ? [sizeOf(now), sizeOf(before)] : [sizeOf(before), sizeOf(now)];
}

function growthOf(figure: Figure, { now, before, sure }: Pair): Relation[] {
  if (sizeOf(before) <= 0) return [];
  const factor = isTimes(figure.claim) ? 1 : 100;
  const [a, b] = [spread(now), spread(before)];
  const value = (sizeOf(now) / sizeOf(before) - 1) * factor * figure.sign;
  const range = signed(
    { low: (a.low / b.high - 1) * factor, high: (a.high / Math.max(b.low, 1e-300) - 1) * factor },
    figure.sign,
  );
  return [
    relation(figure, {
      kind: "growth",
      how: "growth",
      operands: [sizeOf(now), sizeOf(before)],
      value: fifteenDigits(value),
      range,
      from: [now, before],
      sure,
    }),
  ];
}

/** 12600人，比上年增加600人，增长5%: the increase of what there was. */
function growthByChange(figure: Figure, { sentence, index }: Place): Relation[] {
  const chain = sentence.figures
    .slice(Math.max(0, index - 3), index)
    .filter((each) => visible(each, figure) || each.host !== null);
  // 比上年增加600人，增长5%，达到12600人: the level may be behind.
  const next = sentence.figures[index + 1];
  const reached =
    next?.role === "level" &&
    /^(?:总数|总量|总人数)?(?:已|共)?(?:达到?|增至|减至|升至|降至|增加到|减少到)了?$/.test(next.left)
      ? next
      : undefined;
  const [level, amount] = reached ? [reached, chain.at(-1)] : chain.slice(-2);
  if (!level || !amount || amount.role !== "change" || isPercent(amount) || !isAlike(level, amount))
    return [];
  if (!["level", "each"].includes(level.role) || !opensNothing(figure) || !opensNothing(amount)) return [];
  const [a, b] = [spread(level), spread(amount)];
  const factor = isTimes(figure.claim) ? 1 : 100;
  const base = (l: number, c: number): number => Math.max(l - amount.sign * c, 1e-300);
  const before = base(sizeOf(level), sizeOf(amount));
  if (before <= 1e-9) return [];
  const sign = amount.sign * figure.sign;
  const corners = [a.low, a.high].flatMap((l) =>
    [b.low, b.high].map((c) => (c / base(l, c)) * factor * sign),
  );
  return [
    relation(figure, {
      kind: "growth",
      how: "growthByChange",
      operands: [sizeOf(amount), sizeOf(level), amount.sign],
      value: fifteenDigits((sizeOf(amount) / before) * factor * sign),
      range: { low: Math.min(...corners), high: Math.max(...corners) },
      from: [level, amount],
      sure: true,
    }),
  ];
}

function signed({ low, high }: Range, sign: 1 | -1): Range {
  return sign > 0 ? { low, high } : { low: -high, high: -low };
}

function multipleOf(figure: Figure, { now, before, sure }: Pair): Relation[] {
  if (sizeOf(before) <= 0) return [];
  const [a, b] = [spread(now), spread(before)];
  return [
    relation(figure, {
      kind: "multiple",
      how: "share",
      operands: [sizeOf(now), sizeOf(before)],
      value: fifteenDigits(sizeOf(now) / sizeOf(before)),
      range: { low: a.low / b.high, high: a.high / Math.max(b.low, 1e-300) },
      from: [now, before],
      sure,
    }),
  ];
}

/** 是上年200万元的3倍, 上年20场，今年60场，是上年的3倍. */
function multiples(figure: Figure, { sentence, index }: Place): Relation[] {
  const before = sentence.figures
    .slice(Math.max(0, index - 4), index)
    .filter((each) => visible(each, figure));
  const [a, b] = before.slice(-2);
  if (!a || !b || !isAlike(a, b) || isPercent(a)) return [];
  if (/^的$/.test(figure.left) && !/[，；]/.test(figure.gap) && /(?:是|为|相当于)/.test(b.left))
    return multipleOf(figure, { now: a, before: b, sure: true });
  if (!/^(?:是|为|相当于)(?:上年|去年|上一年|前年|20\d\d年|同期|上年同期)的?$/.test(figure.left)) return [];
  if (isEarlier(a.time.year, b.time.year))
    return multipleOf(figure, { now: b, before: a, sure: thing(a.left) === thing(b.left) });
  return [];
}
