/** D11: one unit's file sent under another unit's name: every number is the same. */
import { groupBy } from "../grouping";
import type { CheckContext, RoundCheck } from "../check";
import { typedNumbers } from "./likeness";

/** Fewer numbers than this may agree by chance, or because there was little to report. */
const LEAST_NUMBERS = 10;

export const copiedFiles: RoundCheck = {
  code: "D11",
  builtIn: "mustFix",
  run: (all, findingClass) => {
    const alike = groupBy(all, signature);
    alike.delete(null);
    return [...alike.values()].flatMap((files) => {
      const units = new Set(files.map(({ unitName }) => unitName));
      if (units.size < 2) return [];
      const original = [...files].sort((a, b) => strangeness(a) - strangeness(b))[0]!;
      return files
        .filter((context) => context.unitName !== original.unitName)
        .map((context) => {
          const params = { otherUnit: original.unitName, otherFile: original.submission.file };
          return context.atFile("D11", findingClass, { params }).finding;
        });
    });
  },
};

/** What the numbers say; null where they say too little. */
function signature(context: CheckContext): string | null {
  const numbers = [...typedNumbers(context)].filter(([, value]) => value !== 0);
  return numbers.length < LEAST_NUMBERS ? null : numbers.map(([code, value]) => `${code}=${value}`).join();
}

/** A copy bears the other unit's 上年 column: the file that disagrees most with what was carried is the copy. */
function strangeness(context: CheckContext): number {
  let count = 0;
  for (const { indicator, line } of context.lines()) {
    const carried = context.carried?.get(indicator.code);
    if (carried !== undefined && typeof line.lastYear?.value === "number" && line.lastYear.value !== carried)
      count++;
  }
  return count;
}
