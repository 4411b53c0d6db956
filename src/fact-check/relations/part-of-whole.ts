/** A part is never more than its whole: 学生300人，其中合格360人. */
import { isCount, sizeOf, spread, type Figure } from "../figure";
import { inUnit, isSlip, type Place, type Relation } from "../relation";

export function partOfWhole(figure: Figure, { sentence, index }: Place): Relation[] {
  const { whole } = figure;
  if (!whole || !isCount(figure) || figure.time.plan !== whole.time.plan || figure.time.cumulative) return [];
  if (sentence.figures[index - 1] !== whole || spread(figure).low <= spread(whole).high) return [];
  if (!/其中/.test(figure.gap) || !isSlip(sizeOf(figure), sizeOf(whole) * 0.6)) return [];
  // 剩余2个问题，其中10个村: another thing of the same measure.
  if (figure.after !== "" && !(whole.left + whole.after).includes(figure.after.slice(0, 2))) return [];
  const most = inUnit(figure, sizeOf(whole));
  return [
    {
      kind: "partOfWhole",
      how: "atMost",
      operands: [sizeOf(whole)],
      expected: null,
      range: { low: 0, high: most },
      sure: true,
      finer: false,
    },
  ];
}
