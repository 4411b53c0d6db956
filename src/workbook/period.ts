/** Periods: `2020` for a year, `2020H1` and `2020H2` for its halves. */

/** The period a year later, `2019 → 2020`, `2019H1 → 2020H1`; null where the text is no period. */
export function nextPeriod(period: string): string | null {
  const match = /^(\d{4})(H[12])?$/.exec(period);
  return match ? `${Number(match[1]) + 1}${match[2] ?? ""}` : null;
}

/** The one that most submissions name; of equally many the later one. Null where none names any. */
export function commonPeriod(periods: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const period of periods) if (period) counts.set(period, (counts.get(period) ?? 0) + 1);
  const ranked = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? 1 : -1));
  return ranked[0]?.[0] ?? null;
}
