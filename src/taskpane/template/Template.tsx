import { useEffect, useRef, type JSX } from "react";
import "../../locales/learn-fetched";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import type { TemplateState } from "../../app/template-state";
import { Charts } from "./charts/Charts";
import { Contents } from "./Contents";
import { EditTemplate } from "./EditTemplate";
import { InUse } from "./InUse";
import { Issue } from "./Issue";
import { Looked } from "./Looked";
import { MakeTemplate } from "./made/MakeTemplate";
import { Roll } from "./Roll";
import { useTemplateStyles } from "./Template.styles";
import { TryOut } from "./TryOut";

/** 模板: what is in use, how to change it, what it would find, and the blank workbooks for the units. */
export function Template(): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { template, session } = usePaneContext();
  const { state, load, keepSheets } = template;
  const { view } = session;
  useEffect(() => void load(), [load, view]);
  useOnLeaving(keepSheets);
  const top = useTopOnNews(state);
  // Who changes the one in use sees what comes of it.
  const isEdited = state?.draft?.origin.kind === "edited";
  // While one is looked at nothing else is in the way.
  const isMade = state?.looked?.kind === "made";
  if (!state || !view) return <p>{words("pane.task.template")}</p>;
  return (
    <>
      <div ref={top} tabIndex={-1} className={styles.top}>
        <Looked state={state} />
        <InUse state={state}>
          <Contents template={isEdited ? state.draft.template : state.template} />
        </InUse>
      </div>
      {!isMade && (
        <>
          <MakeTemplate />
          <EditTemplate />
          <Charts state={state} />
          <TryOut state={state} view={view} />
          <Issue state={state} view={view} />
          <Roll state={state} view={view} />
        </>
      )}
    </>
  );
}

/**
 * What came of a look, and which template is in use now, are at the top: whoever pressed a button further down is taken
 * there, by eye and by keyboard.
 */
function useTopOnNews(state: TemplateState | null) {
  const words = useMessages();
  const { announce } = usePaneContext();
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    const old = before.current;
    before.current = state;
    if (!old || !state) return;
    const { template, looked } = state;
    const taken = template !== old.template && template.version !== old.template.version;
    if (taken) announce(words("pane.template.taken", { version: template.version }));
    if (!taken && (looked === null || looked === old.looked || isByHand(state, old))) return;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView?.({ block: "start" });
  }, [announce, state, words]);
  return top;
}

/** What was changed by hand is in view already, and the next thing to be changed beside it. */
function isByHand({ canUndo, refused, draft, looked }: TemplateState, before: TemplateState): boolean {
  const isChanged = canUndo || before.canUndo || refused.length > 0;
  const isShown = looked?.kind === "made" && before.looked?.kind === "made";
  return isChanged && (isShown || draft?.origin.kind === "edited");
}

/** Does it when the part goes away, as it then is. */
function useOnLeaving(leave: () => Promise<void>): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  }, [leave]);
  useEffect(() => () => void latest.current(), []);
}
