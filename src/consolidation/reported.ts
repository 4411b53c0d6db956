import type { Finding } from "../findings/finding";
import type { UnitsOf } from "../intake/submission";
import { statusOf, withCauses } from "../findings/status";

/** What became of every file that was sent. */
export type UnitStatus =
  | "accepted"
  | "needsExplanation"
  | "mustFix"
  | "unreadable"
  | "duplicate"
  | "unknown"
  | "heldBack"
  // One of several files of its unit, of which another was chosen.
  | "setAside"
  // It holds what another file of its unit holds.
  | "copy"
  // It says another period than the session's, and the county has not decided that it counts.
  | "otherPeriod";

/** Beside one of these another file of the unit speaks for it, or none does. */
export const SILENT_STATUSES: ReadonlySet<UnitStatus> = new Set(["setAside", "copy", "otherPeriod"]);

/** The file could be read, and it alone speaks for its unit. */
export const READ_STATUSES: ReadonlySet<UnitStatus> = new Set([
  "accepted",
  "needsExplanation",
  "mustFix",
  "heldBack",
]);

/** One file and what became of it. */
export interface Reported {
  /** Null if unknown. */
  readonly unit: string | null;
  readonly file: string | null;
  readonly status: UnitStatus;
  /** Of a county one level up. */
  readonly of?: UnitsOf;
}

/**
 * Do the findings say how far the unit has come? Not where their sheet was deleted from the county workbook: then it
 * stays as far as it was.
 */
export function isReported(
  unit: string | null,
  { reported, findings }: { readonly reported: readonly Reported[]; readonly findings: readonly Finding[] },
): boolean {
  const own = findings.flatMap(withCauses).filter((each) => each.unit === unit);
  return (
    statusOf(own) !== "accepted" || reported.some((each) => each.unit === unit && each.status === "accepted")
  );
}
