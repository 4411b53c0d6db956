import { useCallback } from "react";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import type { StepAction } from "./next-steps";

/** Takes a step. */
export function useStep(): (action: StepAction) => void {
  const words = useMessages();
  const { go, consolidate, session, writing, report, template, announce, source } = usePaneContext();
  return useCallback(
    (action) => {
      const steps: Record<StepAction, () => Promise<unknown> | void> = {
        adopt: async () => {
          const looked = template.state?.looked;
          const isMade = looked?.kind === "made";
          let view = await template.adopt();
          if (view && source.form !== null) await source.close();
          // The blank that it was made from is nobody's report.
          const blanks = isMade ? looked.made.blanks : [];
          for (const { file } of view?.strangers ?? [])
            if (file !== null && blanks.includes(file)) view = await session.remove(file);
          // Its reports are there already: they are added up next.
          if (isMade && view && view.reported > 0) go("collect");
        },
        checkTemplate: () => template.checkOpen(),
        collect: () => go("collect"),
        check: () => go("check"),
        toConsolidate: () => go("consolidate"),
        consolidate,
        again: consolidate,
        report: () => go("report"),
        saveReport: () =>
          report.save().then((name) => name !== null && announce(words("pane.annual.saved", { name }))),
        copyReport: () => report.copy(),
        recheck: () => session.takeOpen(),
        keep: () => writing.keep().then((done) => done && announce(words("pane.kept"))),
        undo: () => writing.undo(),
      };
      void steps[action]();
    },
    [announce, consolidate, go, report, session, source, template, words, writing],
  );
}
