/** What Excel does to add-ins, at the hand of a test. */

/** https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins */
export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface BatchFailure {
  /** Counted from now: 1 is the next sync that reaches Excel. */
  readonly batch: number;
  /** Before anything is done, or when half of the actions are. */
  readonly when: "before" | "halfWay";
  /** `GeneralException` if absent. */
  readonly code?: string;
}

/** A sync that Excel does not answer until the test says so. */
export interface HeldSync {
  /** Settles when the request has come in. */
  readonly arrived: Promise<void>;
  release(): void;
}

export class Switches {
  /** A person is typing into a cell: every sync fails, or waits if it was sent with `delayForCellEdit`. */
  private editing: { readonly ended: Promise<void>; readonly end: () => void } | undefined;
  private failure: { left: number; readonly failure: BatchFailure } | undefined;
  private refused: { readonly method: string; readonly code: string } | undefined;
  private readonly held: { arrive: () => void; readonly released: Promise<void> }[] = [];

  get isEditingCell(): boolean {
    return this.editing !== undefined;
  }

  /** A person begins to type into a cell. */
  beginCellEdit(): void {
    if (this.editing) return;
    const { promise, resolve } = withResolver();
    this.editing = { ended: promise, end: resolve };
  }

  /** The person presses Enter. */
  endCellEdit(): void {
    this.editing?.end();
    this.editing = undefined;
  }

  async untilCellEditEnds(): Promise<void> {
    await this.editing?.ended;
  }

  /** Lets one coming sync fail. */
  failBatch(failure: BatchFailure): void {
    this.failure = { left: failure.batch, failure };
  }

  /** The failure that is due for the batch at hand, if any. */
  takeFailure(): BatchFailure | undefined {
    if (!this.failure || --this.failure.left > 0) return undefined;
    const { failure } = this.failure;
    this.failure = undefined;
    return failure;
  }

  /** Refuses every call of a method, `copyFrom`, with the code; null: no longer. */
  refuseCalls(method: string | null, code = "GeneralException"): void {
    this.refused = method === null ? undefined : { method, code };
  }

  refusalOf(method: string): string | undefined {
    return this.refused?.method === method ? this.refused.code : undefined;
  }

  /** Keeps the next sync waiting. */
  holdNextSync(): HeldSync {
    const arrival = withResolver();
    const release = withResolver();
    this.held.push({ arrive: arrival.resolve, released: release.promise });
    return { arrived: arrival.promise, release: release.resolve };
  }

  async untilReleased(): Promise<void> {
    const held = this.held.shift();
    held?.arrive();
    await held?.released;
  }
}

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
