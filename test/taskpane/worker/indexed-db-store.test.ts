import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import type { SessionAddition, SessionSummary } from "../../../src/ports/session-store";
import { indexedDbStore } from "../../../src/taskpane/worker/indexed-db-store";

const summary: SessionSummary = {
  template: { id: "t", name: "模板", version: 1 },
  product: "1.0.0",
  period: "2020",
  files: 1,
  explanations: 0,
  decisions: 0,
  lastYear: null,
  incomplete: false,
};
const addition = (part: Partial<SessionAddition> = {}): SessionAddition => ({
  summary,
  first: 0,
  entries: [{ call: "addFiles", given: [[{ name: "a.xlsx", storedFile: 0 }]] }],
  files: [{ key: 0, bytes: new Uint8Array([1, 2]) }],
  ...part,
});

/** The locks of a browser, shared by its windows. */
class BrowserLocks {
  private readonly held = new Set<string>();

  request = (async (name: string, _: LockOptions, use: (lock: Lock | null) => unknown) => {
    if (this.held.has(name)) return use(null);
    this.held.add(name);
    try {
      return await use({ name, mode: "exclusive" });
    } finally {
      this.held.delete(name);
    }
  }) as LockManager["request"];

  query = async (): Promise<LockManagerSnapshot> => ({
    held: [...this.held].map((name) => ({ name, mode: "exclusive", clientId: "" })),
    pending: [],
  });
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe("sessions in IndexedDB", () => {
  it("are found again by another window, with their steps in order and their files", async () => {
    const store = indexedDbStore("", undefined);
    const id = await store.create();
    await store.append(id, addition());
    const steps = Array.from({ length: 12 }, (_, i) => ({ call: "withdraw", given: [[String(i)]] }));
    await store.append(
      id,
      addition({ first: 1, entries: steps, files: [], summary: { ...summary, files: 2 } }),
    );
    const other = indexedDbStore("", undefined);
    expect(await other.list()).toEqual([
      { id, busy: false, saved: expect.any(Number), summary: { ...summary, files: 2 } },
    ]);
    expect((await other.entries(id)).map(({ given }) => given)).toEqual([
      [[{ name: "a.xlsx", storedFile: 0 }]],
      ...steps.map(({ given }) => given),
    ]);
    expect(await other.file(id, 0)).toEqual(new Uint8Array([1, 2]));
  });

  it("are those of one host only", async () => {
    const store = indexedDbStore("a", undefined);
    await store.append(await store.create(), addition());
    expect(await indexedDbStore("b", undefined).list()).toEqual([]);
  });

  it("go as a whole, and leave the others", async () => {
    const store = indexedDbStore("", undefined);
    const [gone, stays] = [await store.create(), await store.create()];
    for (const id of [gone, stays]) await store.append(id, addition());
    await store.delete(gone);
    expect((await store.list()).map(({ id }) => id)).toEqual([stays]);
    expect([await store.entries(gone), await store.file(gone, 0)]).toEqual([[], undefined]);
    expect(await store.file(stays, 0)).toEqual(new Uint8Array([1, 2]));
  });

  it("forget what is in a file, and that it is forgotten is known", async () => {
    const store = indexedDbStore("", undefined);
    const id = await store.create();
    await store.append(id, addition());
    await store.dropFile(id, 0);
    expect(await store.file(id, 0)).toBeNull();
  });

  it("store a step and its files together or not at all", async () => {
    const store = indexedDbStore("", undefined);
    const id = await store.create();
    const entries = [{ call: "addFiles", given: [() => undefined] }];
    await expect(store.append(id, addition({ entries }))).rejects.toThrow();
    expect([await store.list(), await store.file(id, 0)]).toEqual([[], undefined]);
  });
});

describe("two windows", () => {
  it("never have the same session, until the first one gives it up", async () => {
    const locks = new BrowserLocks();
    const [first, second] = [indexedDbStore("", locks), indexedDbStore("", locks)];
    const id = await first.create();
    await first.append(id, addition());
    expect([(await first.list())[0]!.busy, (await second.list())[0]!.busy]).toEqual([false, true]);
    expect(await second.claim(id)).toBe(false);
    first.release(id);
    await new Promise(setImmediate);
    expect((await second.list())[0]!.busy).toBe(false);
    expect(await second.claim(id)).toBe(true);
  });

  it("do not lose each other's templates", async () => {
    const [first, second] = [indexedDbStore("", undefined), indexedDbStore("", undefined)];
    expect(await first.templates()).toBeNull();
    await first.saveTemplates(() => "one");
    await second.saveTemplates((stored) => `${stored} two`);
    expect(await first.templates()).toBe("one two");
  });
});

it("rejects where the browser has no IndexedDB", async () => {
  // @ts-expect-error: as in a browser that forbids it
  delete globalThis.indexedDB;
  await expect(indexedDbStore("", undefined).list()).rejects.toThrow();
});
