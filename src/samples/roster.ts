/** L7: the volunteers by name, all invented, in agreement with 0201 to 0216. */
import type { ListRecord } from "../template/list-sheet";
import type { Unit } from "../template/template";
import type { Figures } from "./figures";
import { fullName } from "./people";
import { between, seeded, seedOf, shuffled, type Random } from "./random";

const KINDS: readonly (readonly [code: string, kind: string])[] = [
  ["0202", "老干部"],
  ["0203", "老战士"],
  ["0204", "老专家"],
  ["0205", "老教师"],
  ["0206", "老模范"],
  ["0207", "其他"],
];

/** Ages at the end of the year, by the line that counts them. */
const AGES: readonly (readonly [code: string, from: number, to: number])[] = [
  ["0210", 56, 64],
  ["0211", 65, 70],
  ["0212", 71, 84],
];

export function roster(unit: Unit, year: number, figures: Figures): readonly ListRecord[] {
  const random = seeded(seedOf(`L7 ${unit.code} ${year}`));
  const number = (code: string): number => figures.get(code) ?? 0;
  const kinds = KINDS.flatMap(([code, kind]) => Array<string>(number(code)).fill(kind));
  const ages = shuffled(
    random,
    AGES.flatMap(([code, from, to]) => Array.from({ length: number(code) }, () => between(random, from, to))),
  );
  const women = chosen(random, kinds.length, number("0208"));
  const core = chosen(random, kinds.length, number("0216"));
  return kinds.map((kind, i) => {
    const sex = women.has(i) ? "女" : "男";
    return {
      姓名: fullName(random, sex),
      性别: sex,
      出生年: year - (ages[i] ?? 65),
      类别: kind,
      骨干: core.has(i) ? "是" : "否",
      // 138 0000 is handed out to nobody.
      电话: `1380000${String(between(random, 0, 9999)).padStart(4, "0")}`,
    };
  });
}

/** So many of the indexes below `count`. */
function chosen(random: Random, count: number, wanted: number): ReadonlySet<number> {
  return new Set(
    shuffled(
      random,
      Array.from({ length: count }, (_, i) => i),
    ).slice(0, wanted),
  );
}
