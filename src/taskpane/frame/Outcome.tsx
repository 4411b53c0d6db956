import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { JSX } from "react";
import { Dismiss } from "../common/Dismiss";
import { ProblemBar } from "../common/ProblemBar";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useFrameStyles } from "./frame.styles";

/** What went wrong, or was undone or stopped: in sight on every station, however far one has scrolled. */
export function Outcome(): JSX.Element | null {
  const words = useMessages();
  const styles = useFrameStyles();
  const { problem, notice, dismiss } = usePaneContext().work;
  if (problem === null && notice === null) return null;
  return (
    <aside className={styles.outcome} aria-label={words("pane.outcome")}>
      {problem && <ProblemBar problem={problem} onDismiss={dismiss} />}
      {notice && (
        <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
          <MessageBarBody>{words(notice)}</MessageBarBody>
          <Dismiss onDismiss={dismiss} />
        </MessageBar>
      )}
    </aside>
  );
}
