/** 志愿者2000人，其中青年占60%，即1200人: the number of a share. */
import { isCount, isPercent, sizeOf, spread, type Figure } from "../figure";
import { levelsBefore } from "../read-figures";
import { isSlip, relation, type Place, type Relation } from "../relation";
import { bare } from "../words";
import { isAlike } from "../figure";

export function shareOfWhole(figure: Figure, place: Place): Relation[] {
  const share = place.sentence.figures[place.index - 1];
  if (!isCount(figure) || !share || !isPercent(share) || share.role !== "share") return [];
  if (
    !/^[，,（(](?:即|也就是|约|共|为|约为|计)$/.test(bare(share.after + figure.gap.slice(share.after.length)))
  )
    return [];
  const wholes = levelsBefore(place.sentence, share).filter((each) => isAlike(each, figure));
  const [whole] = wholes;
  if (!whole || wholes.length > 1) return [];
  const { low, high } = spread(share);
  const size = sizeOf(whole);
  const value = (size * sizeOf(share)) / 100;
  return [
    relation(figure, {
      kind: "share",
      how: "product",
      operands: [size, sizeOf(share) / 100],
      value,
      range: { low: (size * low) / 100, high: (size * high) / 100 },
      from: [whole, share],
      sure: /即|也就是/.test(figure.gap) && isSlip(sizeOf(figure), value),
    }),
  ];
}
