/** Every kind of relation, one file each. */
import type { Figure } from "../figure";
import type { Place, Relation } from "../relation";
import { average } from "./average";
import { change } from "./change";
import { hundred } from "./hundred";
import { names } from "./names";
import { partOfWhole } from "./part-of-whole";
import { parts } from "./parts";
import { rate } from "./rate";
import { respectively } from "./respectively";
import { rest } from "./rest";
import { same } from "./same";
import { share } from "./share";
import { shareOfWhole } from "./share-of-whole";
import { sum } from "./sum";

export function relationsOf(figure: Figure, place: Place, text: string): Relation[] {
  const found = [
    parts,
    sum,
    share,
    shareOfWhole,
    rate,
    change,
    average,
    hundred,
    rest,
    same,
    partOfWhole,
    respectively,
  ].flatMap((relate) => relate(figure, place));
  return [...found, ...names(figure, text)];
}
