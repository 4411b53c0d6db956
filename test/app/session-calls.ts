/** A session as the pane calls it, over a reader of the test's own. */
import { savedSession, type SavedSession } from "../../src/app/saved-session";
import { createSession, withViews, type Session, type ViewedCalls } from "../../src/app/session";
import { sessionTools } from "../../src/cli/session-tools";
import type { WorkbookReader } from "../../src/ports/ports";
import type { SessionStore } from "../../src/ports/session-store";
import type { Template } from "../../src/template/template";

export type SessionCalls = ViewedCalls<Session>;

export function sessionCalls(template: Template, reader: WorkbookReader): SessionCalls {
  return withViews(createSession({ template, tools: sessionTools(reader) }));
}

/** The session of one window, as its worker offers it. */
export function savedCalls(
  template: Template,
  reader: WorkbookReader,
  openStore: () => SessionStore,
): ViewedCalls<SavedSession> {
  const create = () => createSession({ template, tools: sessionTools(reader) });
  return withViews(savedSession({ create, openStore }));
}
