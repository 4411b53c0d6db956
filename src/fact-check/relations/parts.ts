/** A whole and its parts: 党员640人，其中男党员430人，女党员210人. */
import { isAlike, isCount, sizeOf, type Figure } from "../figure";
import { areAll } from "../partitions";
import { add, isSlip, isSmallSlip, relation, sizes, sumRange, type Place, type Relation } from "../relation";
import { bare } from "../words";

/** Of the whole, from its parts after 其中, in a bracket or right behind it. */
export function parts(figure: Figure, { sentence, index }: Place): Relation[] {
  if (!isCount(figure)) return [];
  const after = sentence.figures.slice(index + 1);
  const under = after.filter((each) => each.whole === figure && isPart(each));
  const list = under.length > 0 || figure.whole ? under : listBehind(figure, after);
  if (list.length < 2) return [];
  return prefixes(list).map((some) => {
    const total = add(sizes(some));
    const all =
      some.length === list.length &&
      isSlip(sizeOf(figure), total) &&
      !open(some) &&
      (areAll(some.map(words)) || isBracket(figure, some, total));
    return relation(figure, {
      kind: "parts",
      how: "sum",
      operands: sizes(some),
      value: total,
      range: sumRange(some),
      from: some,
      sure: all && !figure.time.cumulative,
    });
  });
}

/** 5070人（公办4757人、民办313人）: a bracket with nothing but the list takes the number apart. */
function isBracket(figure: Figure, list: readonly Figure[], total: number): boolean {
  const [first] = list;
  const direct = list.every(
    (part) => part.host === figure && part.bracket === first!.bracket && !/其中|含|包括/.test(part.gap),
  );
  return (
    direct &&
    list.every(({ after, gap }, i) => after === "" && (i === 0 || gap.length < 20)) &&
    isSmallSlip(sizeOf(figure), total)
  );
}

/** 男党员 of 男党员430人, 书籍 of 430册书籍. */
export function words(part: Figure): string {
  return bare(part.left + part.after).replace(/^其中[,，]?/, "");
}

function isPart(each: Figure): boolean {
  return isCount(each) && each.role === "level";
}

/** 发展党员200名，男120名、女80名: parts without 其中, only as far as nothing else of the measure is between. */
function listBehind(figure: Figure, after: readonly Figure[]): Figure[] {
  const list: Figure[] = [];
  for (const each of after) {
    if (!isCount(each) || each.bracket !== figure.bracket) continue;
    if (
      !isAlike(each, figure) ||
      sizeOf(each) > sizeOf(figure) ||
      each.section !== figure.section ||
      each.time.year !== figure.time.year ||
      each.whole
    )
      break;
    list.push(each);
  }
  // 小学36所、初中12所、高中4所 is one list, no whole and its parts.
  const isList =
    list[0] !== undefined && (/^[^，,：:]*、/.test(list[0].gap) || areAll([figure, ...list].map(words)));
  return isList ? [] : list;
}

/** The first two, the first three … and all: what follows may be parts in another way. */
function prefixes(list: readonly Figure[]): Figure[][] {
  const some = list.slice(1, MOST_PREFIXES).map((_, i) => list.slice(0, i + 2));
  return list.length > MOST_PREFIXES ? [...some, [...list]] : some;
}

const MOST_PREFIXES = 12;

/** 等 behind a list leaves it open. */
export function open(list: readonly Figure[]): boolean {
  return /^等/.test(list.at(-1)!.after) || list.some(({ left }) => /主要|包括|重点/.test(left));
}
