/** Makes the calls of a stored session again, one after another. */
import type { SessionStore, StoredEntry } from "../ports/session-store";
import type { GivenFile, ReadProgress } from "./given-file";
import { answers, isReplayable } from "./recorded-calls";
import type { Session } from "./session";
import { isFileKey } from "./stored-files";

export interface Replayed {
  readonly entries: readonly StoredEntry[];
  /** By their numbers. */
  readonly files: readonly (GivenFile | null)[];
  /** Steps that this version of the product does not know, or that were refused. */
  readonly skipped: number;
  /** Files of which the store has lost the content. */
  readonly lost: readonly string[];
}

/** Null where the user stopped it. */
export async function replay(
  session: Session,
  store: SessionStore,
  id: string,
  onProgress: ReadProgress,
): Promise<Replayed | null> {
  const entries = await store.entries(id);
  const files = new RestoredFiles(store, id);
  const total = entries.filter(isReading).flatMap(({ given }) => given.flat()).length;
  let done = 0;
  let skipped = 0;
  for (const entry of entries) {
    if (!isReplayable(entry.call)) {
      skipped++;
      continue;
    }
    const given = await files.restore(entry.given);
    const read = done;
    const progress: ReadProgress = (count, _, file) => onProgress((done = read + count), total, file);
    const answer = await make(session, entry.call, isReading(entry) ? [...given, progress] : given);
    if (isReading(entry) && answer === null) return null;
    if (answers(entry.call) ? answer === FAILED : answer !== undefined) skipped++;
  }
  return { entries, files: files.all, skipped, lost: files.lost };
}

const isReading = ({ call }: StoredEntry): boolean => call === "addFiles" || call === "makeTemplateFrom";

const FAILED = "failed";

/** What one step cannot do any more must not keep the others from being made. */
async function make(session: Session, call: keyof Session, given: readonly unknown[]): Promise<unknown> {
  try {
    return await (session[call] as (...given: readonly unknown[]) => unknown)(...given);
  } catch {
    return FAILED;
  }
}

class RestoredFiles {
  readonly all: (GivenFile | null)[] = [];
  readonly lost: string[] = [];

  constructor(
    private readonly store: SessionStore,
    private readonly id: string,
  ) {}

  /** With files in place of their numbers; those that were taken out again are left out. */
  async restore(given: readonly unknown[]): Promise<unknown[]> {
    const restored = [];
    for (const each of given) {
      restored.push(Array.isArray(each) ? await this.restore(each) : await this.one(each));
    }
    return restored.filter((each) => each !== DROPPED);
  }

  private async one(given: unknown): Promise<unknown> {
    if (!isFileKey(given)) return given;
    const { name, dates, storedFile: key } = given;
    const bytes = await this.store.file(this.id, key);
    if (bytes === undefined) this.lost.push(name);
    this.all[key] = bytes
      ? { name, content: new Blob([new Uint8Array(bytes)]), ...(dates ? { dates } : {}) }
      : null;
    return this.all[key] ?? DROPPED;
  }
}

const DROPPED = Symbol("dropped");
