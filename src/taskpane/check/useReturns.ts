/** Returning, in two steps: makes the materials and saves them; once they were sent, marks their units as returned. */
import { useState } from "react";
import { say } from "../../locales";
import type { ReturnedUnit } from "../../returns/return-package";
import type { SessionView } from "../../app/view";
import { asksUnit } from "../../validation/asks-unit";
import { PaneProblem } from "../problem";
import { usePaneContext } from "../usePane";
import { periodInName, useMessages } from "../messages";

export interface Saved {
  readonly name: string;
  readonly units: readonly ReturnedUnit[];
}

/** Units that have something to correct or to explain. */
export function unitsToReturn({ units, findings }: SessionView): string[] {
  const asked = new Set(
    findings.filter((each) => each.weight !== "note" && asksUnit(each)).map(({ unit }) => unit),
  );
  return units.filter(({ name }) => asked.has(name)).map(({ name }) => name);
}

export function useReturns(view: SessionView) {
  const words = useMessages();
  const { tools, work, session, announce } = usePaneContext();
  const { engine, save } = tools;
  const [saved, setSaved] = useState<Saved | null>(null);
  /** The units that were marked here, since the materials were last made. */
  const [marked, setMarked] = useState<readonly string[] | null>(null);
  const { locale } = words;
  const asked = unitsToReturn(view);
  const waiting = new Set(view.units.filter((unit) => unit.returned).map(({ name }) => name));

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
    setMarked(null);
    announce(words("pane.returns.saved", { name }));
  };

  /** The units that were sent the materials, known only once somebody says so: a saved file is not sent yet. */
  const mark = async (units: readonly string[]): Promise<void> => {
    if (!(await session.sendBack(units))) return;
    setMarked(units.filter((unit) => !waiting.has(unit)));
    announce(words("pane.returns.marked", { count: units.length }));
  };

  const undoMark = async (): Promise<void> => {
    if (marked && (await session.withdraw(marked.map((unit) => `sendBack ${unit}`)))) setMarked(null);
  };

  /** Of materials made just now their units, also those that had been returned before; otherwise those not yet returned. */
  const toMark = (): string[] => {
    if (saved === null || marked !== null) return asked.filter((unit) => !waiting.has(unit));
    return asked.filter((name) => saved.units.some(({ unit }) => unit === name));
  };

  const unitZip = (unit: string): string => say(locale, "return.file.unitZip", { unit });
  const setName = (): string => {
    const period = view.period === null ? "" : periodInName(words, view.period);
    return say(locale, "return.file.zip", { county: view.county, period });
  };

  const handOver = (bytes: Uint8Array, name: string): void => {
    try {
      save(bytes, name);
    } catch (error) {
      throw error instanceof PaneProblem ? error : new PaneProblem("save");
    }
  };

  return { saved, make, toMark: toMark(), marked, mark, undoMark, busy: work.task !== null };
}
