/**
 * Sessions in the browser's IndexedDB, and Web Locks for who works at which. It is here and not in `files/` because
 * only a page has either, and the worker is the only one that opens it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type {
  SessionAddition,
  SessionStore,
  SessionSummary,
  StoredEntry,
  StoredSession,
} from "../../ports/session-store";

const NAME = "township-report-consolidation";
/** Milliseconds. A browser that is out of order may never answer. */
const OPEN_TIMEOUT = 5000;

interface Schema extends DBSchema {
  sessions: { key: string; value: { readonly summary: SessionSummary; readonly saved: number } };
  /** By session and number. */
  entries: { key: [string, number]; value: StoredEntry };
  /** Null where the file was taken out again. */
  files: { key: [string, number]; value: Uint8Array | null };
  templates: { key: string; value: string };
}

type Locks = Pick<LockManager, "request" | "query">;

/** @param partition keeps the hosts of one browser apart, as Excel asks add-ins to */
export function indexedDbStore(
  partition: string,
  locks: Locks | undefined = globalThis.navigator?.locks,
): SessionStore {
  return new IndexedDbStore(`${partition}${NAME}`, locks);
}

class IndexedDbStore implements SessionStore {
  private database: Promise<IDBPDatabase<Schema>> | null = null;
  private readonly held = new Map<string, () => void>();

  constructor(
    private readonly name: string,
    private readonly locks: Locks | undefined,
  ) {}

  private open(): Promise<IDBPDatabase<Schema>> {
    this.database ??= inTime(
      openDB<Schema>(this.name, 1, {
        upgrade(database) {
          for (const store of ["sessions", "entries", "files", "templates"] as const) {
            database.createObjectStore(store);
          }
        },
      }),
    );
    return this.database;
  }

  async list(): Promise<readonly StoredSession[]> {
    const database = await this.open();
    const { store } = database.transaction("sessions");
    const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    const busy = await this.busy();
    return ids
      .map((id, i) => ({ id, ...values[i]!, busy: busy.has(this.lockOf(id)) && !this.held.has(id) }))
      .sort((a, b) => b.saved - a.saved);
  }

  private async busy(): Promise<ReadonlySet<string>> {
    const { held = [] } = (await this.locks?.query()) ?? {};
    return new Set(held.flatMap(({ name }) => name ?? []));
  }

  async create(): Promise<string> {
    const random = crypto.getRandomValues(new Uint32Array(3));
    const id = [...random].map((part) => part.toString(36)).join("-");
    await this.claim(id);
    return id;
  }

  claim(id: string): Promise<boolean> {
    const { locks } = this;
    if (this.held.has(id)) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      const take = (): Promise<void> => {
        resolve(true);
        return new Promise((release) => this.held.set(id, release));
      };
      if (!locks) return void take();
      locks
        .request(this.lockOf(id), { ifAvailable: true }, (lock) => (lock ? take() : resolve(false)))
        .catch(reject);
    });
  }

  release(id: string): void {
    this.held.get(id)?.();
    this.held.delete(id);
  }

  private lockOf(id: string): string {
    return `${this.name} ${id}`;
  }

  async append(id: string, { summary, first, entries, files }: SessionAddition): Promise<void> {
    // What cannot be stored is refused by an error here, not half way through the transaction.
    structuredClone(entries);
    const database = await this.open();
    const change = database.transaction(["sessions", "entries", "files"], "readwrite");
    await settled(change, [
      change.objectStore("sessions").put({ summary, saved: Date.now() }, id),
      ...entries.map((entry, i) => change.objectStore("entries").put(entry, [id, first + i])),
      ...files.map(({ key, bytes }) => change.objectStore("files").put(bytes, [id, key])),
    ]);
  }

  async entries(id: string): Promise<readonly StoredEntry[]> {
    return (await this.open()).getAll("entries", allOf(id));
  }

  async file(id: string, key: number): Promise<Uint8Array | null | undefined> {
    return (await this.open()).get("files", [id, key]);
  }

  async dropFile(id: string, key: number): Promise<void> {
    await (await this.open()).put("files", null, [id, key]);
  }

  async delete(id: string): Promise<void> {
    const change = (await this.open()).transaction(["sessions", "entries", "files"], "readwrite");
    await settled(change, [
      change.objectStore("sessions").delete(id),
      change.objectStore("entries").delete(allOf(id)),
      change.objectStore("files").delete(allOf(id)),
    ]);
  }

  async templates(): Promise<string | null> {
    return (await (await this.open()).get("templates", "adopted")) ?? null;
  }

  async saveTemplates(change: (stored: string | null) => string): Promise<void> {
    const transaction = (await this.open()).transaction("templates", "readwrite");
    const { store } = transaction;
    const stored = (await store.get("adopted")) ?? null;
    await settled(transaction, [store.put(change(stored), "adopted")]);
  }
}

function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

/** None of the requests is left without somebody who hears that it was refused. */
async function settled(
  { done }: { readonly done: Promise<void> },
  requests: readonly Promise<unknown>[],
): Promise<void> {
  await Promise.all([done, ...requests]);
}

function inTime<T>(opening: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the storage does not answer")), OPEN_TIMEOUT);
  });
  return Promise.race([opening, late]).finally(() => clearTimeout(timer));
}
