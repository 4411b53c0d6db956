/** One long piece of work at a time: what it does, how far it is, how to stop it, and what went wrong. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { MessageKey } from "../locales";
import type { AskOptions } from "../round/ports";
import { problemOf, type Problem } from "./problem";

export interface Task {
  readonly label: MessageKey;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
  /** The file or sheet that is under way. */
  readonly item: string;
  /** Null where it is over before anybody could stop it. */
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

export interface TaskControl {
  readonly task: Task | null;
  readonly problem: Problem | null;
  /** The last steps, the latest first. */
  readonly history: readonly TaskRecord[];
  dismiss(): void;
  /** Null where it failed or was stopped. What is asked for while something else is under way waits its turn. */
  run<T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>): Promise<T | null>;
  /** Something so short that no progress is shown; what goes wrong is said all the same. */
  attempt(job: () => Promise<unknown>): Promise<void>;
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
  const [problem, setProblem] = useState<Problem | null>(null);
  const [history, setHistory] = useState<readonly TaskRecord[]>([]);
  /** The end of what is under way and of what waits behind it; null where nothing is. */
  const last = useRef<Promise<unknown>>(null);
  const work = useCallback(async <T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>) => {
    setProblem(null);
    setTask({ label, done: 0, total: 0, item: "", cancel: null });
    const since = performance.now();
    const remember = (outcome: TaskRecord["outcome"]): void => {
      const took = Math.round(performance.now() - since);
      setHistory((before) => [{ label, took, outcome }, ...before].slice(0, REMEMBERED));
    };
    try {
      const result = await job((progress) => setTask((before) => before && { ...before, ...progress }));
      remember("done");
      return result;
    } catch (error) {
      remember("failed");
      setProblem(problemOf(error));
      return null;
    } finally {
      setTask(null);
    }
  }, []);
  // Nothing that a person gave is dropped: files may come while the round still starts.
  const run = useCallback(
    <T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>): Promise<T | null> => {
      const before = last.current;
      const turn = before ? before.then(() => work(label, job)) : work(label, job);
      const end = turn.then(() => {
        if (last.current === end) last.current = null;
      });
      last.current = end;
      return turn;
    },
    [work],
  );
  const attempt = useCallback(async (job: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await job();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  const dismiss = useCallback(() => setProblem(null), []);
  return useMemo(
    () => ({ task, problem, history, dismiss, run, attempt }),
    [task, problem, history, dismiss, run, attempt],
  );
}
