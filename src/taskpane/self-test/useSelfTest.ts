/** The self-test: where it may run, running it, and what came of it. */
import { useCallback, useEffect, useState } from "react";
import type { SelfTest, SelfTestResult } from "../../ports/ports";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";

export interface SelfTestControl {
  /** Null until it is known. */
  readonly blank: boolean | null;
  readonly results: readonly SelfTestResult[] | null;
  run(): Promise<void>;
  openBlank(): Promise<void>;
}

export function useSelfTest(fetchTest: () => Promise<SelfTest>): SelfTestControl {
  const words = useMessages();
  const { work, announce } = usePaneContext();
  const { run: begin, look, tell } = work;
  const [blank, setBlank] = useState<boolean | null>(null);
  const [results, setResults] = useState<readonly SelfTestResult[] | null>(null);
  useEffect(() => {
    let current = true;
    void look(async () => {
      const isBlank = await (await fetchTest()).isBlank();
      if (current) setBlank(isBlank);
    });
    return () => {
      current = false;
    };
  }, [look, fetchTest]);

  const run = useCallback(async () => {
    const stop = new AbortController();
    const done = await begin("pane.task.selfTest", async (report) => {
      report({ cancel: () => stop.abort() });
      const test = await fetchTest();
      return test.run({
        signal: stop.signal,
        onProgress: (done, total) => report({ done, total }),
      });
    });
    if (!done) return;
    setResults(done);
    announce(words("pane.selfTest.counts", countsOf(done)));
  }, [announce, begin, fetchTest, words]);

  const openBlank = useCallback(async () => {
    const opened = await begin("pane.task.selfTest.opening", async () => {
      await (await fetchTest()).openBlank();
      return true;
    });
    if (opened) tell("pane.selfTest.opened");
  }, [begin, fetchTest, tell]);

  return { blank, results, run, openBlank };
}

/** How many came out how. */
export function countsOf(results: readonly SelfTestResult[]): Record<SelfTestResult["outcome"], number> {
  const count = (wanted: SelfTestResult["outcome"]): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}
