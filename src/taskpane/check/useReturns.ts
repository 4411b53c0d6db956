/** Returning: makes the materials, hands them over, and remembers whom they went to. */
import { useCallback, useState } from "react";
import { say } from "../../locales";
import type { OpenWorkbook, RenderOutcome } from "../../round/ports";
import type { ReturnedUnit } from "../../round/return-set";
import type { RoundView } from "../../round/view";
import type { WorkbookPlan } from "../../workbook/plan";
import { PaneProblem } from "../problem";
import { usePaneContext } from "../usePane";
import { askOptions, waitOptions, type ReportProgress } from "../useTask";
import { periodText, useWords } from "../words";
import type { Engine } from "../worker/engine";

export interface Saved {
  readonly name: string;
  readonly units: readonly ReturnedUnit[];
}

/** Units that have something to correct or to explain. */
export function unitsToReturn({ units, findings }: RoundView): string[] {
  const asked = new Set(findings.filter(({ weight }) => weight !== "note").map(({ unit }) => unit));
  return units.filter(({ name }) => asked.has(name)).map(({ name }) => name);
}

export function useReturns(view: RoundView) {
  const words = useWords();
  const { tools, work, round, announce } = usePaneContext();
  const { engine, save } = tools;
  const [saved, setSaved] = useState<Saved | null>(null);
  const { locale } = words;

  /** One zip of what goes back to these units. */
  const make = async (units: readonly string[]): Promise<void> => {
    const name = units.length === 1 ? unitZip(units[0]!) : setName();
    const made = await work.run("pane.task.returns", async (report) => {
      report({ total: units.length, cancel: () => void engine.cancel() });
      const set = await engine.returnMaterials(units, locale, (done, total, item) =>
        report({ done, total, item }),
      );
      if (set) handOver(set.zip, name);
      return set && { name, units: set.units };
    });
    if (!made) return;
    setSaved(made);
    await round.sendBack(units);
    announce(words("pane.returns.saved", { name }));
  };

  const unitZip = (unit: string): string => say(locale, "return.file.unitZip", { unit });
  const setName = (): string => {
    const period = view.period === null ? "" : periodText(words, view.period).replace(/ /g, "");
    return say(locale, "return.file.zip", { county: view.county, period });
  };

  const handOver = (bytes: Uint8Array, name: string): void => {
    try {
      save(bytes, name);
    } catch {
      throw new PaneProblem("save");
    }
  };

  return { saved, make, sendBack: round.sendBack, busy: work.task !== null };
}

/** 退回单 as sheets of the open workbook, for who cannot download; with the way back as long as it is one. */
export function useReturnSheets(workbook: OpenWorkbook) {
  const words = useWords();
  const { tools, work, writing, announce } = usePaneContext();
  const [written, setWritten] = useState<{ outcome: RenderOutcome; canUndo: boolean } | null>(null);
  const { written: county, keep } = writing;

  const write = useCallback(
    async (units: readonly string[]) => {
      // Two ways back cannot stand side by side.
      if (county?.kind === "sheets" && !county.kept) await keep();
      const outcome = await work.run("pane.task.returnSheets", async (report) => {
        const plan = await tools.engine.returnSheets(units, words.locale);
        return plan && (await render(plan, tools.engine, workbook, report));
      });
      if (!outcome) return;
      const canUndo = outcome.replaced.length === 0;
      if (!canUndo) await work.attempt(({ onWaiting }) => outcome.keep({ onWaiting }));
      setWritten({ outcome, canUndo });
      announce(words("pane.returns.sheets.written", { count: sheetCount(outcome) }));
    },
    [announce, county, keep, tools.engine, work, workbook, words],
  );

  const undo = useCallback(async () => {
    const done = await work.run("pane.task.undoing", async (report) => {
      await written?.outcome.undo(waitOptions(report));
      work.tell("pane.returns.sheets.undone");
      return true;
    });
    if (done) setWritten(null);
  }, [work, written]);

  return { written, write, undo };
}

export function sheetCount({ added, replaced }: RenderOutcome): number {
  return added.length + replaced.length;
}

async function render(
  plan: WorkbookPlan,
  engine: Engine,
  workbook: OpenWorkbook,
  report: ReportProgress,
): Promise<RenderOutcome> {
  const ask = askOptions(report);
  const taken = new Set((await workbook.sheetNames(ask)).map((name) => name.toLowerCase()));
  const clash = plan.sheets.some(({ name }) => taken.has(name.toLowerCase()));
  const own = clash ? (await engine.ownSheets(await workbook.read(ask))).own : [];
  return workbook.render(plan, {
    ...ask,
    own,
    onProgress: (done, total, item) => report({ label: "pane.task.returnSheets", done, total, item }),
  });
}
