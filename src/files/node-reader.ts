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
  const size = Math.max(1, options.workers ?? Math.min(8, availableParallelism()));
  return new PooledReader(new WorkerPool(startWorker, size, options.timeLimits), size);
}

/**
 * Megabytes of objects; the grid's arrays are outside of it. With what the process itself takes, a hostile file stays
 * below 350 MB (`test/bench/hostile.ts`); a real workbook of a million cells needs half of it.
 */
const MEMORY = { maxOldGenerationSizeMb: 176, maxYoungGenerationSizeMb: 24 };

/** The entry is TypeScript, as everything that runs right after `npm ci`; tsx reads it, wherever we were started from. */
const startWorker: StartWorker = (events) => {
  const worker = new Worker(join(__dirname, "node-worker.ts"), {
    execArgv: ["--require", require.resolve("tsx/cjs")],
    resourceLimits: MEMORY,
    stderr: true,
  });
  // The library talks to the console about number formats; errors come as events.
  worker.stderr.resume();
  worker.unref();
  worker.on("message", (message: WorkerMessage) => events.message(message));
  worker.on("error", (error: Error & { code?: string }) =>
    events.died(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash", error.message),
  );
  worker.on("exit", (code) => events.died("crash", `exit ${code}`));
  return {
    post: (job) => worker.postMessage(job, [job.bytes.buffer]),
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
    terminate: () => void worker.terminate(),
  };
};
