/** 稿件核对: the text that is checked, and what came of it. */
import { useCallback, useMemo, useState } from "react";
import type { MessageKey } from "../../locales";
import type { SessionView } from "../../app/view";
import type { PaneTools } from "../pane-tools";
import { PaneProblem } from "../problem";
import type { TaskControl } from "../useTask";
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
}

interface Checked {
  readonly text: string;
  readonly of: SessionView | null;
  readonly result: DraftCheck;
}

export function useDraft(
  { engine }: PaneTools,
  { run }: TaskControl,
  view: SessionView | null,
): DraftControl {
  const [text, write] = useState("");
  const [checked, setChecked] = useState<Checked | null>(null);
  const hold = useCallback(
    async (given: string) => {
      const result = await engine.checkText(given);
      setChecked({ text: given, of: view, result });
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
  return useMemo(() => ({ text, result, write, check, takeFile }), [text, result, check, takeFile]);
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
