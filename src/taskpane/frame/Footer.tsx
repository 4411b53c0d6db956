import { Button } from "@fluentui/react-components";
import { useEffect, type JSX } from "react";
import type { SessionView } from "../../app/view";
import { Busy } from "../common/Busy";
import type { Station } from "../stations";
import { usePaneContext } from "../usePane";
import { useMessages, type Messages } from "../messages";
import { useFrameStyles } from "./frame.styles";
import { nextSteps, templateSteps, type StepAction } from "./next-steps";
import { useStep } from "./useStep";

/** The one next step; while something is under way, how far it is. */
export function Footer(): JSX.Element {
  const words = useMessages();
  const styles = useFrameStyles();
  const { station, session, writing, unfinished, template, work, tools } = usePaneContext();
  const step = useStep();
  const { primary, secondary } =
    station === "template"
      ? templateSteps(template)
      : nextSteps(station, session.view, writing.written, tools.canSave);
  const leads =
    session.view !== null && !unfinished.found && !decides(station, session.view) && !work.problem?.restart;
  useShortcut(primary && leads && !work.task ? () => step(primary) : null);
  if (work.task) {
    return (
      <footer className={styles.footer}>
        <Busy task={work.task} />
      </footer>
    );
  }
  if (!session.view || (!primary && !secondary)) return <footer className={styles.footer} />;
  return (
    <footer className={styles.footer}>
      <div className={styles.steps}>
        {primary && (
          <Button
            appearance={leads ? "primary" : "secondary"}
            className={styles.primary}
            {...(leads ? { "aria-keyshortcuts": "Control+Enter", title: "Ctrl+Enter" } : {})}
            onClick={() => step(primary)}
          >
            {stepText(primary, words, session.view, true)}
          </Button>
        )}
        {secondary && (
          <Button className={styles.secondary} onClick={() => step(secondary)}>
            {stepText(secondary, words, session.view, false)}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** Ctrl+Enter takes the main step; nothing where a text is written or the guide is open. */
function useShortcut(take: (() => void) | null): void {
  useEffect(() => {
    if (!take) return;
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, repeat, target } = event;
      if (key !== "Enter" || !(ctrlKey || metaKey) || repeat || event.defaultPrevented) return;
      if (target instanceof Element && target.closest("input, textarea, select, dialog")) return;
      // A button that has the focus would be pressed as well.
      event.preventDefault();
      take();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [take]);
}

/** A county workbook that was met waits for a word: that comes first, and one button only is the next step. */
function decides(station: Station, { counties }: SessionView): boolean {
  return station === "collect" && counties.some(({ period }) => period !== null);
}

/** The first button says why it comes first. */
function stepText(
  action: StepAction,
  words: Messages,
  { faulty, counts, findings }: SessionView,
  first: boolean,
): string {
  if (action === "recheck" && findings.length > 0) return words("pane.step.recheckMended");
  if (action === "check" && first && faulty.length > 0)
    return words("pane.step.checkUnits", { count: faulty.length });
  if (action === "check" && first && counts.mustFix > 0)
    return words("pane.step.checkFindings", { count: counts.mustFix });
  // As the second it leads back, not on.
  if (action === "toConsolidate" && !first) return words("pane.step.backToConsolidate");
  return words(`pane.step.${action}`);
}
