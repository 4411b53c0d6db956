/** What a county workbook of another period is to the one that is collected. */
import { followingPeriod } from "../workbook/period";

/** The same period of last year, or the period before. */
export type Earlier = "lastYear" | "lastPeriod";

/** Null where the period that is collected is not known and the county workbook can be either. */
export function earlierThan(now: string | null, county: string): Earlier | null {
  if (/^\d{4}$/.test(county)) return "lastYear";
  if (now === null) return null;
  return followingPeriod(county) === now ? "lastPeriod" : "lastYear";
}
