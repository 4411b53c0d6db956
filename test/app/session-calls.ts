/** A session as the pane calls it, over a reader of the test's own. */
import { createSession, withViews } from "../../src/app/session";
import { sessionTools } from "../../src/cli/session-tools";
import type { WorkbookReader } from "../../src/ports/ports";
import type { EngineCalls } from "../../src/taskpane/worker/engine";
import type { Template } from "../../src/template/template";

export function sessionCalls(template: Template, reader: WorkbookReader): EngineCalls {
  return withViews(createSession({ template, tools: sessionTools(reader) }));
}
