/** The thread that reads files for `node-reader.ts`. */
import { parentPort } from "node:worker_threads";
import { nodeInflate } from "./read/node-inflate";
import { runJob, transferable } from "./read/worker-job";
import type { ReadJob, WorkerMessage } from "./read/worker-pool";

const port = parentPort;
if (!port) throw new Error("node-worker.ts runs as a worker only");

// The library writes to the console about number formats, which is of no use to a user.
console.error = console.warn = () => undefined;

const say = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

port.on("message", (job: ReadJob) => {
  void runJob(job, { inflate: nodeInflate, beforeLibrary: () => say({ kind: "library" }) }).then((outcome) =>
    say({ kind: "done", outcome }, transferable(outcome)),
  );
});
say({ kind: "ready" });
