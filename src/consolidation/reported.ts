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
  | "setAside";

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
}
