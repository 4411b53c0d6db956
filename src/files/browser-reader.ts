import type { WorkbookReader } from "../ports/ports";
import type { BorrowedWorker } from "./lent-worker";
import { PooledReader } from "./read/pooled-reader";
import { WorkerPool, type StartWorker, type WorkerMessage } from "./read/worker-pool";

/**
 * Reads workbooks in the browser's workers, which start with the first file. `createWorker` starts one
 * on `browser-worker.ts`; how many run at once follows the machine, up to four.
 */
export function createBrowserReader(createWorker: () => Worker | BorrowedWorker): WorkbookReader {
  const size = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 1));
  return new PooledReader(new WorkerPool(startWith(createWorker), size), size);
}

const startWith =
  (createWorker: () => Worker | BorrowedWorker): StartWorker =>
  (events) => {
    const worker = createWorker() as Worker;
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => events.message(data);
    worker.onerror = (event) => events.died("crash", event.message);
    worker.onmessageerror = () => events.died("crash", "message");
    return {
      post: (job) => worker.postMessage(job, [job.bytes.buffer]),
      terminate: () => worker.terminate(),
    };
  };
