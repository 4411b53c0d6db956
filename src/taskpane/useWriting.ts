/** 一键汇总: writes the county workbook, and keeps undo possible until the user is content. */
import { useCallback, useMemo, useState } from "react";
import type { Edit } from "../consolidation/county-record";
import type { AskOptions, OpenWorkbook, RenderOutcome, WaitOptions } from "../ports/ports";
import type { SessionView } from "../app/view";
import type { PaneTools } from "./pane-tools";
import { isUnfinished, PaneProblem } from "./problem";
import { plannedSheets, type PlannedSheet } from "../workbook/plan";
import { askOptions, waitOptions, type ReportProgress, type TaskControl } from "./useTask";
import { fileNameFor } from "../workbook/file-names";
import { periodInName, useMessages, type Messages } from "./messages";
import type { Engine } from "./worker/engine";

/** What came of it. `of` is the session that was written: a later one has not been. */
export type Written =
  | WrittenSheets
  | {
      readonly kind: "file";
      readonly of: SessionView;
      readonly name: string;
      /** 完成: nothing of it is stored on this computer any more. */
      readonly kept: boolean;
    };

export interface WrittenSheets {
  readonly kind: "sheets";
  readonly of: SessionView;
  readonly outcome: RenderOutcome;
  /** The office's own, in its order. */
  readonly own: readonly string[];
  /** Those that can be seen. */
  readonly sheets: readonly string[];
  readonly hidden: readonly string[];
  /** What somebody had changed by hand in 单位数据: the reports' values are there again. */
  readonly edits: readonly Edit[];
  /** The user is content: undo is given up. */
  readonly kept: boolean;
}

/** How many sheets were written: as many as were announced before. */
export function writtenCount({ sheets, hidden }: WrittenSheets): number {
  return sheets.length + hidden.length;
}

export interface WritingControl {
  readonly written: Written | null;
  /** Each is true where it was done. */
  consolidate(view: SessionView): Promise<boolean | null>;
  undo(): Promise<boolean | null>;
  keep(): Promise<boolean | null>;
}

export function useWriting(
  tools: PaneTools,
  { run, tell }: TaskControl,
  show: (view: SessionView) => void,
  finish: () => Promise<void>,
): WritingControl {
  const { engine, workbook, save } = tools;
  const words = useMessages();
  const [written, setWritten] = useState<Written | null>(null);

  const end = useCallback(async ({ outcome }: WrittenSheets, way: "undo" | "keep", wait: WaitOptions) => {
    try {
      await outcome[way](wait);
    } catch (error) {
      // An undo stopped half way: from now on it is asked elsewhere what is to become of it.
      if (isUnfinished(error)) setWritten(null);
      throw error;
    }
  }, []);

  const consolidate = useCallback(
    (view: SessionView) =>
      run("pane.task.preparing", async (report) => {
        if (workbook) {
          // There is one undo at a time: what is written now is what the next one returns to.
          if (written?.kind === "sheets" && !written.kept) {
            await end(written, "keep", waitOptions(report));
            setWritten({ ...written, kept: true });
          }
          const outcome = await writeSheets(view, engine, workbook, words, report);
          if (outcome.of !== view) show(outcome.of);
          setWritten(outcome);
          return true;
        }
        const bytes = await engine.countyFile(words.locale);
        if (!bytes) throw new PaneProblem("noPeriod");
        const name = fileName(view, words);
        save(bytes, name);
        setWritten({ kind: "file", of: view, name, kept: false });
        return true;
      }),
    [end, engine, run, save, show, words, workbook, written],
  );

  const settle = useCallback(
    (label: "pane.task.undoing" | "pane.task.keeping", way: "undo" | "keep") =>
      run(label, async (report) => {
        if (!written) return false;
        if (written.kind === "sheets") await end(written, way, waitOptions(report));
        setWritten(way === "undo" ? null : { ...written, kept: true });
        // The county workbook has it all from now on.
        if (way === "keep") await finish();
        if (way === "undo") tell("pane.undone");
        return true;
      }),
    [end, finish, run, tell, written],
  );

  return useMemo(
    () => ({
      written,
      consolidate,
      undo: () => settle("pane.task.undoing", "undo"),
      keep: () => settle("pane.task.keeping", "keep"),
    }),
    [written, consolidate, settle],
  );
}

async function writeSheets(
  view: SessionView,
  engine: Engine,
  workbook: OpenWorkbook,
  words: Messages,
  report: ReportProgress,
): Promise<Written> {
  const ask = askOptions(report);
  const { signal } = ask;
  const { own: ours, removed, of, edits } = await prepare(view, engine, workbook, words, ask);
  const plan = await engine.countyPlan(words.locale);
  if (!plan) throw new PaneProblem("noPeriod");
  signal.throwIfAborted();
  report({ label: "pane.task.writing" });
  const outcome = await workbook.render(plan, {
    ...ask,
    own: ours,
    remove: removed,
    onProgress: (done, total, item) => report({ label: "pane.task.writing", done, total, item }),
  });
  const planned = plannedSheets(plan);
  const namesOf = (sheets: readonly PlannedSheet[]): string[] => sheets.map(({ name }) => name);
  const own = namesOf(planned.filter((sheet) => sheet.own));
  // What a person waited for: the office's own form, filled.
  if (own[0] !== undefined) await workbook.goTo(own[0], "A1");
  return {
    kind: "sheets",
    of,
    outcome,
    own,
    sheets: namesOf(planned.filter(({ visible }) => visible)),
    hidden: namesOf(planned.filter(({ visible }) => !visible)),
    edits,
    kept: false,
  };
}

interface Prepared {
  /** Sheets of the open workbook that we may write again. */
  readonly own: readonly string[];
  /** Those among them that staff do without now. */
  readonly removed: readonly string[];
  /** The session with what people typed into them. */
  readonly of: SessionView;
  readonly edits: readonly Edit[];
}

/** The open workbook is read only where a name is taken. */
async function prepare(
  view: SessionView,
  engine: Engine,
  workbook: OpenWorkbook,
  words: Messages,
  ask: Required<AskOptions>,
): Promise<Prepared> {
  const names = new Set((await workbook.sheetNames(ask)).map((name) => name.toLowerCase()));
  const planned = await engine.countySheets();
  if (!planned.some((name) => names.has(name.toLowerCase())))
    return { own: [], removed: [], of: view, edits: [] };
  const open = await workbook.read(ask);
  const { own, removed, otherPeriod, edits, template } = await engine.ownSheets(open);
  if (otherPeriod !== null) throw new PaneProblem("otherPeriod", { period: otherPeriod });
  const clash = template.filter((name) => planned.includes(name) && !own.includes(name));
  if (clash.length > 0) throw new PaneProblem("templateOpen", { sheet: words.list(clash) });
  ask.signal.throwIfAborted();
  return { own, removed, of: own.length === 0 ? view : await engine.takeAdjustments(open), edits };
}

function fileName({ county, period, templateUse }: SessionView, words: Messages): string {
  const name = fileNameFor(county || templateUse.name);
  return words("pane.fileName", { county: name, period: period === null ? "" : periodInName(words, period) });
}
