/** What became of a unit's report, in words. */
import type { Consolidation, Reported } from "../consolidation/consolidation";
import type { Say } from "./say";

/** Files of a unit that tell its state; none where it sent nothing. */
export function reportedBy(consolidation: Consolidation, unit: string): Reported[] {
  return consolidation.reported.filter((reported) => reported.unit === unit);
}

export function statusWords(consolidation: Consolidation, unit: string, say: Say): string {
  const files = reportedBy(consolidation, unit);
  const first = files.find(({ status }) => status !== "setAside") ?? files[0];
  return say(`report.status.${first?.status ?? "missing"}`);
}
