import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createNodeReader } from "../../../src/files/node-reader";
import { PooledReader } from "../../../src/files/read/pooled-reader";
import {
  TIME_LIMITS,
  WorkerPool,
  type ReadOutcome,
  type StartWorker,
  type WorkerEvents,
} from "../../../src/files/read/worker-pool";
import type { SourceFile } from "../../../src/ports/ports";
import { hangingXls } from "../hostile-files";
import { packageBytes } from "../package";

const READ: ReadOutcome = { ok: true, workbook: { sheets: [] } as never, notices: [] };

/** A thread that does what the name of its file says. */
class FakeThread {
  static started: FakeThread[] = [];
  ended = false;

  constructor(private readonly events: WorkerEvents) {
    FakeThread.started.push(this);
  }

  run(name: string): void {
    if (name.includes("hangs")) return;
    if (name.includes("library")) return this.events.message({ kind: "library" });
    if (name.includes("memory")) return this.events.died("memory", "out of memory");
    if (name.includes("crash")) return this.events.died("crash", "TypeError");
    this.events.message({ kind: "done", outcome: READ });
  }
}

const startFake: StartWorker = (events) => {
  const thread = new FakeThread(events);
  queueMicrotask(() => events.message({ kind: "ready" }));
  return {
    post: ({ name }) => queueMicrotask(() => thread.run(name)),
    terminate: () => void (thread.ended = true),
  };
};

function files(...names: readonly string[]): SourceFile[] {
  return names.map((name) => ({ name, bytes: () => Promise.resolve(new Uint8Array(1)) }));
}

/** `ok`, or the code and what goes with it. */
function outcomes(results: readonly (ReadOutcome & { file: string })[]): string[] {
  return results.map((result) =>
    result.ok ? "ok" : [result.error.code, ...Object.values(result.error.params)].join(" "),
  );
}

beforeEach(() => {
  FakeThread.started = [];
  jest.useFakeTimers({ doNotFake: ["queueMicrotask", "nextTick"] });
});
afterEach(() => jest.useRealTimers());

describe("many files", () => {
  const reader = (size: number) => new PooledReader(new WorkerPool(startFake, size), size);

  test("one that breaks its thread does not harm the others", async () => {
    const read = reader(1).read(files("a", "memory", "b", "crash", "c"));
    expect(outcomes(await read)).toEqual(["ok", "F03 memory", "ok", "F02 crash TypeError", "ok"]);
    expect(FakeThread.started.length).toBe(3);
  });

  test("hundreds leave no thread behind, and the next file starts one again", async () => {
    const many = reader(2);
    await many.read(files("a", "b"));
    expect(FakeThread.started.map(({ ended }) => ended)).toEqual([false]);
    await many.read(files(...Array.from({ length: 300 }, (_, i) => String(i))));
    expect(FakeThread.started.map(({ ended }) => ended)).toEqual([true, true]);
    expect(outcomes(await many.read(files("c")))).toEqual(["ok"]);
  });

  test("one that takes forever is stopped when its time is over", async () => {
    const read = reader(1).read(files("hangs", "a"));
    await jest.advanceTimersByTimeAsync(TIME_LIMITS.file - 1);
    expect(FakeThread.started[0]!.ended).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(outcomes(await read)).toEqual(["F05 15", "ok"]);
    expect(FakeThread.started[0]!.ended).toBe(true);
  });

  test("one that a library hangs on is stopped within two seconds", async () => {
    const read = reader(1).read(files("library", "a"));
    await jest.advanceTimersByTimeAsync(2000);
    expect(outcomes(await read)).toEqual(["F05 1.9", "ok"]);
  });

  test("results stand in the order of the files, whichever was done first", async () => {
    const names = Array.from({ length: 20 }, (_, i) => `${i}`);
    const done: string[] = [];
    const results = await reader(3).read(files(...names), { onProgress: (_, __, file) => done.push(file) });
    expect(results.map(({ file }) => file)).toEqual(names);
    expect([...done].sort()).toEqual([...names].sort());
  });

  test("no more bytes are in memory than there are threads", async () => {
    let open = 0;
    let most = 0;
    const many = Array.from({ length: 40 }, (_, i) => ({
      name: `${i}`,
      bytes: async () => {
        most = Math.max(most, ++open);
        return new Uint8Array(1);
      },
    }));
    await reader(2).read(many, { onProgress: () => open-- });
    expect(most).toBeLessThanOrEqual(2);
  });

  test("few files do not start a thread for each", async () => {
    await reader(8).read(files("a", "b", "c"));
    expect(FakeThread.started).toHaveLength(1);
  });

  test("cancelling ends the threads at once and gives the reason", async () => {
    const abort = new AbortController();
    const read = reader(2).read(files(...Array.from({ length: 16 }, () => "hangs")), {
      signal: abort.signal,
    });
    const failed = expect(read).rejects.toThrow("够了");
    await jest.advanceTimersByTimeAsync(0);
    abort.abort(new Error("够了"));
    await failed;
    expect(FakeThread.started.map(({ ended }) => ended)).toEqual([true, true]);
  });

  test("cancelled before it began, it fetches nothing", async () => {
    const bytes = jest.fn();
    const read = reader(1).read([{ name: "a", bytes }], { signal: AbortSignal.abort(new Error("够了")) });
    await expect(read).rejects.toThrow("够了");
    expect(bytes).not.toHaveBeenCalled();
  });

  test("a file that is gone is said to be gone, and the giver keeps his bytes", async () => {
    const gone = {
      name: "gone",
      bytes: () => Promise.reject(Object.assign(new Error(), { code: "ENOENT" })),
    };
    const mine = new Uint8Array([1, 2, 3]);
    const results = await reader(1).read([gone, { name: "a", bytes: () => Promise.resolve(mine) }]);
    expect(outcomes(results)).toEqual(["F06 ENOENT", "ok"]);
    expect([...mine]).toEqual([1, 2, 3]);
  });

  test("one too large to be a report is never handed to a thread", async () => {
    const large = { name: "large", bytes: () => Promise.resolve({ length: 257 << 20 } as Uint8Array) };
    expect(outcomes(await reader(1).read([large]))[0]).toMatch(/^F03 fileBytes/);
    expect(FakeThread.started).toHaveLength(0);
  });

  test("closed, it stops what is under way", async () => {
    const closing = reader(1);
    const read = closing.read(files("hangs", "a"));
    await jest.advanceTimersByTimeAsync(0);
    await closing.close();
    expect(outcomes(await read)[0]).toBe("F05 closed");
  });

  test("where no thread can be started, it says so instead of waiting", async () => {
    const broken: StartWorker = () => {
      throw new Error("no threads here");
    };
    await expect(new PooledReader(new WorkerPool(broken, 1), 1).read(files("a"))).rejects.toThrow(
      "no threads here",
    );
  });
});

describe("threads of Node", () => {
  test("an old workbook on which a library hangs is stopped, and the next file is read", async () => {
    jest.useRealTimers();
    const reader = createNodeReader({ workers: 1, timeLimits: { file: 15_000, library: 300 } });
    const folder = join(__dirname, "../../fixtures/submissions");
    const results = await reader.read([
      { name: "a.xls", bytes: () => Promise.resolve(hangingXls()) },
      { name: "b.xlsx", bytes: () => Promise.resolve(packageBytes()) },
      {
        name: "c.xlsx",
        bytes: () => Promise.resolve(new Uint8Array(readFileSync(join(folder, "retyped.xlsx")))),
      },
    ]);
    await reader.close();
    expect(outcomes(results)).toEqual(["F05 0.3", "ok", "ok"]);
  }, 30_000);
});
