/** 男干部、女干部分别为240人、160人，分别占60%、40%: which number of a list goes with which. */
import { isCount, isPercent, sizeOf, spread, measureOf, type Figure } from "../figure";
import { fifteenDigits } from "../../workbook/rounding";
import { isAlike } from "../figure";
import { relation, type Place, type Relation } from "../relation";
import { sharesOf } from "./share";

const JOINED = /^(?:、|和|及|以及|与)$/;
const LONGEST = 20;

export function respectively(figure: Figure, { sentence, index }: Place): Relation[] {
  const { figures } = sentence;
  const list = listAround(figures, index);
  if (list.to - list.from < 1 || !/分别/.test(figures[list.from]!.left)) return [];
  const [place, count] = [index - list.from, list.to - list.from + 1];
  const first = figures[list.from]!;
  if (first.role === "share") {
    const parts = listBefore(figures, list.from, count);
    const part = parts?.[place];
    if (!parts || !part || !isCount(part)) return [];
    const wholes = figures
      .slice(0, figures.indexOf(parts[0]!))
      .filter((each) => isCount(each) && isAlike(each, part) && sizeOf(each) >= sizeOf(part));
    return sharesOf(figure, part, wholes, wholes.length === 1 ? wholes[0]! : null, "share");
  }
  if (first.role !== "change") return [];
  const now = listBefore(figures, list.from, count);
  const before = now && listBefore(figures, figures.indexOf(now[0]!), count);
  if (!now || !before || before[0]!.role !== "from") return [];
  return changeBetween(figure, now[place]!, before[place]!, first.sign);
}

function changeBetween(figure: Figure, now: Figure, before: Figure, sign: 1 | -1): Relation[] {
  if (isPercent(figure) === (measureOf(figure) === measureOf(now)) && !isPercent(figure)) return [];
  const [a, b] = [spread(now), spread(before)];
  if (isPercent(figure)) {
    const value = fifteenDigits((sizeOf(now) / sizeOf(before) - 1) * 100 * sign);
    const ends = [(a.low / b.high - 1) * 100 * sign, (a.high / b.low - 1) * 100 * sign];
    return [
      relation(figure, {
        kind: "growth",
        how: "growth",
        operands: [sizeOf(now), sizeOf(before)],
        value,
        range: { low: Math.min(...ends), high: Math.max(...ends) },
        from: [now, before],
        sure: true,
      }),
    ];
  }
  const value = fifteenDigits((sizeOf(now) - sizeOf(before)) * sign);
  const ends = [(a.low - b.high) * sign, (a.high - b.low) * sign];
  return [
    relation(figure, {
      kind: "change",
      how: "difference",
      operands: sign > 0 ? [sizeOf(now), sizeOf(before)] : [sizeOf(before), sizeOf(now)],
      value,
      range: { low: Math.min(...ends), high: Math.max(...ends) },
      from: [now, before],
      sure: true,
    }),
  ];
}

/** The numbers that only 、 or 和 part, around this one. */
function listAround(
  figures: readonly Figure[],
  index: number,
): { readonly from: number; readonly to: number } {
  let [from, to] = [index, index];
  while (from > 0 && index - from < LONGEST && joins(figures[from]!)) from--;
  while (to + 1 < figures.length && to - index < LONGEST && joins(figures[to + 1]!)) to++;
  return { from, to };
}

function joins({ gap }: Figure): boolean {
  return JOINED.test(gap.trim());
}

/** The nearest list of as many before the place. */
function listBefore(figures: readonly Figure[], before: number, count: number): Figure[] | null {
  const last = before - 1;
  if (last < 0) return null;
  const { from } = listAround(figures.slice(0, before), last);
  const found = figures.slice(from, last + 1);
  if (found.length === count) return found;
  // 男干部240人、女干部160人: every one with its words.
  const named = figures.slice(Math.max(0, before - count), before);
  return named.length === count && named.every((each) => isAlike(each, named[0]!)) ? named : null;
}
