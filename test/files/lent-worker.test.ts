/** @jest-environment ./test/tooling/page-environment.cjs */
import { MessageChannel as NodeChannel } from "node:worker_threads";
import { createBrowserReader } from "../../src/files/browser-reader";
import { borrowWorker, lendWorkers } from "../../src/files/lent-worker";
import type { ReadJob } from "../../src/files/read/worker-pool";

/** A reading worker of the page that does what the test says. */
class PageWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly ended: Promise<void>;
  terminate: () => void = () => undefined;
  constructor(private readonly does: (job: ReadJob, worker: PageWorker) => void) {
    this.ended = new Promise((resolve) => (this.terminate = resolve));
    setTimeout(() => this.onmessage?.({ data: { kind: "ready" } }));
  }
  postMessage(job: ReadJob): void {
    this.does(job, this);
  }
}

/** The session's worker and its page, with nothing between them but messages. */
function connected(does: (job: ReadJob, worker: PageWorker) => void) {
  const started: PageWorker[] = [];
  let listen: (event: unknown) => void = () => undefined;
  lendWorkers({ addEventListener: (_: string, heard: never) => (listen = heard) } as never, () => {
    started.push(new PageWorker(does));
    return started.at(-1) as never;
  });
  const page = { postMessage: (data: unknown, ports: unknown) => listen({ data, ports }) } as never;
  return { started, reader: createBrowserReader(() => borrowWorker(page)) };
}

const file = (name: string) => ({ name, size: 1, bytes: async () => new Uint8Array([1]) });
const channel = globalThis.MessageChannel;

beforeAll(() => Object.assign(globalThis, { MessageChannel: NodeChannel }));
afterAll(() => Object.assign(globalThis, { MessageChannel: channel }));

describe("reading in workers that the page lends", () => {
  it("reads as in workers of its own", async () => {
    const { reader, started } = connected(({ name }, worker) => {
      const error = { code: "F02", params: { reason: name } };
      worker.onmessage?.({ data: { kind: "done", outcome: { ok: false, error } } });
    });
    const [result] = await reader.read([file("甲.xlsx")]);
    expect(result).toMatchObject({ file: "甲.xlsx", ok: false, error: { params: { reason: "甲.xlsx" } } });
    expect(started).toHaveLength(1);
    await reader.close();
  });

  it("says of a file at which the worker dies that it cannot be read", async () => {
    const { reader } = connected((_, worker) => worker.onerror?.({ message: "out of memory" }));
    const [result] = await reader.read([file("甲.xlsx")]);
    expect(result).toMatchObject({ ok: false, error: { code: "F02", params: { reason: "crash" } } });
    await reader.close();
  });

  it("ends one that hangs when the user stops it", async () => {
    const stop = new AbortController();
    const { reader, started } = connected(() => stop.abort());
    await expect(reader.read([file("甲.xlsx")], { signal: stop.signal })).rejects.toThrow();
    await started[0]!.ended;
    await reader.close();
  });
});
