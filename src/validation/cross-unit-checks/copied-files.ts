/** D11: one unit's file sent under another unit's name: every number is the same. */
import { groupBy } from "../../workbook/group-by";
import type { CheckContext, CrossUnitCheck } from "../check";
import type { Finding } from "../../findings/finding";
import type { RuleClass } from "../../rules/rule";
import { otherName } from "./other-name";
import { typedNumbers } from "./likeness";

/** Fewer numbers than this may agree by chance, or because there was little to report. */
const LEAST_NUMBERS = 10;

export const copiedFiles: CrossUnitCheck = {
  code: "D11",
  run: (all, findingClass) => {
    const alike = groupBy(all, signature);
    alike.delete(null);
    return [...alike.values()].flatMap((files) => {
      const units = new Set(files.map(({ unitName }) => unitName));
      if (units.size < 2) return [];
      const original = originalAmong(files);
      if (original === null) return files.map((context) => undecided(context, files));
      return files
        .filter((context) => context.unitName !== original.unitName)
        .map((context) => copied(context, original, findingClass));
    });
  },
};

function copied(context: CheckContext, original: CheckContext, findingClass: RuleClass): Finding {
  const params = { otherUnit: original.unitName, otherFile: original.submission.file };
  return context.atFile("D11", findingClass, { params }).finding;
}

/** Nothing says whose figures they are: nobody is accused, and all are asked. */
function undecided(context: CheckContext, files: readonly CheckContext[]): Finding {
  const other = files.find(({ unitName }) => unitName !== context.unitName)!;
  const params = { variant: "either", otherUnit: other.unitName, otherFile: other.submission.file };
  return context.atFile("D11", "explain", { params }).finding;
}

/** What the numbers say; null where they say too little. */
function signature(context: CheckContext): string | null {
  const numbers = [...typedNumbers(context)].filter(([, value]) => value !== 0);
  return numbers.length < LEAST_NUMBERS ? null : numbers.map(([code, value]) => `${code}=${value}`).join();
}

/** The file whose own the figures are, by the first evidence that sets it apart; null where none does. */
function originalAmong(files: readonly CheckContext[]): CheckContext | null {
  const evidence: readonly [(context: CheckContext) => number, clearly: number][] = [
    [(context) => (otherName(context) === null ? 0 : 1), 1],
    [distanceFromLastYear, 2],
    [strangeness, 1],
    [(context) => foreignNames(context, files), 1],
  ];
  for (const [measure, clearly] of evidence) {
    const [best, second] = bestTwo(files, measure);
    if (second.value > best.value && second.value >= best.value * clearly) return best.context;
  }
  return null;
}

interface Measured {
  readonly context: CheckContext;
  readonly value: number;
}

/** The file of the lowest value, and the lowest one of another unit. */
function bestTwo(
  files: readonly CheckContext[],
  measure: (context: CheckContext) => number,
): [Measured, Measured] {
  const measured = files.map((context) => ({ context, value: measure(context) }));
  measured.sort((a, b) => a.value - b.value);
  const best = measured[0]!;
  return [best, measured.find(({ context }) => context.unitName !== best.context.unitName)!];
}

/** How far this year's figures are from what the unit reported last year: another unit's are far from its own. */
function distanceFromLastYear(context: CheckContext): number {
  const steps = [...typedNumbers(context)].flatMap(([code, value]) => {
    const before = context.lastYearNumber(code);
    return before === null || before < 0 || value < 0 ? [] : Math.abs(Math.log((value + 1) / (before + 1)));
  });
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** A copy has the other unit's 上年 column: it disagrees with what was carried. */
function strangeness(context: CheckContext): number {
  let count = 0;
  for (const { indicator, line } of context.lines()) {
    const carried = context.carried?.get(indicator.code);
    if (carried !== undefined && typeof line.lastYear?.value === "number" && line.lastYear.value !== carried)
      count++;
  }
  return count;
}

/** How often the lists name the other units, less how often they name the file's own. */
function foreignNames({ submission }: CheckContext, files: readonly CheckContext[]): number {
  const texts = [...submission.lists.values()].flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => [...cells.values()].map(({ raw }) => raw)),
  );
  const others = new Set(files.flatMap(({ submission: other }) => other.unit ?? []));
  let count = 0;
  for (const unit of others) {
    const mentions = texts.filter((text) => text.includes(unit.name)).length;
    count += unit.code === submission.unit?.code ? -mentions : mentions;
  }
  return count;
}
