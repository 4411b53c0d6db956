/** 稿件核对: the text that is checked, and what came of it. */
import { useCallback, useMemo, useState } from "react";
import type { MessageKey } from "../../locales";
import type { SessionView } from "../../app/view";
import type { PaneTools } from "../pane-tools";
import { PaneProblem } from "../problem";
import type { TaskControl } from "../useTask";
import { corrected as correctedText } from "../../fact-check/correction";
import type { DraftCheck } from "../../app/report-view";
import type { TextReading } from "../../ports/ports";
import type { GivenFile } from "../../app/given-file";

export interface DraftControl {
  readonly text: string;
  /** Null where the text, or the session, is no longer what was checked. */
  readonly result: DraftCheck | null;
  write(text: string): void;
  /** Each is null where it failed. */
  check(): Promise<DraftCheck | null>;
  takeFile(file: GivenFile): Promise<DraftCheck | null>;
  /** Where the claims begin whose right number was taken over. */
  readonly taken: ReadonlySet<number>;
  /** Takes the right number over, or back. */
  take(start: number): void;
  /** The text with what was taken over; null where nothing is checked. */
  readonly corrected: string | null;
  /** Puts the corrected text in the place of the checked one and checks it. */
  checkAgain(): Promise<DraftCheck | null>;
}

interface Checked {
  readonly text: string;
  readonly of: SessionView | null;
  readonly result: DraftCheck;
}

const NONE: ReadonlySet<number> = new Set();

export function useDraft(
  { engine }: PaneTools,
  { run }: TaskControl,
  view: SessionView | null,
): DraftControl {
  const [text, write] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const [taken, setTaken] = useState(NONE);
  const take = useCallback(
    (start: number) =>
      setTaken((before) => {
        const after = new Set(before);
        if (!after.delete(start)) after.add(start);
        return after;
      }),
    [],
  );
  const hold = useCallback(
    async (given: string) => {
      const result = await engine.checkText(given);
      setChecked({ text: given, of: view, result });
      setTaken(NONE);
      return result;
    },
    [engine, view],
  );
  const check = useCallback(() => run("pane.task.checkingText", () => hold(text)), [hold, run, text]);
  const takeFile = useCallback(
    (file: GivenFile) =>
      run("pane.task.readingText", async (report) => {
        const given = textOf(await engine.readTextDocument(file), file.name);
        write(given);
        report({ label: "pane.task.checkingText" });
        return hold(given);
      }),
    [engine, hold, run],
  );
  const result = checked?.text === text && checked.of === view ? checked.result : null;
  const corrected = useMemo(
    () =>
      result &&
      correctedText(
        text,
        result.claims.filter(({ claim }) => taken.has(claim.start)),
      ),
    [result, taken, text],
  );
  const checkAgain = useCallback(
    () =>
      run("pane.task.checkingText", () => {
        if (corrected === null) return Promise.resolve(null);
        write(corrected);
        return hold(corrected);
      }),
    [corrected, hold, run],
  );
  return useMemo(
    () => ({ text, result, write, check, takeFile, taken, take, corrected, checkAgain }),
    [text, result, check, takeFile, taken, take, corrected, checkAgain],
  );
}

const REASONS: Readonly<Partial<Record<string, MessageKey>>> = {
  D06: "error.text.password",
  F02: "error.text.damaged",
  F03: "error.text.tooLarge",
};

/** With the line ends that a text box has, so that the places of numbers are the same in both. */
function textOf(outcome: TextReading, file: string): string {
  if (outcome.ok) return outcome.text.replace(/\r\n?/g, "\n");
  const key = REASONS[outcome.code] ?? "error.text.format";
  throw new PaneProblem("text", { file }, { key, params: {} });
}
