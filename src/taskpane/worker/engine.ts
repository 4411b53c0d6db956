/** The round as the pane sees it: the same calls, answered later. */
import type { RoundService } from "../../app/session-service";

export type Engine = {
  readonly [Call in keyof RoundService]: (
    ...given: Parameters<RoundService[Call]>
  ) => Promise<Awaited<ReturnType<RoundService[Call]>>>;
};
