/** 其中女生168人，占40%. */
import { isAlike, isCount, isPercent, sizeOf, spread, type Figure } from "../figure";
import { fifteenDigits } from "../../workbook/rounding";
import {
  add,
  isSlip,
  relation,
  shareRange,
  sumRange,
  type Place,
  type Relation,
  type RelationKind,
} from "../relation";
import { wholesOf } from "./wholes";

export function share(figure: Figure, place: Place): Relation[] {
  if (figure.role !== "share" || !isPercent(figure)) return [];
  const found = wholesOf(figure, place);
  if (!found) return [];
  const { part, candidates, named } = found;
  return [
    ...sharesOf(
      figure,
      part,
      named ? [...candidates.filter((each) => each !== named), named] : candidates,
      named,
      "share",
    ),
    ...ofList(figure, part, place),
  ];
}

/** 专职130名，兼职260名，其中党员156名: perhaps of all that is listed. */
function ofList(figure: Figure, part: Figure, { sentence }: Place): Relation[] {
  const before = sentence.figures.slice(0, sentence.figures.indexOf(part));
  const list = before
    .filter((each) => isCount(each) && isAlike(each, part) && each.bracket === part.bracket)
    .slice(-6);
  return list.slice(0, -1).map((_, i) => {
    const total = add(list.slice(i).map(sizeOf));
    return relation(figure, {
      kind: "share",
      how: "share",
      operands: [sizeOf(part), total],
      value: fifteenDigits((sizeOf(part) / total) * 100),
      range: shareRange(spread(part), sumRange(list.slice(i))),
      from: [part],
      sure: false,
    });
  });
}

/** `named`: the whole whose share it must be, if none fits. */
export function sharesOf(
  figure: Figure,
  part: Figure,
  wholes: readonly Figure[],
  named: Figure | null,
  kind: RelationKind,
): Relation[] {
  return wholes
    .filter((whole) => sizeOf(whole) > 0)
    .map((whole) => {
      const value = fifteenDigits((sizeOf(part) / sizeOf(whole)) * 100);
      return relation(figure, {
        kind,
        how: "share",
        operands: [sizeOf(part), sizeOf(whole)],
        value,
        range: shareRange(spread(part), spread(whole)),
        from: [part, whole],
        sure: whole === named && value <= 100.5 && isLikely(figure, value),
      });
    });
}

function isLikely({ claim }: Figure, value: number): boolean {
  const written = claim.unit === "成" ? claim.value * 10 : claim.value;
  return isSlip(written, value) || Math.abs(written - value) <= 30;
}
