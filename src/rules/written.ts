/** A passage in the rule language, in the keys of items. */
import { endOfWord } from "./characters";
import type { ItemRef } from "./form-words";
import { inExpression } from "./item-key";
import type { Instance } from "./meaning";
import { insideCall, type Passage } from "./passage";
import type { Vocabulary } from "./vocabulary";

/** The passage in the rule language, for one instance; with where each piece of it came from. */
export function written(
  { pieces }: Passage,
  { items }: Instance,
  vocabulary: Vocabulary,
): { readonly text: string; readonly origins: readonly (readonly [number, number])[] } {
  let text = "";
  const origins: [number, number][] = [];
  pieces.forEach((piece, i) => {
    origins.push([text.length, piece.start]);
    const found = piece.kind === "reference" ? items.get(piece.to) : undefined;
    const inCall = piece.kind === "reference" && insideCall(pieces, i);
    const words = found ? itemsText(found, inCall, vocabulary) : piece.text;
    const isSum = found !== undefined && found.length > 1 && piece.kind === "reference" && piece.to.summed;
    const next = isSum && !inCall ? `SUM${words.startsWith("(") ? words : `(${words})`}` : words;
    // Words that the text has beside signs can come to be beside words.
    text += WORD_END.test(text) && endOfWord(next, 0) > 0 ? ` ${next}` : next;
  });
  return { text, origins };
}

const WORD_END = /[\p{L}\p{N}_]$/u;

function itemsText(items: readonly (ItemRef | null)[], inCall: boolean, vocabulary: Vocabulary): string {
  if (items.length === 1) return itemText(items[0]!);
  const codes = items.flatMap((item) => (item && !item.lastYear ? item.code : []));
  if (codes.length === items.length) {
    const range = vocabulary.codesBetween(codes[0]!, codes.at(-1)!);
    if (range?.length === codes.length && range.every((code, i) => code === codes[i]))
      return `${inExpression(codes[0]!)}~${inExpression(codes.at(-1)!)}`;
  }
  return inCall ? items.map(itemText).join(",") : `(${items.map(itemText).join(",")})`;
}

/** A cell that is not used holds nothing. */
function itemText(item: ItemRef | null): string {
  if (item === null) return "0";
  return item.lastYear ? `上年(${inExpression(item.code)})` : inExpression(item.code);
}
