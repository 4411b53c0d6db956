/**
 * A relation read out as a person would say it, with the names of its lines: `0201=0202+0203` is
 * `五老志愿者总数（0201）` on one side and `老干部（0202）和老战士（0203）之和` on the other. Chinese, as the relation's own
 * words are.
 */
import type { AstExpression } from "@borgar/fx";
import { termOf } from "./compile";
import { isComparison } from "./conditions";
import type { Tree } from "./grammar";
import { COMPARED, Reader, type Compared, type ReadingNames } from "./reader";
import type { Vocabulary } from "./vocabulary";

export type { Compared, ReadingNames } from "./reader";

export interface RelationReading {
  readonly whole: string;
  /** Where the rule is asked at all; null: everywhere. */
  readonly when: string | null;
  /** Null where the relation is more than one comparison. A constant is on the right. */
  readonly sides: {
    readonly subject: string;
    readonly other: string;
    readonly compared: Compared;
    /** The sides are the other way round in the relation. */
    readonly turned: boolean;
    /** The other side is a constant, of which the value says all. */
    readonly fixed: boolean;
  } | null;
}

const TURNED: Readonly<Record<Compared, Compared>> = {
  eq: "eq",
  ne: "ne",
  lt: "gt",
  le: "ge",
  gt: "lt",
  ge: "le",
};
export function readRelation(
  relation: Tree,
  precondition: Tree | null,
  vocabulary: Vocabulary,
  names: ReadingNames,
): RelationReading {
  const reader = new Reader(relation, vocabulary, names);
  return {
    whole: reader.text(relation.root),
    when: precondition && new Reader(precondition, vocabulary, names).text(precondition.root),
    sides: sidesOf(relation, reader),
  };
}

function sidesOf(tree: Tree, reader: Reader): RelationReading["sides"] {
  const { root } = tree;
  if (root.type !== "BinaryExpression" || !isComparison(root.operator)) return null;
  const [left, right] = root.arguments as [AstExpression, AstExpression];
  const isFixed = (node: AstExpression): boolean => termOf(node, tree)?.type === "constant";
  const turned = isFixed(left) && !isFixed(right);
  const [subject, other] = turned ? [right, left] : [left, right];
  const compared = COMPARED[root.operator]!;
  return {
    subject: reader.text(subject),
    other: reader.text(other),
    compared: turned ? TURNED[compared] : compared,
    turned,
    fixed: isFixed(other),
  };
}
