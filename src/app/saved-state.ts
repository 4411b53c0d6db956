/** What a session that is stored is asked for, and what it answers. */
import type { SessionStore, StoredSession } from "../ports/session-store";
import type { Session } from "./session";
import type { SessionView } from "./view";

export interface SavedSessionOptions {
  create(): Session;
  /** @param partition keeps the hosts of one browser apart */
  openStore(partition: string): SessionStore;
}

export interface StorageOptions {
  readonly partition: string;
  /** The version of the product. */
  readonly product: string;
  /** What an earlier version stored elsewhere of the templates that were adopted. */
  readonly oldTemplates: string | null;
}

export interface SavedState {
  /** Sessions that were not finished, except the one at hand; the latest first. */
  readonly unfinished: readonly StoredSession[];
  /** Why nothing more is stored; null where all is well. */
  readonly trouble: "unavailable" | "full" | null;
  /** Another window works at the same task. */
  readonly elsewhere: boolean;
  /** The templates that were adopted are found again when the pane is opened next time. */
  readonly templates: boolean;
}

/** What became of a session that is continued. */
export interface Continued {
  readonly view: SessionView;
  readonly template: VersionChange | null;
  readonly product: VersionChange | null;
  /** Steps that could not be made again. */
  readonly skipped: number;
  /** Files of which the store has lost the content. */
  readonly lost: readonly string[];
  readonly incomplete: boolean;
}

export interface VersionChange {
  readonly from: string;
  readonly to: string;
}
