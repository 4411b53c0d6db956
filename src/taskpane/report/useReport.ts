/** The annual report as the round has it now, and its Word file. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { RoundView } from "../../round/view";
import type { PaneTools } from "../pane-tools";
import { PaneProblem } from "../problem";
import type { TaskControl } from "../useTask";
import type { ReportView } from "../worker/report-view";

export interface ReportControl {
  /** Null until the worker has answered, and where no period can be told. */
  readonly report: ReportView | null;
  /** The file that this very report was saved as; null where it was not. */
  readonly saved: string | null;
  /** Gives the file's name; null where nothing was saved. */
  save(): Promise<string | null>;
}

/** `of` is the round that it belongs to: a later one has another report. */
interface Of<T> {
  readonly of: RoundView;
  readonly it: T;
}

/** @param active Is the report wanted? It is not written before. */
export function useReport(
  { engine, save: saveFile }: PaneTools,
  { run, attempt }: TaskControl,
  view: RoundView | null,
  active: boolean,
): ReportControl {
  const [written, setWritten] = useState<Of<ReportView | null> | null>(null);
  const [saved, setSaved] = useState<Of<string> | null>(null);
  useEffect(() => {
    if (!active || !view) return;
    let current = true;
    void attempt(async () => {
      const it = await engine.report();
      if (current) setWritten({ of: view, it });
    });
    return () => {
      current = false;
    };
  }, [active, attempt, engine, view]);

  const report = written?.of === view ? (written?.it ?? null) : null;
  const save = useCallback(
    () =>
      run("pane.task.writingReport", async () => {
        const bytes = await engine.reportDocument();
        if (!bytes || !report || !view) throw new PaneProblem("noPeriod");
        const name = `${report.title.replace(NOT_IN_NAMES, " ").trim()}.docx`;
        saveFile(bytes, name);
        setSaved({ of: view, it: name });
        return name;
      }),
    [engine, report, run, saveFile, view],
  );
  const name = saved?.of === view ? (saved?.it ?? null) : null;
  return useMemo(() => ({ report, saved: name, save }), [report, name, save]);
}

/** What Windows allows in no file's name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\n\t]/g;
