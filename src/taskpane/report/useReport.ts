/** The annual report as the session has it now, and its Word file. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { SessionView } from "../../app/view";
import type { PaneTools } from "../pane-tools";
import { PaneProblem } from "../problem";
import type { TaskControl } from "../useTask";
import type { ReportView } from "../../app/report-view";
import { reportHtml } from "./report-html";

export interface ReportControl {
  /** Null until the worker has answered, and where the period is not known. */
  readonly report: ReportView | null;
  /** The file that this very report was saved as; null where it was not. */
  readonly saved: string | null;
  /** Gives the file's name; null where nothing was saved. */
  save(): Promise<string | null>;
  /** Whether this very report is on the clipboard; null where nobody has copied it. */
  readonly copied: boolean | null;
  /** Copies the whole text with its look, to be pasted into Word. */
  copy(): Promise<void>;
}

/** `of` is the session that it belongs to: a later one has another report. */
interface Of<T> {
  readonly of: SessionView;
  readonly it: T;
}

/** @param active Is the report wanted? It is not written before. */
export function useReport(
  { engine, save: saveFile, copy: copyText }: PaneTools,
  { run, look }: TaskControl,
  view: SessionView | null,
  active: boolean,
): ReportControl {
  const [written, setWritten] = useState<Of<ReportView | null> | null>(null);
  const [saved, setSaved] = useState<Of<string> | null>(null);
  const [copied, setCopied] = useState<{ of: ReportView; done: boolean } | null>(null);
  useEffect(() => {
    if (!active || !view) return;
    let current = true;
    void look(async () => {
      const it = await engine.report();
      if (current) setWritten({ of: view, it });
    });
    return () => {
      current = false;
    };
  }, [active, look, engine, view]);

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
  const copy = useCallback(async () => {
    if (report)
      setCopied({ of: report, done: await copyText(reportText(report), reportHtml(report.paragraphs)) });
  }, [copyText, report]);
  const onClipboard = copied?.of === report ? (copied?.done ?? null) : null;
  const name = saved?.of === view ? (saved?.it ?? null) : null;
  return useMemo(
    () => ({ report, saved: name, save, copied: onClipboard, copy }),
    [report, name, save, onClipboard, copy],
  );
}

/** Without its look: a paragraph a line. */
export function reportText({ paragraphs }: ReportView): string {
  return paragraphs.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
}

/** What Windows allows in no file's name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\n\t]/g;
