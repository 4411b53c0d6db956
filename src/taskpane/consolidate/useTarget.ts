/** What writing would do to the open workbook. */
import { useEffect, useState } from "react";
import type { SheetChoice } from "../../app/consolidate";
import type { Edit } from "../../consolidation/county-record";
import type { OpenWorkbook } from "../../ports/ports";
import type { SessionView } from "../../app/view";
import { problemOf, type Problem } from "../problem";
import { usePaneContext } from "../usePane";
import type { Engine } from "../worker/engine";

export interface Target {
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  /** Sheets of ours that staff do without now. */
  readonly removed: readonly string[];
  readonly choices: readonly SheetChoice[];
  /** Sheets of the user's own that bear a name that we need. */
  readonly inTheWay: readonly string[];
  /** They are those of a template that was written there. */
  readonly isTemplate: boolean;
  /** Another year's county workbook is open. */
  readonly otherPeriod: string | null;
  /** What somebody changed by hand in 单位数据 and writing would change back. */
  readonly edits: readonly Edit[];
}

/** Null until it is known. */
export function useTarget(view: SessionView, workbook: OpenWorkbook | null): Target | Problem | null {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const busy = work.task !== null;
  const [target, setTarget] = useState<Target | Problem | null>(null);
  useEffect(() => {
    // While something is written it would be read half way.
    if (busy) return;
    let current = true;
    const show = (next: Target | Problem | null): void => {
      if (current) setTarget(next);
    };
    findTarget(engine, workbook).then(show, (error: unknown) => show(problemOf(error)));
    return () => {
      current = false;
    };
  }, [busy, engine, view, workbook]);
  return target;
}

async function findTarget(engine: Engine, workbook: OpenWorkbook | null): Promise<Target> {
  const planned = await engine.countySheets();
  const choices = await engine.sheetChoices();
  const present = workbook ? await workbook.sheetNames() : [];
  const standing = new Map(present.map((name) => [name.toLowerCase(), name]));
  const taken = planned.flatMap((name) => standing.get(name.toLowerCase()) ?? []);
  const added = planned.filter((name) => !standing.has(name.toLowerCase()));
  if (!workbook || taken.length === 0)
    return {
      added,
      replaced: [],
      removed: [],
      choices,
      inTheWay: [],
      isTemplate: false,
      otherPeriod: null,
      edits: [],
    };
  const { own, otherPeriod, edits, removed, template } = await engine.ownSheets(await workbook.read());
  const inTheWay = taken.filter((name) => !own.includes(name));
  return {
    added,
    replaced: taken.filter((name) => own.includes(name)),
    removed,
    choices,
    inTheWay,
    isTemplate: inTheWay.every((name) => template.includes(name)),
    otherPeriod,
    edits,
  };
}
