/**
 * One reporting task from collecting to report: every use case once, whoever asks for it. The pane's worker and the
 * command line call the same functions; each is declared in the file of its group.
 */
import { collectCalls } from "./collect";
import { consolidateCalls } from "./consolidate";
import { countyCalls } from "./county";
import { decideCalls } from "./decide";
import { makeTemplateCalls } from "./make-template";
import { reportCalls } from "./report";
import { returnCalls } from "./return";
import { scoringCalls } from "./scoring";
import { SessionParts, type SessionOptions } from "./session-parts";
import { templateCalls } from "./template";
import type { SessionView } from "./view";

/** A call that is not defined to answer something else changes the session and answers nothing. */
export type Session = ReturnType<typeof createSession>;

export function createSession(options: SessionOptions) {
  const parts = new SessionParts(options);
  return {
    ...collectCalls(parts),
    ...countyCalls(parts),
    ...decideCalls(parts),
    ...returnCalls(parts),
    ...consolidateCalls(parts),
    ...reportCalls(parts),
    ...scoringCalls(parts),
    ...templateCalls(parts),
    ...makeTemplateCalls(parts),
    /** Stops what is under way; what comes of it, the call at work answers. */
    cancel: (): null => parts.cancel(),
    view: (): SessionView => parts.view(),
  };
}

type Viewed<T> = T extends void ? SessionView : T;

/** The calls of a session as the pane makes them: what answers nothing answers with the session as it now is. */
export type ViewedCalls<Calls> = {
  readonly [Call in keyof Calls]: Calls[Call] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Answer extends Promise<infer Later> ? Promise<Viewed<Later>> : Viewed<Answer>
    : never;
};

export function withViews<Calls extends { view(): SessionView }>(calls: Calls): ViewedCalls<Calls> {
  const viewed = (answer: unknown): unknown => (answer === undefined ? calls.view() : answer);
  const entries = Object.entries(calls).map(([name, call]) => [
    name,
    (...given: unknown[]) => {
      const answer: unknown = (call as (...given: unknown[]) => unknown)(...given);
      return answer instanceof Promise ? answer.then(viewed) : viewed(answer);
    },
  ]);
  return Object.fromEntries(entries) as ViewedCalls<Calls>;
}
