/** One figure twice: 528篇，即530余篇; 4500亩（300公顷）; 全县现有残疾人12600人 said again. */
import { fifteenDigits } from "../../workbook/rounding";
import { isCount, measureOf, sizeOf, spread, type Figure } from "../figure";
import { isSlip, relation, type Place, type Relation } from "../relation";
import { bare, scopeOf, thing } from "../words";

/** How many of the first make one of the second. */
const UNITS: Readonly<Record<string, readonly [kind: string, size: number]>> = {
  亩: ["area", 1 / 15], 公顷: ["area", 1], 平方公里: ["area", 100], 公里: ["length", 1000], 千米: ["length", 1000], 米: ["length", 1],
  公斤: ["weight", 1], 千克: ["weight", 1], 斤: ["weight", 0.5], 吨: ["weight", 1000],
}; // prettier-ignore

export function same(figure: Figure, place: Place): Relation[] {
  if (!isCount(figure)) return [];
  return [...again(figure, place), ...repeated(figure, place)];
}

const AGAIN = /^(?:[，,]?[（(]?(?:即|也就是|折合|约合|合|折)(?:约|为|成)?|[（(])$/;

/** The number in other words right behind it. */
function again(figure: Figure, { sentence, index }: Place): Relation[] {
  const before = sentence.figures[index - 1];
  if (!before || !isCount(before) || !(AGAIN.test(bare(figure.gap)) || isRounded(figure))) return [];
  const factor = factorBetween(before, figure);
  // 12600人（8600人 …: a bracket alone restates only where the unit changes or nothing follows.
  const plain = /^[（(]$/.test(bare(figure.gap));
  if (factor === null || (plain && measureOf(before) === measureOf(figure) && !/^[）)]/.test(endOf(figure))))
    return [];
  const { low, high } = spread(before);
  const value = fifteenDigits(sizeOf(before) * factor);
  return [
    relation(figure, {
      kind: "same",
      how: "same",
      operands: [sizeOf(before)],
      value,
      range: { low: low * factor, high: high * factor },
      from: [before],
      sure: isSlip(sizeOf(figure), value),
    }),
  ];
}

/** 26.8万元，约27万元 */
function isRounded({ claim, gap, after }: Figure): boolean {
  return /^[约近]/.test(claim.text) && /^[，,（(]$/.test(bare(gap)) && after === "";
}

function endOf({ after }: Figure): string {
  return after === "" ? "）" : after;
}

function factorBetween(a: Figure, b: Figure): number | null {
  if (measureOf(a) === measureOf(b)) return 1;
  const [from, to] = [UNITS[measureOf(a)], UNITS[measureOf(b)]];
  return from && to && from[0] === to[0] ? from[1] / to[1] : null;
}

/** Said again of the whole county, in the same words, of the same year. */
function repeated(figure: Figure, { earlier }: Place): Relation[] {
  const key = keyOf(figure);
  if (key === null) return [];
  const first = earlier.flatMap(({ figures }) => figures.filter((each) => keyOf(each) === key)).at(-1);
  if (!first) return [];
  const value = sizeOf(first);
  const { claim } = first;
  // Said twice with as many digits it is the same number.
  const isSameForm =
    claim.unit === figure.claim.unit && claim.decimals === figure.claim.decimals && claim.bound === "exact";
  return [
    relation(figure, {
      kind: "same",
      how: "same",
      operands: [value],
      value,
      range: isSameForm ? { low: value, high: value } : spread(first),
      from: [first],
      sure: isSlip(sizeOf(figure), value),
    }),
  ];
}

const STOCK = /现有|共有|总数|总计|登记|在册/;

function keyOf(figure: Figure): string | null {
  const { left, after, bracket, whole, time, role } = figure;
  const scope = scopeOf(left);
  const noun = thing(left) || thing(after);
  if (
    role !== "level" ||
    bracket !== 0 ||
    whole ||
    time.plan ||
    time.cumulative ||
    scope === null ||
    !STOCK.test(left) ||
    noun.length < 2
  )
    return null;
  return [scope, noun, thing(after), measureOf(figure), time.year].join(" ");
}
