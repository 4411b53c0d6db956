/**
 * Where sessions that are not finished are stored on this computer. Every method may reject: storage can be missing,
 * forbidden or full.
 */
export interface SessionStore {
  /** The latest first. */
  list(): Promise<readonly StoredSession[]>;
  /** A name for a new session, taken for this window as `claim` does. */
  create(): Promise<string>;
  /** Takes the session for this window until it ends or `release` is called; false where another window has it. */
  claim(id: string): Promise<boolean>;
  release(id: string): void;
  /** Stores what was done next, all of it or nothing. `first`: the number of the first entry. */
  append(id: string, addition: SessionAddition): Promise<void>;
  entries(id: string): Promise<readonly StoredEntry[]>;
  /** Null where it was dropped on purpose, undefined where it is missing. */
  file(id: string, key: number): Promise<Uint8Array | null | undefined>;
  /** Forgets what is in a file. */
  dropFile(id: string, key: number): Promise<void>;
  delete(id: string): Promise<void>;
  /** The text that was stored of the templates that were adopted; null where none was. */
  templates(): Promise<string | null>;
  saveTemplates(change: (stored: string | null) => string): Promise<void>;
}

export interface SessionAddition {
  readonly summary: SessionSummary;
  readonly first: number;
  readonly entries: readonly StoredEntry[];
  readonly files: readonly { readonly key: number; readonly bytes: Uint8Array }[];
}

/** A call that changed the session. Files among what it was given are named by their keys. */
export interface StoredEntry {
  readonly call: string;
  readonly given: readonly unknown[];
}

export interface StoredSession {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  /** Another window has it. */
  readonly busy: boolean;
  readonly summary: SessionSummary;
}

/** What can be said of a session without reading it. */
export interface SessionSummary {
  readonly template: { readonly id: string; readonly name: string; readonly version: number };
  /** The version of the product. */
  readonly product: string;
  /** Null where it was not known yet. */
  readonly period: string | null;
  /** Files that were collected. */
  readonly files: number;
  readonly explanations: number;
  /** What else was decided. */
  readonly decisions: number;
  /** The period that it is compared with. */
  readonly lastYear: string | null;
  /** Later steps could not be stored. */
  readonly incomplete: boolean;
}
