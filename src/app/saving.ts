/** Stores the calls of a session as they are made, and makes them again. */
import type {
  SessionAddition,
  SessionStore,
  SessionSummary,
  StoredEntry,
  StoredSession,
} from "../ports/session-store";
import type { ReadProgress } from "./given-file";
import { answers, baseline, entriesOf, RECORDED, WORTH_STORING } from "./recorded-calls";
import { replay } from "./replay";
import type { Session } from "./session";
import { StoredFiles } from "./stored-files";
import type { SessionView } from "./view";
import type {
  Continued,
  SavedSessionOptions,
  SavedState,
  StorageOptions,
  VersionChange,
} from "./saved-state";

export class Saving {
  private session: Session;
  private replaying: Session | null = null;
  private store: SessionStore | null = null;
  private product = "";
  /** All that made the session what it is. */
  private log: StoredEntry[] = [];
  /** The name under which it is stored; null where nothing was worth it yet, or it was finished. */
  private id: string | null = null;
  /** How many entries of the log are stored. */
  private stored = 0;
  private files = new StoredFiles();
  private trouble: SavedState["trouble"] = null;
  private templates = false;
  /** One write after another. */
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: SavedSessionOptions) {
    this.session = options.create();
  }

  view(): SessionView {
    return this.session.view();
  }

  cancel(): null {
    return (this.replaying ?? this.session).cancel();
  }

  async call(name: keyof Session, given: readonly unknown[]): Promise<unknown> {
    const { session } = this;
    const make = session[name] as (...given: readonly unknown[]) => unknown;
    if (!this.store || RECORDED[name] === "nothing") return make(...given);
    if (this.log.length === 0) this.log.push(...baseline(session));
    const before = session.decisions();
    const hadForms = name === "remove" && session.view().forms.some(({ file }) => file === given[0]);
    const answer = await make(...given);
    // Cancelled or refused: nothing has changed.
    const isProposed = answers(name) && answer !== null;
    if (answer !== undefined && !isProposed) return answer;
    if (RECORDED[name] === "fresh") await this.startAfresh(name);
    this.note(entriesOf(name, given, session, before));
    if (name === "remove" && !hadForms) await this.dropFile(given[0] as string | null);
    const isRolled = name === "rollTemplate" || name === "startNext";
    if (RECORDED[name] === "template" || isRolled) await this.saveTemplates(name);
    await this.write(isRolled && (session.lastYear() ?? session.lastPeriod()) !== null);
    return answer;
  }

  async open({ partition, product, oldTemplates }: StorageOptions): Promise<boolean> {
    this.product = product;
    let text = oldTemplates;
    try {
      this.store = this.options.openStore(partition);
      text = (await this.store.templates()) ?? oldTemplates;
      // Also where nothing was adopted: whether it can be written is known before anything is lost.
      if (oldTemplates !== null) await this.store.saveTemplates((stored) => this.moved(stored, oldTemplates));
      this.templates = text !== null;
      await this.store.list();
    } catch {
      this.giveUp("unavailable");
    }
    if (text !== null) this.session.restoreTemplates(text);
    this.log = [...baseline(this.session)];
    return oldTemplates !== null && this.templates;
  }

  /** What is stored already comes first. */
  private moved(stored: string | null, old: string): string {
    if (stored === null) return old;
    const both = this.options.create();
    both.restoreTemplates(stored);
    return both.keptTemplates(old);
  }

  private async saveTemplates(name: keyof Session): Promise<void> {
    if (name === "restoreTemplates") return;
    try {
      await this.store!.saveTemplates((stored) => this.session.keptTemplates(stored));
      this.templates = true;
    } catch {
      this.templates = false;
    }
  }

  async state(): Promise<SavedState> {
    const { id, trouble, templates } = this;
    const others = await this.others();
    const own = id === null ? null : this.summary();
    const elsewhere = others.some(
      ({ busy, summary }) =>
        busy && own && summary.template.id === own.template.id && summary.period === own.period,
    );
    return { unfinished: others, trouble, elsewhere, templates };
  }

  private async others(): Promise<readonly StoredSession[]> {
    try {
      return (await this.store?.list())?.filter(({ id }) => id !== this.id) ?? [];
    } catch {
      return [];
    }
  }

  async continue(id: string, onProgress: ReadProgress): Promise<Continued | "elsewhere" | null> {
    const { store } = this;
    if (!store || !(await store.claim(id))) return "elsewhere";
    const found = (await this.others()).find((each) => each.id === id);
    const session = this.options.create();
    session.restoreTemplates(this.session.keptTemplates(null));
    this.replaying = session;
    try {
      const replayed = await replay(session, store, id, onProgress);
      if (!found || !replayed) {
        store.release(id);
        return null;
      }
      if (this.id !== null) store.release(this.id);
      this.session = session;
      this.id = id;
      this.log = [...replayed.entries];
      this.stored = this.log.length;
      this.files = new StoredFiles(replayed.files);
      const { skipped, lost } = replayed;
      const { product, incomplete } = found.summary;
      const template = await this.useNewerTemplate(found.summary);
      return {
        view: session.view(),
        template,
        product: changeOf(product, this.product),
        skipped,
        lost,
        incomplete,
      };
    } catch (error) {
      store.release(id);
      throw error;
    } finally {
      this.replaying = null;
    }
  }

  /** A version that was adopted since the session was stored, or that came with the product, is used from now on. */
  private async useNewerTemplate({ template: before }: SessionSummary): Promise<VersionChange | null> {
    const adopted = this.options.create();
    adopted.restoreTemplates(this.session.keptTemplates(null));
    const latest = adopted.templateInUse();
    const used = this.session.templateInUse().template;
    if (latest.template.id === used.id && latest.template.version > used.version) {
      await this.call("useTemplate", [latest]);
    }
    const now = this.session.templateInUse().template;
    return now.id === before.id ? changeOf(String(before.version), String(now.version)) : null;
  }

  async delete(id: string): Promise<boolean> {
    if (!this.store || !(await this.store.claim(id))) return false;
    await this.store.delete(id);
    this.store.release(id);
    return true;
  }

  async finish(): Promise<null> {
    await this.forget();
    return null;
  }

  /** What was stored goes; the log stays, for whatever is done next is worth storing as a whole. */
  private async forget(): Promise<void> {
    const { store, id } = this;
    await this.writing;
    this.id = null;
    this.stored = 0;
    if (!store || id === null) return;
    try {
      await store.delete(id);
    } finally {
      store.release(id);
    }
  }

  /** 清空 puts away what was stored; 转入新一年 leaves it, as what was collected may not be in a county workbook yet. */
  private async startAfresh(name: keyof Session): Promise<void> {
    if (name === "clear") await this.forget().catch(() => this.giveUp("unavailable"));
    else if (this.id !== null) this.store?.release(this.id);
    this.id = null;
    this.stored = 0;
    this.log = [];
    this.files = new StoredFiles();
  }

  private note(entries: readonly StoredEntry[]): void {
    for (const entry of entries) {
      // Looking at the open workbook again takes the place of the look before.
      const again = this.id === null && OPEN_WORKBOOK.has(entry.call) && this.log.at(-1)?.call === entry.call;
      if (again) this.log.pop();
      this.log.push(this.files.entry(entry));
    }
  }

  private async dropFile(name: string | null): Promise<void> {
    for (const key of this.files.drop(name)) {
      if (this.id === null) continue;
      await this.store?.dropFile(this.id, key).catch(() => this.giveUp("unavailable"));
    }
  }

  /** Stores what is new in the log. What is refused is shown, and the person goes on working. */
  private write(worth = false): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (this.trouble !== null || !this.store) return;
      const fresh = this.log.slice(this.stored);
      if (this.id === null && !worth && !fresh.some(({ call }) => WORTH_STORING.has(call))) return;
      try {
        this.id ??= await this.store.create();
        await this.append(this.store, this.id, fresh);
        this.stored += fresh.length;
      } catch (error) {
        this.giveUp(isQuota(error) ? "full" : "unavailable");
      }
    });
    return this.writing;
  }

  /** The entries come with the last of their files; if the window ends before that, it is said that they are missing. */
  private async append(store: SessionStore, id: string, fresh: readonly StoredEntry[]): Promise<void> {
    const summary = this.summary();
    const first = this.stored;
    let last: SessionAddition["files"] | null = null;
    for await (const files of this.files.bytesOf(fresh)) {
      if (last) {
        await store.append(id, {
          summary: { ...summary, incomplete: true },
          first,
          entries: [],
          files: last,
        });
      }
      last = files;
    }
    await store.append(id, { summary, first, entries: fresh, files: last ?? [] });
  }

  /** What is stored so far stays, and says that it is not all. */
  private giveUp(trouble: NonNullable<SavedState["trouble"]>): void {
    this.trouble ??= trouble;
    if (!this.store || this.id === null || this.stored === 0) return;
    const summary = { ...this.summary(), incomplete: true };
    const addition = { summary, first: this.stored, entries: [], files: [] };
    this.store.append(this.id, addition).catch(() => undefined);
  }

  private summary(): SessionSummary {
    const { template } = this.session.templateInUse();
    const { period, reported } = this.session.assess();
    const decisions = [...this.session.decisions().values()];
    const explanations = decisions.filter(({ kind }) => kind === "explain").length;
    return {
      template: { id: template.id, name: template.name, version: template.version },
      product: this.product,
      period,
      files: new Set(reported.map(({ file }) => file)).size,
      explanations,
      decisions: decisions.filter(({ kind }) => kind !== "answer").length - explanations,
      lastYear: this.session.lastYear()?.period ?? null,
      incomplete: false,
    };
  }
}

const OPEN_WORKBOOK: ReadonlySet<string> = new Set(["meetOpen", "addOpen"]);

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

function changeOf(from: string, to: string): VersionChange | null {
  return from === to ? null : { from, to };
}
