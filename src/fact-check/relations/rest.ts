/** What is left: 收到80件，已办理65件，尚有15件. */
import { isAlike, isCount, sizeOf, spread, type Figure } from "../figure";
import { visible } from "../read-figures";
import { add, isSlip, relation, sizes, type Place, type Relation } from "../relation";

const REST =
  /^(?:目前|现|仍|尚|还|只|仅)*(?:尚有|还有|仍有|剩余|剩下|下剩|余下|其余的?|结余|尚余|余额|余|剩|未\S{1,4}|尚未\S{1,4}|缺席|空缺|尚缺|还差|有)$/;

export function rest(figure: Figure, { sentence, index }: Place): Relation[] {
  if (!isCount(figure) || !REST.test(figure.left) || /^(?:目前|现|只|仅)*有$/.test(figure.left)) return [];
  const before = sentence.figures
    .slice(0, index)
    .filter((each) => isCount(each) && isAlike(each, figure) && visible(each, figure));
  const items = before.slice(-8);
  const readings = items.slice(0, -1).flatMap((_, i) => [
    { plus: items.slice(i, i + 1), minus: items.slice(i + 1) },
    { plus: items.slice(i, -1), minus: items.slice(-1) },
  ]);
  return readings
    .filter(({ plus, minus }) => add(sizes(plus)) >= add(sizes(minus)))
    .map(({ plus, minus }) => {
      const value = add([...sizes(plus), ...sizes(minus).map((size) => -size)]);
      const sum = (list: readonly Figure[], end: "low" | "high"): number =>
        add(list.map((each) => spread(each)[end]));
      return relation(figure, {
        kind: "rest",
        how: "difference",
        operands: [add(sizes(plus)), ...sizes(minus)],
        value,
        range: { low: sum(plus, "low") - sum(minus, "high"), high: sum(plus, "high") - sum(minus, "low") },
        from: items,
        sure: before.length === 2 && isSure(plus[0]!, minus[0]!, figure, value),
      });
    });
}

function isSure(whole: Figure, part: Figure, figure: Figure, value: number): boolean {
  const alone = whole.section === figure.section && whole.time.year === part.time.year;
  return alone && !whole.time.cumulative && sizeOf(part) <= sizeOf(whole) && isSlip(sizeOf(figure), value);
}
