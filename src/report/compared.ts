/** While units are missing: with whose figures of last year this year is compared. */
import type { CountyContext } from "./county-context";

/** A sentence, blanks before it; empty where the whole county is compared, or nothing. */
export function comparedNote({ consolidation, say, counted }: CountyContext): string {
  const { lastYear, submissions } = consolidation;
  if (!lastYear?.whole) return "";
  const unknown = submissions.flatMap(({ unit }) => (lastYear.units.has(unit!.name) ? [] : unit!.name));
  const units = unknown.join(say("report.enumerate"));
  return `\u3000${say("report.compared", { counted })}${unknown.length > 0 ? say("report.compared.unknown", { units }) : ""}`;
}

/** 上年, above its figures. */
export function lastYearHead({ consolidation, say }: CountyContext): string {
  return say(consolidation.lastYear?.whole ? "report.compared.head" : "report.head.lastYear");
}
