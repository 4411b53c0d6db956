/** 合计 and 共 behind a list: 上半年培训9场，下半年培训12场，合计21场. */
import { isAlike, isCount, sizeOf, type Figure } from "../figure";
import { visible } from "../read-figures";
import { add, isSlip, relation, sizes, sumRange, type Place, type Relation } from "../relation";
import { areAll } from "../partitions";
import { open, words } from "./parts";

const STRONG = /(?:合计|总计|共计)(?![划])/;
const WEAK = /^(?:[^，]{0,6}?)[一总]?共(?!同|产|青|和国|享|有|建共|治)/;
const ALONE = /^[一总]?共/;
/** All of its kind there are: more than what has just been listed. */
const WIDER = /各类|各种|各级|累计|总数|全[市县区镇乡]共有|多种|等/;
const COUNTED = /([两二三四五六])(?:项|类|者|部分|片区|处|地|年|期|批|级|方面|家|个)/;

/** Of a total, from the figures before it in its sentence. */
export function sum(figure: Figure, place: Place): Relation[] {
  if (!isCount(figure) || !(STRONG.test(figure.left) || WEAK.test(figure.left))) return [];
  const items = itemsBefore(figure, place);
  const lists = suffixes(items);
  if (lists.length === 0) return [];
  const stated = statedCount(figure, place);
  const primary = nearest(figure, stated ? lists.filter((list) => list.length === stated) : lists);
  const sure = primary !== null && isClear(figure, primary, stated !== null);
  return lists.map((list) =>
    relation(figure, {
      kind: "sum",
      how: "sum",
      operands: sizes(list),
      value: add(sizes(list)),
      range: sumRange(list),
      from: list,
      sure: sure && list === primary,
    }),
  );
}

/** 三项合计, 三个村共: of how many; null where it is not said. */
function statedCount(figure: Figure, { sentence, index }: Place): number | null {
  const word = COUNTED.exec(figure.left)?.[1];
  if (word !== undefined) return "零一二三四五六".indexOf(word === "两" ? "二" : word);
  const last = sentence.figures[index - 1];
  return last && !/[，,；;]/.test(figure.gap) && last.after !== "" && last.claim.value <= 20
    ? last.claim.value
    : null;
}

/** What may be added up: no changes, plans, amounts per head; since the total before. */
function itemsBefore(figure: Figure, { sentence, index }: Place): Figure[] {
  const before = sentence.figures.slice(0, index);
  const items = before.filter(
    (each) =>
      isCount(each) && isAlike(each, figure) && visible(each, figure) && each.time.plan === figure.time.plan,
  );
  const total = items.findLastIndex(({ left }) => STRONG.test(left));
  return items.slice(total + 1);
}

const MOST_SUFFIXES = 12;

/** The last two, the last three …; without the wholes that others of them are parts of. */
function suffixes(items: readonly Figure[]): Figure[][] {
  const taken = new Set(items.map(({ whole }) => whole));
  const own = new Set<Figure | null>(items);
  const tops = items.filter((each) => !taken.has(each));
  const outer = items.filter(({ whole }) => whole === null || !own.has(whole));
  const lists = [items, tops, outer].flatMap((list) =>
    list
      .slice(0, -1)
      .map((_, i) => list.slice(i))
      .filter((_, from, all) => from === 0 || from >= all.length - MOST_SUFFIXES),
  );
  const seen = new Set<string>();
  return lists.filter((list) => {
    const key = list.map(({ claim }) => claim.start).join();
    return list.length > 1 && !seen.has(key) && seen.add(key);
  });
}

function nearest(figure: Figure, lists: readonly Figure[][]): Figure[] | null {
  const distance = (list: readonly Figure[]): number =>
    Math.abs(Math.log(add(sizes(list)) / Math.max(sizeOf(figure), 1e-9)));
  return [...lists].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function isClear(figure: Figure, list: readonly Figure[], stated: boolean): boolean {
  const strong = STRONG.test(figure.left);
  if (WIDER.test(figure.left + figure.after) || open(list) || figure.time.cumulative) return false;
  if (list.some(({ time }) => time.cumulative) || new Set(list.map(({ section }) => section)).size > 1)
    return false;
  if (!strong && !ALONE.test(figure.left) && !stated && !areAll(list.map(words))) return false;
  if (!strong && list.some(({ section }) => section !== figure.section)) return false;
  return isSlip(sizeOf(figure), add(sizes(list)));
}
