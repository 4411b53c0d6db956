/** What has been sent, and the ways to add to it. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { MessageKey } from "../locales";
import type { OpenWorkbook } from "../round/ports";
import type { RoundView } from "../round/view";
import type { PaneTools } from "./pane-tools";
import { PaneProblem, type Reason } from "./problem";
import { askOptions, type ReportProgress, type TaskControl } from "./useTask";
import type { Engine } from "./worker/engine";
import type { GivenFile, LastYearOutcome } from "./worker/round-service";

export interface RoundControl {
  /** Null until the worker has answered for the first time. */
  readonly view: RoundView | null;
  /** Each gives the round as it then is, or null where nothing came of it. */
  addFiles(files: readonly GivenFile[]): Promise<RoundView | null>;
  addSamples(): Promise<RoundView | null>;
  takeOpen(): Promise<RoundView | null>;
  setLastYear(file: GivenFile): Promise<RoundView | null>;
  remove(file: string | null): Promise<RoundView | null>;
  clear(): Promise<RoundView | null>;
  setHoldBack(holdBack: boolean): Promise<RoundView | null>;
  /** The units were sent their reports back. */
  sendBack(units: readonly string[]): Promise<RoundView | null>;
}

export function useRound(tools: PaneTools, { run }: TaskControl): RoundControl {
  const { engine, workbook, samples } = tools;
  const [view, setView] = useState<RoundView | null>(null);
  const show = useCallback((next: RoundView | null) => {
    if (next) setView(next);
    return next;
  }, []);
  // Shown before the task ends, so that nobody sees an idle pane with yesterday's round.
  const update = useCallback(
    (label: MessageKey, job: (report: ReportProgress) => Promise<RoundView | null>) =>
      run(label, async (report) => show(await job(report))),
    [run, show],
  );
  useEffect(() => void update("pane.task.starting", () => engine.view()), [engine, update]);

  const calls = useMemo((): Omit<RoundControl, "view"> => {
    const quick = (job: () => Promise<RoundView>) => update("pane.task.checking", job);
    return {
      addFiles: (files) => update("pane.task.reading", (report) => read(engine, files, report)),
      addSamples: () =>
        update("pane.task.samples", async (report) => {
          const { submissions, lastYear } = await samples();
          viewOf(await engine.setLastYear(lastYear), lastYear.name);
          return read(engine, submissions, report);
        }),
      takeOpen: () => update("pane.task.readingOpen", (report) => readOpen(engine, workbook, report)),
      setLastYear: (file) =>
        update("pane.task.lastYear", async () => viewOf(await engine.setLastYear(file), file.name)),
      remove: (file) => quick(() => engine.remove(file)),
      clear: () => quick(() => engine.clear()),
      setHoldBack: (holdBack) => quick(() => engine.setHoldBack(holdBack)),
      sendBack: (units) => quick(() => engine.sendBack(units)),
    };
  }, [engine, samples, update, workbook]);
  return useMemo(() => ({ view, ...calls }), [view, calls]);
}

function read(
  engine: Engine,
  files: readonly GivenFile[],
  report: ReportProgress,
): Promise<RoundView | null> {
  report({ label: "pane.task.reading", total: files.length, cancel: () => void engine.cancel() });
  return engine.addFiles(files, (done, total, item) =>
    // The last file is read; what is left is to check them, which nobody can stop.
    report(
      done === total
        ? { label: "pane.task.checking", done, total, item: "", cancel: null }
        : { done, total, item },
    ),
  );
}

async function readOpen(
  engine: Engine,
  workbook: OpenWorkbook | null,
  report: ReportProgress,
): Promise<RoundView | null> {
  if (!workbook) return null;
  const taken = await engine.addOpen(await workbook.read(askOptions(report)));
  if (!taken) throw new PaneProblem("noReport");
  return taken;
}

/** @throws {PaneProblem} where the file was not taken as last year's. */
function viewOf(outcome: LastYearOutcome, file: string): RoundView {
  if (outcome.ok) return outcome.view;
  const reason: Reason =
    "problem" in outcome
      ? { key: `error.county.${outcome.problem.code}`, params: { what: outcome.problem.what } }
      : { key: `file.unreadable.${outcome.error.code}`, params: outcome.error.params };
  throw new PaneProblem("lastYear", { file }, reason);
}
