/** What kind of references a formula holds. */
import { tokenize, tokenTypes } from "@borgar/fx";

/** Longer formulas are kept nowhere; the limit of Excel is 8192. */
export const LONGEST_FORMULA = 8192;

const REFERENCES: ReadonlySet<string> = new Set([
  tokenTypes.REF_RANGE,
  tokenTypes.REF_BEAM,
  tokenTypes.REF_TERNARY,
  tokenTypes.REF_NAMED,
  tokenTypes.REF_STRUCT,
]);

/** Does the formula refer to anything? `14926277.88/10000/12` does not: somebody typed a value. */
export function hasReference(formula: string): boolean {
  if (formula.length > LONGEST_FORMULA) return true;
  return tokenize(formula).some(({ type }) => REFERENCES.has(type) || type === tokenTypes.ERROR);
}
