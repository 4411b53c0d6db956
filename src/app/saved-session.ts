/**
 * A session that survives the end of its window. Each call that changes it is stored when it is made, with the files
 * that it was given; a session is continued by making the same calls again. Nothing else is stored.
 */
import type { ReadProgress } from "./given-file";
import type { Continued, SavedSessionOptions, SavedState, StorageOptions } from "./saved-state";
import { Saving } from "./saving";
import type { Session } from "./session";
import type { SessionView } from "./view";

type Later<Calls> = {
  readonly [Call in keyof Calls]: Calls[Call] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

export type SavedSession = ReturnType<typeof savedSession>;

export function savedSession(options: SavedSessionOptions) {
  const saving = new Saving(options);
  const names = Object.keys(options.create()) as (keyof Session)[];
  const calls = Object.fromEntries(
    names.map((name) => [name, (...given: unknown[]) => saving.call(name, given)]),
  ) as unknown as Later<Session>;
  return {
    ...calls,
    cancel: async (): Promise<null> => saving.cancel(),
    view: (): SessionView => saving.view(),
    /** Finds what was stored; the template that was adopted last is in use again. True where old templates moved. */
    openStorage: (storage: StorageOptions): Promise<boolean> => saving.open(storage),
    saved: (): Promise<SavedState> => saving.state(),
    /** Continues in place of the session at hand. Null where it was stopped. */
    continueSaved: (id: string, onProgress: ReadProgress): Promise<Continued | "elsewhere" | null> =>
      saving.continue(id, onProgress),
    /** False where another window has it. */
    deleteSaved: (id: string): Promise<boolean> => saving.delete(id),
    /** The county workbook has it all: what was stored goes. The session stays to be looked at. */
    finish: (): Promise<null> => saving.finish(),
  };
}
