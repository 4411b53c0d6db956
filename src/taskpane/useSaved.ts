/** Sessions that were not finished: what is stored of them, to be continued or put away. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Continued, SavedState } from "../app/saved-state";
import type { SessionView } from "../app/view";
import { hasSources } from "./frame/next-steps";
import type { PaneTools } from "./pane-tools";
import type { SessionControl } from "./useSession";
import type { TaskControl } from "./useTask";

export type SavedWarning = "unavailable" | "full" | "sameTask";

export interface SavedControl {
  /** Null until it is known. */
  readonly state: SavedState | null;
  /** Nothing has been collected yet, and there is something to continue. */
  readonly offers: boolean;
  /** What became of the session that was continued; null where none was, or it has been read. */
  readonly continued: Continued | null;
  /** Why nothing is stored, or that another window is at the same task: what was said once is not said again. */
  readonly warnings: readonly SavedWarning[];
  dismiss(what: SavedWarning | "continued"): void;
  goOn(id: string): Promise<SessionView | null>;
  remove(id: string): Promise<unknown>;
  /** The county workbook has it all: nothing more of it is stored here. */
  finish(): Promise<void>;
}

/** Milliseconds. A window that was closed, or a pane that was loaded again, lets its session go a little later. */
const BUSY_AGAIN = 2000;

export function useSaved(
  { engine, storage }: PaneTools,
  { run, tell }: TaskControl,
  { view, show }: SessionControl,
): SavedControl {
  const [state, setState] = useState<SavedState | null>(null);
  const [continued, setContinued] = useState<Continued | null>(null);
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const refresh = useCallback(async () => {
    if (storage) setState(await engine.saved());
  }, [engine, storage]);
  useEffect(() => {
    // Where the worker died, the next call that a person makes says so.
    if (view) refresh().catch(() => undefined);
  }, [refresh, view]);
  useEffect(() => {
    // Another window may have been closed meanwhile.
    const look = (): void => void refresh().catch(() => undefined);
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [refresh]);
  const busy = state?.unfinished.some((each) => each.busy) === true;
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setInterval(() => void refresh().catch(() => undefined), BUSY_AGAIN);
    return () => clearInterval(timer);
  }, [busy, refresh]);

  const calls = useMemo((): Pick<SavedControl, "goOn" | "remove" | "finish"> => {
    return {
      goOn: (id) =>
        run("pane.task.continuing", async (report) => {
          report({ cancel: () => void engine.cancel() });
          const result = await engine.continueSaved(id, (done, total, item) => report({ done, total, item }));
          await refresh();
          if (result === "elsewhere") tell("pane.earlier.elsewhere");
          if (result === null || result === "elsewhere") return null;
          if (hasNews(result)) setContinued(result);
          else tell("pane.earlier.continued");
          return show(result.view);
        }),
      remove: (id) =>
        run("pane.task.deleting", async () => {
          tell((await engine.deleteSaved(id)) ? "pane.earlier.deleted" : "pane.earlier.elsewhere");
          await refresh();
        }),
      finish: async () => {
        if (storage) await engine.finish();
      },
    };
  }, [engine, refresh, run, show, storage, tell]);

  const offers = view !== null && !hasSources(view) && state !== null && state.unfinished.length > 0;
  const warnings = useMemo(() => warningsOf(state).filter((each) => !told.has(each)), [state, told]);
  const dismiss = useCallback<SavedControl["dismiss"]>((what) => {
    if (what === "continued") setContinued(null);
    else setTold((before) => new Set([...before, what]));
  }, []);
  return useMemo(
    () => ({ state, offers, continued, warnings, dismiss, ...calls }),
    [state, offers, continued, warnings, dismiss, calls],
  );
}

function warningsOf(state: SavedState | null): readonly SavedWarning[] {
  const { trouble = null, elsewhere = false } = state ?? {};
  return [...(trouble === null ? [] : [trouble]), ...(elsewhere ? (["sameTask"] as const) : [])];
}

/** Is it not quite the session that was closed? */
function hasNews({ template, product, skipped, lost, incomplete }: Continued): boolean {
  return template !== null || product !== null || skipped > 0 || lost.length > 0 || incomplete;
}
