/** Renamed headings: columns that are missing, and as many strange ones in their very place. */

/** A column whose heading is none of the template's. */
export interface StrangeColumn {
  readonly column: number;
  readonly row: number;
  readonly heading: string;
}

/**
 * By name, the strange column that is meant.
 * @param order the columns' names as the template has them; @param at those that were found
 * @param left the column before the first one of the table
 * @param width how many columns the missing ones take at the right end of the table
 */
export function renamedInPlace<Name extends string>(
  order: readonly Name[],
  at: ReadonlyMap<Name, number>,
  strange: readonly StrangeColumn[],
  left: number,
  isPossible: (name: Name, column: StrangeColumn) => boolean,
  width: (before: Name | null, names: readonly Name[]) => number = (_, names) => names.length,
): Map<Name, StrangeColumn> {
  const renamed = new Map<Name, StrangeColumn>();
  for (const run of missingRuns(order, at)) {
    const from = run.before === null ? left : at.get(run.before)!;
    const until = run.after === null ? from + width(run.before, run.names) + 1 : at.get(run.after)!;
    const there = strange.filter(({ column }) => column > from && column < until);
    if (there.length !== run.names.length) continue;
    const pairs = run.names.map((name, i) => [name, there[i]!] as const);
    if (pairs.every(([name, column]) => isPossible(name, column)))
      for (const [name, column] of pairs) renamed.set(name, column);
  }
  return renamed;
}

interface Run<Name> {
  /** Found columns before and after the missing ones; null at the ends of the table. */
  readonly before: Name | null;
  readonly after: Name | null;
  readonly names: readonly Name[];
}

function missingRuns<Name>(order: readonly Name[], at: ReadonlyMap<Name, number>): Run<Name>[] {
  const runs: Run<Name>[] = [];
  let before: Name | null = null;
  let names: Name[] = [];
  for (const name of [...order, null]) {
    if (name !== null && !at.has(name)) names.push(name);
    else {
      if (names.length > 0) runs.push({ before, after: name, names });
      before = name;
      names = [];
    }
  }
  return runs;
}
