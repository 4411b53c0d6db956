/** The thread that reads files for `facts` and gives their rows, so that no workbook is handed on. */
import { parentPort, workerData } from "node:worker_threads";
import { factReader, type FileFacts } from "../app/facts";
import { nodeInflate } from "../files/read/node-inflate";
import { runJob } from "../files/read/worker-job";
import type { ReadJob, WorkerMessage } from "../files/read/worker-pool";
import type { Locale } from "../locales";
import { sayInReport } from "../locales/report-words";
import type { Template } from "../template/template";

export interface FactsTask {
  readonly template: Template;
  readonly period: string | null;
  readonly locale: Locale;
}

export interface FactsContent {
  readonly facts: FileFacts;
}

const port = parentPort;
if (!port) throw new Error("facts-worker.ts runs as a worker only");

// The library writes to the console about number formats, which is of no use to a user.
console.error = console.warn = () => undefined;

const { template, period, locale } = workerData as FactsTask;
const factsOf = factReader(template, period, sayInReport(locale));

const say = (message: WorkerMessage<FactsContent>): void => port.postMessage(message);

port.on("message", (job: ReadJob) => {
  void runJob(job, { inflate: nodeInflate, beforeLibrary: () => say({ kind: "library" }) }).then((outcome) =>
    say({ kind: "done", outcome: { ok: true, facts: factsOf({ file: job.name, ...outcome }) } }),
  );
});
say({ kind: "ready" });
