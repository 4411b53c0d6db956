/** The round as the pane sees it: the same calls, answered later. */
import type { RoundService } from "./round-service";

export type Engine = {
  readonly [Call in keyof RoundService]: (
    ...given: Parameters<RoundService[Call]>
  ) => Promise<Awaited<ReturnType<RoundService[Call]>>>;
};
