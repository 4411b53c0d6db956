/** What an expression needs while it is evaluated, and the two kinds of compiled pieces. */
import { type Facts, type Failure, TOO_MUCH_WORK, type Value } from "./value";

/** A rule over the longest lists that a workbook holds stays far below this. */
const STEP_BUDGET = 5_000_000;

export class Context {
  private steps = STEP_BUDGET;

  constructor(
    readonly facts: Facts,
    /** Missing lines count as 0, missing lists as empty. */
    public missingAsZero: boolean,
  ) {}

  /** Takes `count` steps from the budget; the failure once it is spent. */
  spend(count: number): Failure | null {
    this.steps -= count;
    return this.steps < 0 ? TOO_MUCH_WORK : null;
  }
}

/** Yields one value. */
export type Scalar = (context: Context) => Value;

/** Yields many; null where the list is missing. */
export type Vector = (context: Context) => readonly Value[] | null | Failure;
