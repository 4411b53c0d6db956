/** An interrupted write into the open workbook: known wherever it is in the way, and settled here. */
import { useCallback, useMemo, useState } from "react";
import { OpenWorkbookError, type OpenWorkbook, type UnfinishedWriting } from "../ports/ports";
import { hasSources } from "./frame/next-steps";
import type { PaneTools } from "./pane-tools";
import { isRefused, isUnfinished } from "./problem";
import { meetOpen, type SessionControl } from "./useSession";
import { waitOptions, type TaskControl } from "./useTask";

export interface UnfinishedControl {
  /** Null where none is known of. */
  readonly found: UnfinishedWriting | null;
  /** Everything as it was before. True where it was done. */
  restore(): Promise<boolean | null>;
  /** Everything as it is now. */
  keep(): Promise<boolean | null>;
}

type See = (found: UnfinishedWriting | null) => void;

/** Every part of the pane talks to Excel through `tools`: where a write is unfinished, it is `found`. */
export function useWatchedTools(given: PaneTools): { tools: PaneTools; found: UnfinishedWriting | null } {
  const [found, see] = useState<UnfinishedWriting | null>(null);
  const tools = useMemo(
    () => ({ ...given, workbook: given.workbook && watched(given.workbook, see) }),
    [given],
  );
  return { tools, found };
}

export function useUnfinished(
  tools: PaneTools,
  found: UnfinishedWriting | null,
  { run, tell }: TaskControl,
  { view, show }: SessionControl,
): UnfinishedControl {
  const settle = useCallback(
    (label: "pane.task.undoing" | "pane.task.keeping", way: "undo" | "keep") =>
      run(label, async (report) => {
        const wait = waitOptions(report);
        try {
          await found?.[way](wait);
        } finally {
          // Whatever came of it: is there still one?
          await tools.workbook?.unfinished(wait);
        }
        // What was in the way of looking at the open workbook is gone.
        if (view && !hasSources(view)) show(await meetOpen(tools, wait));
        tell(way === "undo" ? "pane.unfinished.undone" : "pane.kept");
        return true;
      }),
    [found, run, show, tell, tools, view],
  );
  return useMemo(
    () => ({
      found,
      restore: () => settle("pane.task.undoing", "undo"),
      keep: () => settle("pane.task.keeping", "keep"),
    }),
    [found, settle],
  );
}

function watched(workbook: OpenWorkbook, see: See): OpenWorkbook {
  const unfinished: OpenWorkbook["unfinished"] = async (options) => {
    const found = await workbook.unfinished(options);
    see(found);
    return found;
  };
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      const given = await answer;
      see(null);
      return given;
    } catch (error) {
      // Where Excel does not answer even this, the error at hand says so.
      if (isUnfinished(error)) await unfinished().catch(() => undefined);
      throw error;
    }
  };
  /** Where Excel stopped an undo half way, that is what is in the way from now on. */
  const watchUndo = async (answer: Promise<void>): Promise<void> => {
    try {
      await answer;
    } catch (error) {
      const found = isRefused(error) ? await unfinished().catch(() => null) : null;
      throw found ? new OpenWorkbookError({ code: "H08", params: {} }) : error;
    }
  };
  const render: OpenWorkbook["render"] = async (plan, options) => {
    const outcome = await watch(workbook.render(plan, options));
    return {
      ...outcome,
      undo: (wait) => watchUndo(outcome.undo(wait)),
      keep: (wait) => watch(outcome.keep(wait)),
    };
  };
  return {
    unfinished,
    read: (options) => watch(workbook.read(options)),
    sheetNames: (options) => watch(workbook.sheetNames(options)),
    render,
    goTo: (sheet, cell, options) => workbook.goTo(sheet, cell, options),
    view: (sheet, cell, options) => workbook.view(sheet, cell, options),
    closeView: (options) => workbook.closeView(options),
  };
}
