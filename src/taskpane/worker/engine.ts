/** The session as the pane sees it: the same calls, answered later. */
import type { SavedSession } from "../../app/saved-session";
import type { ViewedCalls } from "../../app/session";

/** What answers nothing answers with the session as it then is. */
export type EngineCalls = ViewedCalls<SavedSession>;

export type Engine = {
  readonly [Call in keyof EngineCalls]: (
    ...given: Parameters<EngineCalls[Call]>
  ) => Promise<Awaited<ReturnType<EngineCalls[Call]>>>;
};
