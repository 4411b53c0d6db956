/** Excel on the web takes 5 MB a request; half of it leaves room for what the client library adds. */
const REQUEST_BYTES = 2_500_000;

/**
 * Counts what a request will carry and sends it before it grows too large.
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
export class RequestBudget {
  private bytes = 0;

  /** `onNext` queues what every further request begins with. */
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly onNext: () => void = () => undefined,
  ) {}

  /** Call before queueing about so many bytes more. */
  async reserve(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > REQUEST_BYTES) await this.flush();
    this.bytes += bytes;
  }

  async flush(): Promise<void> {
    await this.context.sync();
    this.bytes = 0;
    this.onNext();
  }
}

/** About how many bytes a text takes in a request: UTF-8, with quotes and comma. */
export function bytesOf(text: string): number {
  return text.length * 3 + 3;
}
