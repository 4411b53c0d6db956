/** What is done with scores: given, taken back, read from the sheet, held against another county workbook. */
import { useMemo, useState } from "react";
import type { EvidenceRefusal } from "../../../app/county";
import type { GivenScore } from "../../../app/given-scores";
import type { EnteredScore } from "../../../app/scoring";
import type { GivenFile } from "../../../app/given-file";
import type { SessionView } from "../../../app/view";
import { unreadableKey } from "../../../locales/finding-text";
import { PaneProblem, type Reason } from "../../problem";
import { usePaneContext } from "../../usePane";
import { askOptions } from "../../useTask";

export interface ScoringControl {
  /** The unit whose scores were given last, as long as that can be undone. */
  readonly given: string | null;
  /** False where it failed. */
  enter(unit: string, scores: readonly EnteredScore[]): Promise<boolean>;
  undo(): Promise<void>;
  /** Takes what was typed on 督导评分 of the open workbook. */
  readBack(): Promise<void>;
  takeEvidence(file: GivenFile): Promise<void>;
}

interface Given {
  readonly unit: string;
  readonly before: readonly GivenScore[];
}

export function useScoring(): ScoringControl {
  const { session, tools, work } = usePaneContext();
  const { engine, workbook } = tools;
  const { change, show } = session;
  const { run, runQuietly } = work;
  const [given, setGiven] = useState<Given | null>(null);
  return useMemo(
    () => ({
      given: given?.unit ?? null,
      enter: async (unit, scores) => {
        const done = await runQuietly("pane.task.checking", async () => {
          const before = await engine.scores();
          show(await engine.enterScores(unit, scores));
          setGiven({ unit, before });
          return true;
        });
        return done ?? false;
      },
      undo: async () => {
        if (!given) return;
        await change("pane.task.checking", () => engine.setScores(given.before));
        setGiven(null);
      },
      readBack: async () => {
        if (!workbook) return;
        await run("pane.task.readingOpen", async (report) => {
          show(await engine.takeAdjustments(await workbook.read(askOptions(report))));
          setGiven(null);
          return true;
        });
      },
      takeEvidence: async (file) => {
        await change("pane.task.evidence", async () => viewOf(await engine.setEvidence(file), file.name));
      },
    }),
    [change, engine, given, run, runQuietly, show, workbook],
  );
}

/** @throws {PaneProblem} where the workbook was not taken. */
function viewOf(outcome: SessionView | EvidenceRefusal, file: string): SessionView {
  if (!("ok" in outcome)) return outcome;
  if ("error" in outcome)
    throw refused(file, { key: unreadableKey(outcome.error), params: outcome.error.params });
  if ("problem" in outcome) {
    const { code, what } = outcome.problem;
    throw refused(file, { key: `error.county.${code}`, params: { what } });
  }
  if ("nothingAsked" in outcome)
    throw refused(file, { key: "pane.scoring.evidence.nothingAsked", params: {} });
  const names = outcome.problems.map(({ name }) => name).join("、");
  throw refused(file, { key: "pane.scoring.evidence.lacks", params: { names } });
}

function refused(file: string, reason: Reason): PaneProblem {
  return new PaneProblem("evidence", { file }, reason);
}
