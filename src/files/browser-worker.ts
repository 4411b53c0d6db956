/** The worker that reads files for `browser-reader.ts`. */
import { browserInflate } from "./read/browser-inflate";
import { runJob, transferable } from "./read/worker-job";
import type { ReadJob, WorkerMessage } from "./read/worker-pool";

/** The few members of a worker's global scope that are used; the compiler knows the pane's scope only. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ReadJob>) => void) | null;
  postMessage(message: WorkerMessage, transfer?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  const beforeLibrary = (): void => scope.postMessage({ kind: "library" });
  runJob(data, { inflate: browserInflate, beforeLibrary })
    .then((outcome) => scope.postMessage({ kind: "done", outcome }, transferable(outcome)))
    .catch(throwOutside);
};
/** A rejected promise does not reach the worker's owner; an error thrown from a timer does. */
function throwOutside(error: unknown): void {
  setTimeout(() => {
    throw error;
  });
}

scope.postMessage({ kind: "ready" });
