/** The sheet of a file that is shown beside the pane: which one, and the way to close it. */
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Place } from "../../findings/finding";
import type { PaneTools } from "../pane-tools";
import { PaneProblem } from "../problem";
import { askOptions, waitOptions, type TaskControl } from "../useTask";
import { useMessages } from "../messages";
import type { SourceView } from "../../app/source-view";

export interface SourceControl {
  /** The sheet that is in Excel for looking at; null where none does. */
  readonly shown: string | null;
  /** The form of the template of which that is the picture; null where it is a unit's sheet. */
  readonly form: string | null;
  /**
   * Shows the place in Excel. What is beside the cell is given where it cannot be shown there: without Excel, where
   * people's names are, or where Excel refuses. Null where Excel shows it, or where it failed.
   */
  open(place: Place): Promise<SourceView["row"] | null>;
  /** Shows the picture of a form of the template that is proposed, else of the one in use. */
  openForm(form: string): Promise<unknown>;
  close(): Promise<void>;
}

export function useSourceView({ engine, workbook }: PaneTools, { attempt, run }: TaskControl): SourceControl {
  const { locale } = useMessages();
  const [shown, setShown] = useState<string | null>(null);
  const [form, setForm] = useState<string | null>(null);

  // A copy that was left open when the pane was closed: nobody would know how to close it.
  useEffect(() => {
    if (workbook) void attempt(() => workbook.closeView());
  }, [attempt, workbook]);

  const open = useCallback(
    async (place: Place) => {
      const found: { row: SourceView["row"] | null } = { row: null };
      const done = await run("pane.task.view", async (report) => {
        const view = await engine.sourceView(place, locale);
        if (!view) throw new PaneProblem("sourceGone");
        found.row = view.row;
        if (!workbook || !view.sheet) return false;
        await workbook.view(view.sheet, view.cell, askOptions(report));
        setShown(view.sheet.name);
        setForm(null);
        return true;
      });
      return done === true ? null : found.row;
    },
    [engine, locale, run, workbook],
  );

  const openForm = useCallback(
    (id: string) =>
      run("pane.task.view", async (report) => {
        const sheet = await engine.formPicture(id);
        if (!workbook || !sheet) return;
        await workbook.view(sheet, "A1", askOptions(report));
        setShown(sheet.name);
        setForm(id);
      }),
    [engine, run, workbook],
  );

  const close = useCallback(async () => {
    await run("pane.task.keeping", async (report) => {
      await workbook?.closeView(waitOptions(report));
      setShown(null);
      setForm(null);
    });
  }, [run, workbook]);

  return useMemo(() => ({ shown, form, open, openForm, close }), [shown, form, open, openForm, close]);
}
