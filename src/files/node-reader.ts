import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { WorkbookReader } from "../ports/ports";
import { PooledReader } from "./read/pooled-reader";
import { WorkerPool, type StartWorker, type TimeLimits, type WorkerMessage } from "./read/worker-pool";

export interface NodeReaderOptions {
  /** How many threads at most; one for each processor, up to eight, if absent. */
  readonly workers?: number;
  readonly timeLimits?: TimeLimits;
}

/** Reads workbooks in threads of Node, which start with the first file. Close it when done. */
export function createNodeReader(options: NodeReaderOptions = {}): WorkbookReader {
  const size = threads(options);
  return new PooledReader(new WorkerPool(startReader, size, options.timeLimits), size);
}

function threads({ workers }: NodeReaderOptions): number {
  return Math.max(1, workers ?? Math.min(8, availableParallelism()));
}

/**
 * Megabytes of objects; the grid's arrays are outside of it. With what the process itself takes, a hostile file stays
 * below 350 MB (`test/bench/hostile.ts`); a real workbook of a million cells needs half of it.
 */
const MEMORY = { maxOldGenerationSizeMb: 176, maxYoungGenerationSizeMb: 24 };

/** Threads of closed readers, ready for the next reader of this process: starting one takes half a second. */
const idle = new Set<Worker>();

/** Of one that has read more, the heap is large: that memory is worth more than the half second. */
const MOST_JOBS = 50;

const startReader: StartWorker = starting(
  () => newWorker(join(__dirname, "node-worker.ts"), undefined),
  idle,
);

/**
 * As `createNodeReader`, with threads of another kind: they make of each file what `Content` says. `entry` is their
 * script, `data` what it finds as `workerData`.
 */
export function createNodePool<Content>(
  entry: string,
  data: unknown,
  options: NodeReaderOptions = {},
): PooledReader<Content> {
  const size = threads(options);
  const start = starting<Content>(() => newWorker(entry, data), null);
  return new PooledReader(new WorkerPool(start, size, options.timeLimits), size);
}

/** @param spare where threads wait for the next reader; null: they end */
function starting<Content>(make: () => Worker, spare: Set<Worker> | null): StartWorker<Content> {
  return (events) => {
    const [waiting] = spare ?? [];
    const worker = waiting ?? make();
    spare?.delete(worker);
    let ready = waiting !== undefined;
    let busy = false;
    let jobs = 0;
    const listeners = {
      message: (message: WorkerMessage<Content>) => {
        ready = true;
        events.message(message);
      },
      error: (error: Error & { code?: string }) =>
        events.died(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash", error.message),
      exit: (code: number) => events.died("crash", `exit ${code}`),
    };
    for (const [name, listener] of Object.entries(listeners)) worker.on(name, listener);
    if (waiting) queueMicrotask(() => events.message({ kind: "ready" }));
    return {
      post: (job) => {
        jobs++;
        worker.postMessage(job, [job.bytes.buffer]);
      },
      hold: (isBusy) => {
        busy = isBusy;
        if (busy) worker.ref();
        else worker.unref();
      },
      terminate: () => {
        for (const [name, listener] of Object.entries(listeners)) worker.off(name, listener);
        if (!spare || busy || !ready || jobs > MOST_JOBS) void worker.terminate();
        else spare.add(worker);
      },
    };
  };
}

/** The entry is TypeScript, as everything that runs right after `npm ci`; tsx reads it, wherever we were started from. */
function newWorker(entry: string, data: unknown): Worker {
  const worker = new Worker(entry, {
    workerData: data,
    execArgv: ["--require", require.resolve("tsx/cjs")],
    resourceLimits: MEMORY,
    // Not read, as a stream that is read makes the process wait for its thread; errors come as events.
    stderr: true,
  });
  worker.unref();
  // One that ends while it is not in use is of no consequence.
  worker.on("error", () => idle.delete(worker));
  worker.on("exit", () => idle.delete(worker));
  return worker;
}
