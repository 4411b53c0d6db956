/** What a text says of its own numbers: of each claim the relation that bears it out, or the one that it breaks. */
import type { Claim } from "./claim";
import type { Figure } from "./figure";
import { readFigures, type FigureSentence } from "./read-figures";
import { bears, holds, type Relation } from "./relation";
import { relationsOf } from "./relations";

export interface TextVerdict {
  readonly verdict: "agrees" | "disagrees";
  readonly relation: Relation;
}

/** Sentences of the paragraph, and of the one before, in which a whole is looked for. */
const EARLIER = 5;

/** Claims that nothing is said of are left out. Linear in the text's length. */
export function relateText(text: string, claims: readonly Claim[]): Map<Claim, TextVerdict> {
  const sentences = readFigures(text, claims);
  const found = new Map<Claim, TextVerdict>();
  sentences.forEach((sentence, i) => {
    const earlier = earlierOf(sentences, i);
    sentence.figures.forEach((figure, index) => {
      const verdict = verdictOf(figure, relationsOf(figure, { sentence, earlier, index }, text));
      if (verdict) found.set(figure.claim, verdict);
    });
  });
  return found;
}

function earlierOf(sentences: readonly FigureSentence[], i: number): FigureSentence[] {
  const { paragraph } = sentences[i]!;
  return sentences.slice(Math.max(0, i - EARLIER), i).filter((each) => each.paragraph === paragraph);
}

/** One relation that holds is enough; of those that are broken only a sure one counts. */
function verdictOf(figure: Figure, relations: readonly Relation[]): TextVerdict | null {
  const broken = relations.find((each) => each.kind === "partOfWhole");
  if (broken) return { verdict: "disagrees", relation: broken };
  const held = relations.filter((each) => bears(figure, each));
  const [best] = [...held].sort((a, b) => Number(b.sure) - Number(a.sure));
  if (best) return { verdict: "agrees", relation: best };
  if (relations.some((each) => !each.finer && holds(figure, each))) return null;
  const wrong = relations.find(({ sure }) => sure);
  return wrong ? { verdict: "disagrees", relation: wrong } : null;
}
