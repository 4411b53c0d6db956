/** Sessions that were not finished: what is stored of them, to be continued or put away. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Continued, SavedState } from "../app/saved-session";
import type { SessionView } from "../app/view";
import { hasSources } from "./frame/next-steps";
import type { PaneTools } from "./pane-tools";
import type { SessionControl } from "./useSession";
import type { TaskControl } from "./useTask";

export interface SavedControl {
  /** Null until it is known. */
  readonly state: SavedState | null;
  /** Nothing has been collected yet, and there is something to continue. */
  readonly offers: boolean;
  /** What became of the session that was continued; null where none was, or it has been read. */
  readonly continued: Continued | null;
  /** What was told once is not told again. */
  readonly told: boolean;
  dismiss(): void;
  goOn(id: string): Promise<SessionView | null>;
  remove(id: string): Promise<unknown>;
  /** The county workbook has it all: nothing more of it is stored here. */
  finish(): Promise<void>;
}

export function useSaved(
  { engine, storage }: PaneTools,
  { run, tell }: TaskControl,
  { view, show }: SessionControl,
): SavedControl {
  const [state, setState] = useState<SavedState | null>(null);
  const [continued, setContinued] = useState<Continued | null>(null);
  const [told, setTold] = useState(false);
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

  const calls = useMemo((): Pick<SavedControl, "goOn" | "remove" | "finish"> => {
    return {
      goOn: (id) =>
        run("pane.task.continuing", async (report) => {
          report({ cancel: () => void engine.cancel() });
          const result = await engine.continueSaved(id, (done, total, item) => report({ done, total, item }));
          await refresh();
          if (result === "elsewhere") tell("pane.earlier.elsewhere");
          if (result === null || result === "elsewhere") return null;
          setContinued(result);
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
  const dismiss = useCallback(() => {
    setContinued(null);
    setTold(true);
  }, []);
  return useMemo(
    () => ({ state, offers, continued, told, dismiss, ...calls }),
    [state, offers, continued, told, dismiss, calls],
  );
}
