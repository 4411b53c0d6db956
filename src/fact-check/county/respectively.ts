/** 老干部、老教师分别有973人和728人: which words before 分别 go with which of the numbers behind it. */
import type { Claim } from "../claim";
import { splitComparison } from "./comparisons";
import type { Mention } from "./scope";
import type { Segment, Sentence } from "./segments";
import type { Unit } from "../../template/template";

/** One number of such a list. */
export interface Respective {
  /** The list's first claim, its place in the list and the list's length. */
  readonly first: Claim;
  readonly index: number;
  readonly count: number;
  /** What is said of this number; null where it is not known which of several it belongs to. */
  readonly words: string | null;
  /** The unit whose number it is, where units are listed. */
  readonly unit: Unit | null;
  /** Nothing is listed in front: the numbers said before are meant. */
  readonly ofNumbers: boolean;
}

const WORD = "分别";
const BETWEEN = /^\s*(?:[、，,]|和|及|以及)\s*$/;

/** `masked`: a stretch of the text without names and times; `saysNothing`: whether words narrow nothing. */
export function respectives(
  text: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  masked: (segment: Segment) => string,
  saysNothing: (words: string) => boolean,
): ReadonlyMap<Claim, Respective> {
  const found = new Map<Claim, Respective>();
  const all = sentence.clauses.flatMap(({ claims }) => claims);
  for (const clause of sentence.clauses) {
    const first = clause.claims[0];
    const at = first ? text.slice(clause.start, first.start).lastIndexOf(WORD) : -1;
    if (!first || at < 0) continue;
    const claims = listFrom(text, all, first);
    if (claims.length === 1) continue;
    const [start, end] = [clause.start + at, clause.start + at + WORD.length];
    const { rest, compared } = splitComparison(masked({ start: clause.start, end: start }));
    const tail = compared + masked({ start: end, end: first.start });
    const items = rest.split(/[、和及与]/);
    const units =
      mentions.filter((each) => each.start >= clause.start && each.end <= start).at(-1)?.units ?? [];
    const count = claims.length;
    const listed = items.length === count;
    const byUnit = !listed && units.length === count;
    const ofNumbers = !listed && units.length === 0 && saysNothing(rest);
    claims.forEach((claim, index) => {
      const words = listed ? items[index]! + tail : byUnit ? rest + tail : ofNumbers ? tail : null;
      found.set(claim, { first, index, count, words, unit: byUnit ? units[index]! : null, ofNumbers });
    });
  }
  return found;
}

/** The claims from this one on, as long as nothing is between them. */
function listFrom(text: string, all: readonly Claim[], first: Claim): Claim[] {
  const list = [first];
  for (const claim of all.slice(all.indexOf(first) + 1)) {
    if (!BETWEEN.test(text.slice(list.at(-1)!.end, claim.start))) break;
    list.push(claim);
  }
  return list;
}
