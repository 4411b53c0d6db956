import { useEffect, useRef } from "react";
import type { RibbonAction } from "../../commands/ribbon";
import type { RoundView } from "../../round/view";
import type { Pane } from "../usePane";
import { canConsolidate } from "./next-steps";

/** Does what the ribbon asked for, once, as soon as the round is there. */
export function useRibbonAction(pane: Pane, action: RibbonAction | undefined): void {
  const done = useRef(false);
  const { round, work, go, tools } = pane;
  const { view, takeOpen } = round;
  const asked = useRef<RoundView | null>(null);
  const ready = view !== null && work.task === null;
  useEffect(() => {
    if (done.current || !ready || action === undefined) return;
    if (action === "report") {
      done.current = true;
      go("report");
      return;
    }
    if (!tools.workbook) return;
    done.current = true;
    void takeOpen().then((taken) => {
      if (!taken) return;
      if (action === "check") go("check");
      else if (canConsolidate(taken)) asked.current = taken;
    });
  }, [action, go, ready, takeOpen, tools.workbook]);
  const { consolidate } = pane;
  useEffect(() => {
    // The round that was taken must be the one on the screen before it is written.
    if (!view || asked.current !== view || !ready) return;
    asked.current = null;
    void consolidate();
  }, [consolidate, ready, view]);
}
