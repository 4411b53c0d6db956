/**
 * The total in whole parts, in proportion to the weights (largest remainder). A weight above zero gets at least 1,
 * as long as there is enough for all.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const positive = weights.filter((weight) => weight > 0).length;
  const least = total >= positive ? 1 : 0;
  const rest = total - least * positive;
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum > 0 ? (rest * weight) / sum : 0));
  const parts = exact.map((share, i) => Math.floor(share) + (weights[i]! > 0 ? least : 0));
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, left)) parts[i]! += 1;
  return parts;
}
