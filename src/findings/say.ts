/** How sheets get their words: by a key and parameters, in the reader's language. */
import { partsOf } from "../workbook/period";
import type { Finding } from "./finding";

export type SayParams = Readonly<Record<string, string | number>>;

export interface Say {
  /** `("report.unitsReported", { reported: 21, expected: 22 }) → "已报 21/22"`. */
  (code: string, params?: SayParams): string;
  /** What is wrong and what to do, in whole sentences. */
  finding(finding: Finding): string;
  /** The same for a table: what is wrong, and what to do. */
  findingParts(finding: Finding): { readonly what: string; readonly mend: string };
}

/** `2020 → 2020 年度`, `2020H1 → 2020 年上半年`; empty where there is no period. */
export function periodText(period: string | null, say: Say): string {
  if (period === null) return "";
  const { part, year, number } = partsOf(period);
  return say(`period.${part}`, { year, number });
}

/** `2020年度`: within a sentence Chinese leaves no space between the year and its word. */
export function periodInSentence(period: string | null, say: Say): string {
  return periodText(period, say).replace(/(?<=\d) (?=\p{Script=Han})/u, "");
}

/** `2021-01-18 → 2021 年 1 月 18 日`. */
export function dayText(day: string, say: Say): string {
  const [year = 0, month = 0, of = 0] = day.split("-").map(Number);
  return say("report.day", { year, month, day: of });
}
