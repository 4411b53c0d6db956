/** A store that lasts as long as the test; several windows may open it. */
import type {
  SessionAddition,
  SessionStore,
  SessionSummary,
  StoredEntry,
  StoredSession,
} from "../../src/ports/session-store";

interface Record {
  summary: SessionSummary;
  readonly saved: number;
  readonly entries: StoredEntry[];
  readonly files: Map<number, Uint8Array | null>;
}

export class MemoryStore {
  readonly records = new Map<string, Record>();
  readonly claims = new Map<string, object>();
  adopted: string | null = null;
  /** Where set, nothing can be written any more except a word about what is there. */
  refusal: Error | null = null;

  /** The store as a window has it. */
  window(): SessionStore & { close(): void } {
    const own = {};
    const { records, claims } = this;
    const claim = (id: string): boolean => {
      if ((claims.get(id) ?? own) !== own) return false;
      claims.set(id, own);
      return true;
    };
    const refuse = (): void => {
      if (this.refusal) throw this.refusal;
    };
    return {
      list: async () =>
        [...records].reverse().map(([id, { summary, saved }]): StoredSession => {
          const owner = claims.get(id);
          return { id, summary, saved, busy: owner !== undefined && owner !== own };
        }),
      create: async () => {
        const id = `s${records.size + claims.size}`;
        claim(id);
        return id;
      },
      claim: async (id) => claim(id),
      release: (id) => void (claims.get(id) === own && claims.delete(id)),
      append: async (id, { summary, first, entries, files }: SessionAddition) => {
        if (entries.length > 0) refuse();
        const record = records.get(id) ?? {
          summary,
          saved: 1_606_733_400_000,
          entries: [],
          files: new Map(),
        };
        record.summary = summary;
        record.entries.splice(first, Infinity, ...entries);
        for (const { key, bytes } of files) record.files.set(key, bytes);
        records.set(id, record);
      },
      entries: async (id) => [...records.get(id)!.entries],
      file: async (id, key) => records.get(id)?.files.get(key),
      dropFile: async (id, key) => void records.get(id)?.files.set(key, null),
      delete: async (id) => void records.delete(id),
      templates: async () => this.adopted,
      saveTemplates: async (change) => {
        refuse();
        this.adopted = change(this.adopted);
      },
      close: () => {
        for (const [id, owner] of claims) if (owner === own) claims.delete(id);
      },
    };
  }
}
