/** Lines that are measured otherwise than last year: why last year's figure is not shown. */
import { countyLines } from "../consolidation/contributions";
import type { CountyContext } from "./county-context";
import { someNames } from "./fit";

/** A sentence that names them, blanks before it; empty where all can be compared. */
export function incomparableNote({ consolidation, say }: CountyContext): string {
  const codes = new Set(consolidation.lastYear?.incomparable);
  const names = countyLines(consolidation.template)
    .filter(({ indicator }) => codes.has(indicator.code))
    .map(({ indicator: { code, name } }) => `${code} ${name}`);
  if (names.length === 0) return "";
  return `\u3000${say("report.lastYear.incomparable", { lines: someNames(names, say) })}`;
}
