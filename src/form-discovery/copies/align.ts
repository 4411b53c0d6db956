/** Which rows (or columns) of one sheet are which of another: by the words in them, then by what is between such. */

/** The words of each row; empty where it has none. */
export type Lines = readonly (readonly string[])[];

/** For each line of `a` the one of `b`; -1 where `b` has none. Both keep their order. */
export function alignLines(a: Lines, b: Lines): Int32Array {
  const to = new Int32Array(a.length).fill(-1);
  const pairs = risingPairs([
    ...uniquePairs(a.map(whole), b.map(whole)),
    ...uniquePairs(a.map(label), b.map(label)),
  ]);
  for (const [i, j] of pairs) to[i] = j;
  fillBetween(a, b, pairs, to);
  return to;
}

function whole(line: readonly string[]): readonly string[] {
  return line.length === 0 ? [] : [line.join("\n")];
}

/** The label of a row, the heading of a column: what is written further on may be the unit's own words. */
function label(line: readonly string[]): readonly string[] {
  return line.slice(0, 1);
}

/** Lines with a word that both sheets have exactly once. */
function uniquePairs(a: Lines, b: Lines): [number, number][] {
  const inB = placesOf(b);
  return [...placesOf(a)].flatMap(([word, i]): [number, number][] => {
    const j = inB.get(word) ?? -1;
    return i < 0 || j < 0 ? [] : [[i, j]];
  });
}

/** The only line with the word; -1 where there are several. */
function placesOf(lines: Lines): Map<string, number> {
  const places = new Map<string, number>();
  lines.forEach((words, i) => {
    for (const word of new Set(words)) places.set(word, places.has(word) ? -1 : i);
  });
  return places;
}

/** The longest run of pairs that rises on both sides; the earlier of two pairs for one line counts. */
function risingPairs(all: readonly [number, number][]): [number, number][] {
  const first = new Map<number, number>();
  for (const [i, j] of all) if (!first.has(i)) first.set(i, j);
  const pairs = [...first].sort((x, y) => x[0] - y[0]);
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], p) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[tails[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[p] = tails[low - 1]!;
    tails[low] = p;
  });
  const rising: [number, number][] = [];
  for (let p = tails.at(-1) ?? -1; p >= 0; p = before[p]!) rising.push(pairs[p]!);
  return rising.reverse();
}

/** As many lines between two pairs on both sides are the same ones; else those that share a word. */
function fillBetween(a: Lines, b: Lines, pairs: readonly [number, number][], to: Int32Array): void {
  const bounds: [number, number][] = [[-1, -1], ...pairs, [a.length, b.length]];
  for (let p = 0; p + 1 < bounds.length; p++) {
    const [fromA, fromB] = bounds[p]!;
    const [untilA, untilB] = bounds[p + 1]!;
    const isSame = untilA - fromA === untilB - fromB || p + 2 === bounds.length;
    let next = fromB + 1;
    for (let i = fromA + 1; i < untilA; i++) {
      const j = isSame ? fromB + i - fromA : sharing(a[i]!, b, next, untilB);
      if (j < 0 || j >= untilB || !canBe(a[i]!, b[j]!)) continue;
      to[i] = j;
      next = j + 1;
    }
  }
}

function sharing(words: readonly string[], b: Lines, from: number, until: number): number {
  for (let j = from; j < until; j++) if (words.some((word) => b[j]!.includes(word))) return j;
  return -1;
}

/** Lines that have words, and none in common, are different ones. */
function canBe(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((word) => b.includes(word));
}
