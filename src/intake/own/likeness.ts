/** Are two labels or headings the same in other words? Both folded. */

/** Two labels share so many of their pairs of characters. */
const LEAST_LIKENESS = 0.34;

/** All that is called the total. */
const TOTAL = /^(?:合计|总计|共计|总合计|合计数|总数|总和|累计)$/;

export function areAlike(a: string, b: string): boolean {
  return likenessOf(a, b) >= LEAST_LIKENESS || (TOTAL.test(a) && TOTAL.test(b));
}

/** The share of pairs of neighbouring characters that both texts have (Dice's coefficient); 1 where one is in the other. */
function likenessOf(a: string, b: string): number {
  if (a.includes(b) || b.includes(a)) return a === "" || b === "" ? 0 : 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size + second.size === 0) return 0;
  const both = [...first].filter((each) => second.has(each)).length;
  return (2 * both) / (first.size + second.size);
}

function pairsOf(text: string): Set<string> {
  const short = text.slice(0, 200);
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < short.length; i++) pairs.add(short.slice(i, i + 2));
  return pairs;
}
