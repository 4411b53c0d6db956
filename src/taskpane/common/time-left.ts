/** How long something will take yet, by how long it has taken so far. */

/** Milliseconds: before, nothing can be said. */
const SOONEST = 3000;
const MINUTE = 60_000;

export interface TimeLeft {
  readonly unit: "minutes" | "seconds";
  readonly count: number;
}

/**
 * Rounded so that it does not jump with every file: minutes, or tens of seconds. Null while nothing can
 * be said, and when it is nearly over.
 * @param took milliseconds
 */
export function timeLeft(done: number, total: number, took: number): TimeLeft | null {
  if (done <= 0 || done >= total || took < SOONEST) return null;
  const left = (took / done) * (total - done);
  if (left < 5000) return null;
  if (left >= 1.5 * MINUTE) return { unit: "minutes", count: Math.round(left / MINUTE) };
  return { unit: "seconds", count: Math.ceil(left / 10_000) * 10 };
}
