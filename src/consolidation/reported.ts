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

/** One file and what became of it. */
export interface Reported {
  /** Null if unknown. */
  readonly unit: string | null;
  readonly file: string | null;
  readonly status: UnitStatus;
}
