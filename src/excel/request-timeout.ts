/** How long Excel may take to answer a single request; Microsoft gives no promise, a large write in the browser takes seconds. */

/** After so many milliseconds the person reads that Excel is slow. */
export const SLOW_AFTER = 15_000;
/** After so many the step is given up. */
export const GIVEN_UP_AFTER = 120_000;

export class RequestTimeout {
  private timers: readonly ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly onSlow: () => void,
    private readonly onGivenUp: () => void,
  ) {}

  /** Watches one answer; while it waits for a person nobody is slow. */
  async during<T>(answer: Promise<T>): Promise<T> {
    this.end();
    this.timers = [setTimeout(this.onSlow, SLOW_AFTER), setTimeout(this.onGivenUp, GIVEN_UP_AFTER)];
    try {
      return await answer;
    } finally {
      this.end();
    }
  }

  end(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
  }
}
