import { useCallback, useEffect, useRef, useState } from "react";
import type { RibbonAction } from "../ribbon-requests";
import type { SessionView } from "../../app/view";
import type { Pane } from "../usePane";
import { canConsolidate } from "./next-steps";

/** Does what a button of the ribbon asks for, as soon as nothing else is under way. What was collected stays. */
export function useRibbonAction(pane: Pane): void {
  const { session, work, tools } = pane;
  const { view } = session;
  const [asked, setAsked] = useState<RibbonAction | null>(null);
  useEffect(() => tools.ribbon?.listen(setAsked), [tools.ribbon]);
  const answer = useAnswer(pane, view !== null && work.task === null);
  useEffect(() => {
    if (asked === null || view === null || work.task !== null) return;
    setAsked(null);
    answer(asked, view);
  }, [answer, asked, view, work.task]);
}

function useAnswer({ session, go, consolidate, tools }: Pane, ready: boolean) {
  const { view, takeOpen } = session;
  /** The session that is to be written as soon as it is the one on the screen. */
  const toWrite = useRef<SessionView | null>(null);
  useEffect(() => {
    if (!view || toWrite.current !== view || !ready) return;
    toWrite.current = null;
    void consolidate();
  }, [consolidate, ready, view]);
  const { workbook } = tools;
  return useCallback(
    (action: RibbonAction, view: SessionView): void => {
      if (action === "report") return go("report");
      // What was collected is what is added up; else the submissions that are sheets of the open workbook.
      if (action === "consolidate" && canConsolidate(view)) return void consolidate();
      if (!workbook) return;
      void takeOpen().then((taken) => {
        if (!taken) return;
        if (action === "check") go("check");
        else if (canConsolidate(taken)) toWrite.current = taken;
      });
    },
    [consolidate, go, takeOpen, workbook],
  );
}
