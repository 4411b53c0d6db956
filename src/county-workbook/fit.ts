/** What a sentence or a cell can carry, said in the reader's language. */
import { fitPlan, fitSheet, type FitMessages } from "../workbook/fit-plan";
import { howManyNames, LIMITS } from "../workbook/limits";
import type { FilePlan, SheetPlan } from "../workbook/plan";
import type { Say } from "../findings/say";

/** `台上镇、青石镇`, or as many as a sentence can carry and `等 63 个`. */
export function someNames(names: readonly string[], say: Say): string {
  const count = howManyNames(names);
  const list = names.slice(0, count).join(say("report.enumerate"));
  return count === names.length
    ? list
    : say("report.enumerate.more", { list, count: names.length, more: names.length - count });
}

/** As many rows as a sheet has room for below its heads; `note` says what was left out and where it is, else empty. */
export function rowsThatFit<T>(
  rows: readonly T[],
  headerRow: number,
  say: Say,
): { readonly shown: readonly T[]; readonly note: string } {
  const { shown, note } = howManyRowsFit(rows.length, headerRow, say);
  return { shown: shown === rows.length ? rows : rows.slice(0, shown), note };
}

/** The same of rows that are made as they are written. */
export function howManyRowsFit(
  count: number,
  headerRow: number,
  say: Say,
): { readonly shown: number; readonly note: string } {
  const room = LIMITS.rows - headerRow - 1;
  if (count <= room) return { shown: count, note: "" };
  return { shown: room, note: `\u3000${say("report.fit.rows", { shown: room, rest: count - room })}` };
}

/** The plan with nothing in it that Excel cannot take. */
export function writable<Plan extends FilePlan>(plan: Plan, say: Say): Plan {
  return fitPlan(plan, fitMessages(say));
}

export function writableSheet(sheet: SheetPlan, say: Say): SheetPlan {
  return fitSheet(sheet, fitMessages(say));
}

export function fitMessages(say: Say): FitMessages {
  return { cut: (count) => say("report.fit.cut", { count }), formula: say("report.fit.formula") };
}
