/** Which periods the files of a session say, and whether that is more than a slip. */
import type { Submission } from "../intake/submission";

export interface PeriodInFiles {
  readonly period: string;
  /** How many files say it. */
  readonly files: number;
}

/** Which of several periods is collected: asked, or answered. */
export interface PeriodChoice {
  /** In their order. */
  readonly periods: readonly PeriodInFiles[];
  /** Null until somebody has said. */
  readonly chosen: string | null;
}

/** Fewer files, or less than one in so many, that say another period than the others are taken for slips. */
const LEAST_FILES = 2;
const SLIPS_IN = 4;

/** What was sent, by file; the open workbook is under null. All else is derived again whenever that changes. */
/** What the reports say, in the order of the periods. */
export function periodsSaid(submissions: readonly Submission[]): readonly PeriodInFiles[] {
  const counts = new Map<string, number>();
  for (const submission of submissions)
    if (submission.period !== null && isOfTemplate(submission))
      counts.set(submission.period, (counts.get(submission.period) ?? 0) + 1);
  const periods = [...counts].map(([period, files]) => ({ period, files }));
  return periods.sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** None where all but a few files say the same. */
export function withoutSlips(periods: readonly PeriodInFiles[]): readonly PeriodInFiles[] {
  const [first, second] = [...periods].sort((a, b) => b.files - a.files);
  const isSlip = !second || second.files < LEAST_FILES || second.files * SLIPS_IN < first!.files;
  return isSlip ? [] : periods;
}

/** Of others D01 says that nothing of the template is in them. */
export function isOfTemplate({ findings }: Submission): boolean {
  return !findings.some(({ code }) => code === "D01");
}
