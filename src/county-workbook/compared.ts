/** With whose figures of last year this year is compared, where that is not the whole county of both. */
import { changeFormat } from "../template/number-formats";
import type { IndicatorKind } from "../template/template";
import type { Say } from "../findings/say";
import { countyLines } from "../consolidation/contributions";
import { withoutLastYear } from "../consolidation/comparable-last-year";
import type { CountyContext } from "./county-context";
import { someNames } from "./fit";

/** Sentences, blanks before them; empty where the whole county is compared, or nothing. */
export function comparedNote({ consolidation, say, counted }: CountyContext): string {
  const { lastYear, submissions } = consolidation;
  const without = withoutLastYear(submissions, lastYear);
  const units = someNames(without, say);
  const sentences = [
    ...(lastYear?.whole ? [say("report.compared", { counted })] : []),
    ...(without.length > 0 ? [say("report.compared.without", { units })] : []),
  ];
  return sentences.map((sentence) => `\u3000${sentence}`).join("");
}

/** 上年, above its figures. */
export function lastYearHead({ consolidation, say }: CountyContext): string {
  return say(consolidation.lastYear?.whole ? "report.compared.head" : "report.head.lastYear");
}

/** The number format of a change. Two rates differ by percentage points, never by per cent. */
export function changeFormatOf(kind: IndicatorKind, format: string, say: Say): string {
  return changeFormat(format, kind === "percent" ? say("report.points") : "");
}

/** Names the lines that are measured otherwise than last year, a blank before; empty where all can be compared. */
export function incomparableNote({ consolidation, say }: CountyContext): string {
  const codes = new Set(consolidation.lastYear?.incomparable);
  const names = countyLines(consolidation.template)
    .filter(({ indicator }) => codes.has(indicator.code))
    .map(({ indicator: { code, name } }) => `${code} ${name}`);
  if (names.length === 0) return "";
  return `\u3000${say("report.lastYear.incomparable", { lines: someNames(names, say) })}`;
}
