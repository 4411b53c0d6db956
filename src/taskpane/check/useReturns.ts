/** Returning: makes the materials, hands them over, and remembers whom they went to. */
import { useState } from "react";
import { say } from "../../locales";
import type { ReturnedUnit } from "../../round/return-set";
import type { RoundView } from "../../round/view";
import { PaneProblem } from "../problem";
import { usePaneContext } from "../usePane";
import { periodText, useWords } from "../words";

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
    } catch (error) {
      throw error instanceof PaneProblem ? error : new PaneProblem("save");
    }
  };

  return { saved, make, sendBack: round.sendBack, busy: work.task !== null };
}
