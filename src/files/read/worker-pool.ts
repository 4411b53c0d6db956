import type { FileError, FileNotice } from "../../ports/ports";
import type { Workbook } from "../../workbook/workbook";

/** What a worker is asked. */
export interface ReadJob {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a worker makes of a file, if nothing else is said. */
export interface ReadContent {
  readonly workbook: Workbook;
  readonly notices: readonly FileNotice[];
}

/** How a file came out. */
export type ReadOutcome<Content = ReadContent> =
  ({ readonly ok: true } & Content) | { readonly ok: false; readonly error: FileError };

/** What a worker says: once that it runs; for each job perhaps that a library takes over, and how the file came out. */
export type WorkerMessage<Content = ReadContent> =
  | { readonly kind: "ready" }
  | { readonly kind: "library" }
  | { readonly kind: "done"; readonly outcome: ReadOutcome<Content> };

export interface WorkerEvents<Content = ReadContent> {
  message(message: WorkerMessage<Content>): void;
  /** The worker is dead. `memory`: it went over its limit. */
  died(cause: "memory" | "crash", detail: string): void;
}

/** A thread, be it of Node or of a browser. */
export interface WorkerPort {
  post(job: ReadJob): void;
  terminate(): void;
  /** Whether the process waits for it. */
  hold?(busy: boolean): void;
}

export type StartWorker<Content = ReadContent> = (events: WorkerEvents<Content>) => WorkerPort;

export interface TimeLimits {
  /** Milliseconds for one file. */
  readonly file: number;
  /** Milliseconds from where a library takes over: unlike our own reader it may hang. With its end below 2 seconds. */
  readonly library: number;
}

export const TIME_LIMITS: TimeLimits = { file: 15_000, library: 1_900 };

interface Task<Content> {
  readonly job: ReadJob;
  readonly signal: AbortSignal | undefined;
  resolve(outcome: ReadOutcome<Content>): void;
  reject(reason: unknown): void;
}

/** Threads that start when they are needed, each with one file at a time; one that hangs or dies is replaced. */
export class WorkerPool<Content = ReadContent> {
  private readonly waiting: Task<Content>[] = [];
  private readonly members = new Set<Member<Content>>();

  constructor(
    private readonly start: StartWorker<Content>,
    private readonly size: number,
    private readonly limits: TimeLimits = TIME_LIMITS,
  ) {}

  /**
   * Has a worker read the file. Aborting ends the worker at once and rejects with the signal's reason;
   * rejects too where no worker can be started.
   */
  run(job: ReadJob, signal?: AbortSignal): Promise<ReadOutcome<Content>> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise<ReadOutcome<Content>>((resolve, reject) => {
      const task: Task<Content> = { job, signal, resolve, reject };
      whileRunning(task, () => this.abort(task));
      this.waiting.push(task);
      this.dispatch();
    });
  }

  /** Ends all workers; what is still under way comes out as stopped. */
  close(): void {
    for (const task of this.waiting.splice(0)) task.resolve(stopped("closed"));
    for (const member of this.members) member.end(stopped("closed"));
    this.members.clear();
  }

  /** Ends the workers that have nothing to do; the next file starts one again. */
  rest(): void {
    for (const member of this.members) {
      if (!member.free) continue;
      member.end(stopped("closed"));
      this.members.delete(member);
    }
  }

  private dispatch(): void {
    while (this.waiting.length > 0) {
      try {
        const member = this.freeMember();
        if (!member) return;
        member.take(this.waiting.shift()!);
      } catch (error) {
        this.waiting.shift()?.reject(error);
      }
    }
  }

  private freeMember(): Member<Content> | null {
    for (const member of this.members) if (member.free) return member;
    if (this.members.size >= this.size) return null;
    const member = new Member<Content>(this.start, this.limits, {
      freed: () => this.dispatch(),
      gone: () => {
        this.members.delete(member);
        this.dispatch();
      },
    });
    this.members.add(member);
    return member;
  }

  private abort(task: Task<Content>): void {
    task.reject(task.signal?.reason);
    const position = this.waiting.indexOf(task);
    if (position >= 0) this.waiting.splice(position, 1);
    for (const member of this.members) {
      if (member.task !== task) continue;
      member.end(stopped("aborted"));
      this.members.delete(member);
    }
    this.dispatch();
  }
}

/** Listens for the abort until the task is settled, so that a signal does not gather listeners. */
function whileRunning<Content>(task: Task<Content>, abort: () => void): void {
  const { signal, resolve, reject } = task;
  signal?.addEventListener("abort", abort);
  task.resolve = (outcome) => {
    signal?.removeEventListener("abort", abort);
    resolve(outcome);
  };
  task.reject = (reason) => {
    signal?.removeEventListener("abort", abort);
    reject(reason);
  };
}

interface MemberEvents {
  freed(): void;
  gone(): void;
}

/** One worker of the pool with the file it reads. */
class Member<Content> {
  task: Task<Content> | null = null;
  private readonly port: WorkerPort;
  private ready = false;
  /** What a worker says after its end does not matter. */
  private ended = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    start: StartWorker<Content>,
    private readonly limits: TimeLimits,
    private readonly events: MemberEvents,
  ) {
    this.port = start({
      message: (message) => this.ended || this.hear(message),
      died: (cause, detail) => this.ended || this.die(cause, detail),
    });
  }

  get free(): boolean {
    return this.task === null;
  }

  take(task: Task<Content>): void {
    this.task = task;
    this.port.hold?.(true);
    if (this.ready) this.begin();
  }

  end(outcome: ReadOutcome<Content>): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.port.terminate();
    this.task?.resolve(outcome);
    this.task = null;
  }

  /** The clock runs from when the worker can work, not while it starts. */
  private begin(): void {
    this.setLimit(this.limits.file);
    this.port.post(this.task!.job);
  }

  private setLimit(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.end({ ok: false, error: { code: "F05", params: { seconds: milliseconds / 1000 } } });
      this.events.gone();
    }, milliseconds);
  }

  private hear(message: WorkerMessage<Content>): void {
    if (message.kind === "ready") {
      this.ready = true;
      if (this.task) this.begin();
    } else if (message.kind === "library") this.setLimit(this.limits.library);
    else {
      clearTimeout(this.timer);
      const task = this.task;
      this.task = null;
      this.port.hold?.(false);
      task?.resolve(message.outcome);
      this.events.freed();
    }
  }

  private die(cause: "memory" | "crash", detail: string): void {
    if (!this.ready) this.task?.reject(new Error(`a reading worker cannot start: ${detail}`));
    this.end(
      cause === "memory" ? failed("F03", { limit: "memory" }) : failed("F02", { reason: "crash", detail }),
    );
    this.events.gone();
  }
}

function failed(code: FileError["code"], params: FileError["params"]): ReadOutcome<never> {
  return { ok: false, error: { code, params } };
}

function stopped(reason: string): ReadOutcome<never> {
  return failed("F05", { reason });
}
