/** What computed lines rest on: a total that is wrong is no root where one of its parts is. */
import type { Compiled } from "../rules";
import { lastYearKey, type Key } from "./keys";

export type Operands = ReadonlyMap<Key, readonly Key[]>;

/** For every computed line what its formula names, and what those rest on in turn. */
export function operandsOf(formulas: ReadonlyMap<string, Compiled>): Operands {
  const all = new Map<Key, readonly Key[]>();
  for (const code of formulas.keys()) all.set(code, [...below(code, formulas, new Set([code]))]);
  return all;
}

/** `seen` ends the circle that a careless template may hold. */
function below(code: Key, formulas: ReadonlyMap<string, Compiled>, seen: Set<Key>): Set<Key> {
  const found = new Set<Key>();
  const formula = formulas.get(code);
  if (formula === undefined) return found;
  for (const key of [...formula.codes, ...formula.lastYearCodes.map(lastYearKey)]) {
    if (seen.has(key)) continue;
    seen.add(key);
    found.add(key);
    for (const deeper of below(key, formulas, seen)) found.add(deeper);
  }
  return found;
}
