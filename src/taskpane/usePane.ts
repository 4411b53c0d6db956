/** Everything that the stations share: the session, the work under way, where we are, what is said aloud. */
import { createContext, useCallback, useContext, useMemo, useState } from "react";
import { useSourceView, type SourceControl } from "./check/useSourceView";
import type { Given } from "./given-files";
import type { PaneTools } from "./pane-tools";
import { useDraft, type DraftControl } from "./report/useDraft";
import { useReport, type ReportControl } from "./report/useReport";
import type { Station } from "./stations";
import { useSession, type SessionControl } from "./useSession";
import { useTemplate, type TemplateControl } from "./useTemplate";
import { useSaved, type SavedControl } from "./useSaved";
import { useTask, type TaskControl } from "./useTask";
import { useUnfinished, useWatchedTools, type UnfinishedControl } from "./useUnfinished";
import { useWriting, type WritingControl } from "./useWriting";

/** Where the pane found itself: in Excel, in a plain browser, or beside an Excel that does not answer. */
export type Host = "excel" | "browser" | "silent";

export interface Pane {
  readonly host: Host;
  readonly tools: PaneTools;
  readonly work: TaskControl;
  readonly session: SessionControl;
  readonly writing: WritingControl;
  readonly unfinished: UnfinishedControl;
  readonly saved: SavedControl;
  readonly report: ReportControl;
  /** The edited text that is checked; it stays while other stations are looked at. */
  readonly draft: DraftControl;
  readonly source: SourceControl;
  readonly template: TemplateControl;
  readonly station: Station;
  /** The unit that 审核 shows alone; null for all. */
  readonly unit: string | null;
  go(station: Station, unit?: string | null): void;
  /** Takes what was chosen or dropped. */
  give(given: Given): Promise<void>;
  /** What was passed over when files were last given. */
  readonly skipped: readonly string[];
  /** Writes the county workbook and shows 汇总 meanwhile. */
  consolidate(): Promise<void>;
  /** What was last said to those who listen instead of looking. */
  readonly said: string;
  announce(text: string): void;
}

const PaneContext = createContext<Pane | null>(null);
export const PaneProvider = PaneContext.Provider;

/** @throws where no pane is around this part: a fault of the program. */
export function usePaneContext(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error("no pane around this part");
  return pane;
}

export function usePane(host: Host, given: PaneTools): Pane {
  const { tools, found } = useWatchedTools(given);
  const work = useTask();
  const session = useSession(tools, work);
  const saved = useSaved(tools, work, session);
  const writing = useWriting(tools, work, session.show, saved.finish);
  const unfinished = useUnfinished(tools, found, work, session);
  const source = useSourceView(tools, work);
  const place = usePlace();
  const { go: move } = place;
  const toTemplate = useCallback(() => move("template"), [move]);
  const template = useTemplate(tools, work, session, writing, toTemplate);
  const report = useReport(tools, work, session.view, place.station === "report");
  const draft = useDraft(tools, work, session.view);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [said, announce] = useState("");
  const { dismiss } = work;
  // What was said of one station is no news on another.
  const go = useCallback<Pane["go"]>(
    (...where) => {
      dismiss();
      move(...where);
    },
    [dismiss, move],
  );
  const { view, addFiles } = session;
  const { consolidate: write } = writing;
  const { station } = place;
  const { checkFile, makeFrom } = template;
  const give = useCallback(
    async ({ files, skipped }: Given) => {
      const [file, ...others] = files;
      // What is dropped at 模板 is meant as one, or to become one.
      if (station === "template" && file) {
        return void (await (others.length === 0 ? checkFile(file) : makeFrom(files)));
      }
      go("collect");
      setSkipped(skipped);
      if (files.length > 0) await addFiles(files);
    },
    [addFiles, checkFile, go, makeFrom, station],
  );
  const consolidate = useCallback(async () => {
    if (!view) return;
    go("consolidate");
    await write(view);
  }, [go, view, write]);
  return useMemo(
    () => ({
      host,
      tools,
      work,
      session,
      writing,
      unfinished,
      saved,
      report,
      draft,
      source,
      template,
      ...place,
      go,
      give,
      skipped,
      consolidate,
      said,
      announce,
    }),
    [
      host,
      tools,
      work,
      session,
      writing,
      unfinished,
      saved,
      report,
      draft,
      source,
      template,
      place,
      go,
      give,
      skipped,
      consolidate,
      said,
    ],
  );
}

function usePlace(): Pick<Pane, "station" | "unit" | "go"> {
  const [place, setPlace] = useState<{ station: Station; unit: string | null }>({
    station: "collect",
    unit: null,
  });
  const go = useCallback((station: Station, unit: string | null = null) => setPlace({ station, unit }), []);
  return useMemo(() => ({ ...place, go }), [place, go]);
}
