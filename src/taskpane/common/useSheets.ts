/** Something as sheets of the open workbook, for who cannot download it; can be undone until more is written. */
import { useCallback, useState } from "react";
import type { MessageKey } from "../../locales";
import type { OpenWorkbook, RenderOutcome } from "../../ports/ports";
import { plannedSheets, type WorkbookPlan } from "../../workbook/plan";
import { usePaneContext } from "../usePane";
import { askOptions, waitOptions, type ReportProgress } from "../useTask";
import type { Engine } from "../worker/engine";

export interface SheetMessages {
  readonly task: MessageKey;
  readonly undone: MessageKey;
}

export interface WrittenPlan {
  readonly count: number;
  readonly canUndo: boolean;
}

/** `write` makes the plan when its turn comes; the plan is null where there is nothing to write. */
export function useSheets(workbook: OpenWorkbook, messages: SheetMessages) {
  const { tools, work, writing } = usePaneContext();
  const [written, setWritten] = useState<{ outcome: RenderOutcome; canUndo: boolean } | null>(null);
  const { written: county, keep } = writing;
  const { task, undone } = messages;

  const write = useCallback(
    async (makePlan: () => Promise<WorkbookPlan | null>): Promise<number | null> => {
      // Only the last writing can be undone: what was written before is confirmed.
      if (county?.kind === "sheets" && !county.kept) await keep();
      const outcome = await work.run(task, async (report) => {
        if (written?.canUndo) await written.outcome.keep(waitOptions(report));
        setWritten(null);
        const plan = await makePlan();
        return plan && (await render(plan, tools.engine, workbook, task, report));
      });
      if (!outcome) return null;
      const canUndo = outcome.replaced.length === 0;
      if (!canUndo) await work.attempt(({ onWaiting }) => outcome.keep({ onWaiting }));
      setWritten({ outcome, canUndo });
      return sheetCount(outcome);
    },
    [county, keep, task, tools.engine, work, workbook, written],
  );

  const undo = useCallback(async () => {
    const done = await work.run("pane.task.undoing", async (report) => {
      await written?.outcome.undo(waitOptions(report));
      work.tell(undone);
      return true;
    });
    if (done) setWritten(null);
  }, [undone, work, written]);

  const shown: WrittenPlan | null = written && {
    count: sheetCount(written.outcome),
    canUndo: written.canUndo,
  };
  return { written: shown, write, undo };
}

function sheetCount({ added, replaced }: RenderOutcome): number {
  return added.length + replaced.length;
}

async function render(
  plan: WorkbookPlan,
  engine: Engine,
  workbook: OpenWorkbook,
  label: MessageKey,
  report: ReportProgress,
): Promise<RenderOutcome> {
  const ask = askOptions(report);
  const taken = new Set((await workbook.sheetNames(ask)).map((name) => name.toLowerCase()));
  const clash = plannedSheets(plan).some(({ name }) => taken.has(name.toLowerCase()));
  const own = clash ? (await engine.ownSheets(await workbook.read(ask))).own : [];
  return workbook.render(plan, {
    ...ask,
    own,
    onProgress: (done, total, item) => report({ label, done, total, item }),
  });
}
