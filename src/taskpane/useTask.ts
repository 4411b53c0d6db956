/** One long piece of work at a time: what it does, how far it is, how to stop it, and what went wrong. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { MessageKey } from "../locales";
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

export interface TaskControl {
  readonly task: Task | null;
  readonly problem: Problem | null;
  dismiss(): void;
  /** Null where it failed, was stopped, or something else is under way. */
  run<T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>): Promise<T | null>;
  /** Something so short that no progress is shown; what goes wrong is said all the same. */
  attempt(job: () => Promise<unknown>): Promise<void>;
}

export function useTask(): TaskControl {
  const [task, setTask] = useState<Task | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);
  const run = useCallback(async <T>(label: MessageKey, job: (report: ReportProgress) => Promise<T>) => {
    if (busy.current) return null;
    busy.current = true;
    setProblem(null);
    setTask({ label, done: 0, total: 0, item: "", cancel: null });
    try {
      return await job((progress) => setTask((before) => before && { ...before, ...progress }));
    } catch (error) {
      setProblem(problemOf(error));
      return null;
    } finally {
      busy.current = false;
      setTask(null);
    }
  }, []);
  const attempt = useCallback(async (job: () => Promise<unknown>) => {
    setProblem(null);
    try {
      await job();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, []);
  const dismiss = useCallback(() => setProblem(null), []);
  return useMemo(() => ({ task, problem, dismiss, run, attempt }), [task, problem, dismiss, run, attempt]);
}
