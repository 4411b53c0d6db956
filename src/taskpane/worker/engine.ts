/** The session as the pane sees it: the same calls, answered later. */
import type { SessionService } from "../../app/session-service";

export type Engine = {
  readonly [Call in keyof SessionService]: (
    ...given: Parameters<SessionService[Call]>
  ) => Promise<Awaited<ReturnType<SessionService[Call]>>>;
};
