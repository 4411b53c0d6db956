/** Which findings a unit can do something about: only those go back to it. */
import type { Finding } from "../findings/finding";

/** F06: the file could not be opened on the county's own computer. C01, C03, C06: the county's own totals and sheets. */
const COUNTY_ONLY: ReadonlySet<string> = new Set(["F06", "C01", "C03", "C06"]);

export function asksUnit({ code }: Pick<Finding, "code">): boolean {
  return !COUNTY_ONLY.has(code);
}
