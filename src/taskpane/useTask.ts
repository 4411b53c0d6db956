/** One long piece of work at a time: what it does, how far it is, how to stop it, and what went wrong. */
import { useCallback, useMemo, useRef, useState, type Dispatch, type SetStateAction } from "react";
import type { MessageKey } from "../locales";
import type { AskOptions, WaitOptions } from "../ports/ports";
import { problemOf, type Problem } from "./problem";

export interface Task {
  readonly label: MessageKey;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
  /** The file or sheet that is under way. */
  readonly item: string;
  /** When it began, in milliseconds of the page. */
  readonly since: number;
  /** Null where nobody can stop it, or somebody has. */
  readonly cancel: (() => void) | null;
}

export type ReportProgress = (progress: Partial<Task>) => void;

/** How a step went, for whoever maintains the program: no file, no unit, no value. */
export interface TaskRecord {
  readonly label: MessageKey;
  /** Milliseconds. */
  readonly took: number;
  readonly outcome: "done" | "failed";
}

const REMEMBERED = 20;
/** Milliseconds: what takes less is not shown. A person presses the next button no sooner. */
const QUIET = 300;

export interface TaskControl {
  /** What is under way, once it has lasted long enough to be worth showing. */
  readonly task: Task | null;
  /** Something is under way, shown or not. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** What came of the last step where nothing else on the screen says so: it was undone, or stopped. */
  readonly notice: MessageKey | null;
  /** The last steps, the latest first. */
  readonly history: readonly TaskRecord[];
  /** Takes problem and notice off the screen. */
  dismiss(): void;
  tell(notice: MessageKey): void;
  /** Null where it failed or was stopped. What is asked for while something else is under way waits its turn. */
  run<T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>): Promise<T | null>;
  /** The same of what seldom takes long: the pane stays as it is unless it does. */
  runQuietly<T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>): Promise<T | null>;
  /**
   * Something so short that no progress is shown, unless Excel waits for a cell that is being edited; what goes wrong is
   * said all the same.
   */
  attempt(job: (ask: AskOptions) => Promise<unknown>): Promise<void>;
  /** What a part of the screen asks for by itself: what was said of the last step stays. */
  look(job: () => Promise<unknown>): Promise<void>;
}

const fresh = (label: MessageKey, cancel: Task["cancel"] = null): Task => ({
  label,
  done: 0,
  total: 0,
  item: "",
  since: performance.now(),
  cancel,
});

/** Progress as it comes; once a person has stopped the step, only its end is waited for. */
function reportUntil(stop: AbortController, setTask: Dispatch<SetStateAction<Task | null>>): ReportProgress {
  return ({ cancel, ...progress }) => {
    if (stop.signal.aborted) return;
    const heard = cancel && {
      cancel: () => {
        stop.abort();
        setTask(fresh("pane.task.cancelling"));
        cancel();
      },
    };
    setTask(
      (before) => before && { ...before, ...progress, ...(heard ?? (cancel === null ? { cancel } : {})) },
    );
  };
}

/** How a request that nobody can stop says that it waits. */
export function waitOptions(report: ReportProgress): WaitOptions {
  return { onWaiting: () => report({ label: "pane.task.waiting" }) };
}

/** How a request to Excel says that it waits, and how it is stopped. */
export function askOptions(report: ReportProgress): Required<AskOptions> {
  const stop = new AbortController();
  report({ cancel: () => stop.abort() });
  return {
    signal: stop.signal,
    onWaiting: () => report({ label: "pane.task.waiting" }),
    onSlow: () => report({ label: "pane.task.slow" }),
  };
}

export function useTask(): TaskControl {
  const [task, setTask] = useState<Task | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notice, tell] = useState<MessageKey | null>(null);
  const [history, setHistory] = useState<readonly TaskRecord[]>([]);
  /** The end of what is under way and of what waits behind it; null where nothing is. */
  const last = useRef<Promise<unknown>>(null);
  const dismiss = useCallback(() => {
    setProblem(null);
    tell(null);
  }, []);
  const work = useCallback(
    async <T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>, quiet: boolean) => {
      dismiss();
      setBusy(true);
      const show = (): void => setTask(fresh(label));
      const later = quiet ? setTimeout(show, QUIET) : undefined;
      if (!quiet) show();
      const stop = new AbortController();
      const report = reportUntil(stop, setTask);
      const since = performance.now();
      const remember = (outcome: TaskRecord["outcome"]): void => {
        const took = Math.round(performance.now() - since);
        setHistory((before) => [{ label, took, outcome }, ...before].slice(0, REMEMBERED));
      };
      try {
        const result = await job(report);
        remember("done");
        // What was done all the same says so itself.
        if (stop.signal.aborted && result === null) tell("pane.stopped");
        return result;
      } catch (error) {
        remember("failed");
        const problem = problemOf(error);
        setProblem(problem);
        if (stop.signal.aborted && !problem) tell("pane.stopped");
        return null;
      } finally {
        clearTimeout(later);
        setTask(null);
        setBusy(false);
      }
    },
    [dismiss],
  );
  // Nothing that a person gave is dropped: files may come while the session still starts.
  const inTurn = useCallback(
    <T>(
      label: MessageKey,
      job: (report: ReportProgress) => Promise<T>,
      quiet: boolean,
    ): Promise<T | null> => {
      const before = last.current;
      const turn = before ? before.then(() => work(label, job, quiet)) : work(label, job, quiet);
      const end = turn.then(() => {
        if (last.current === end) last.current = null;
      });
      last.current = end;
      return turn;
    },
    [work],
  );
  const run = useCallback<TaskControl["run"]>((label, job) => inTurn(label, job, false), [inTurn]);
  const runQuietly = useCallback<TaskControl["run"]>((label, job) => inTurn(label, job, true), [inTurn]);
  const attempt = useCallback(
    async (job: (ask: AskOptions) => Promise<unknown>) => {
      dismiss();
      const stop = new AbortController();
      let waits = false;
      const onWaiting = (): void => {
        waits = true;
        const cancel = (): void => {
          setTask(fresh("pane.task.cancelling"));
          stop.abort();
        };
        setTask(fresh("pane.task.waiting", cancel));
      };
      try {
        await job({ signal: stop.signal, onWaiting });
      } catch (error) {
        setProblem(problemOf(error));
      } finally {
        if (waits) setTask(null);
      }
    },
    [dismiss],
  );
  const look = useCallback(async (job: () => Promise<unknown>) => {
    try {
      await job();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  return useMemo(
    () => ({ task, busy, problem, notice, history, dismiss, tell, run, runQuietly, attempt, look }),
    [task, busy, problem, notice, history, dismiss, run, runQuietly, attempt, look],
  );
}
