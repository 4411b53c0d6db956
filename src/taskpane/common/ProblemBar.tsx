import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { Problem } from "../problem";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";
import { CopyText } from "./CopyText";
import { Disclosure } from "./Disclosure";
import { Dismiss } from "./Dismiss";
import { useDiagnostics } from "./diagnostics";

export interface ProblemBarProps {
  readonly problem: Problem;
  onDismiss(): void;
}

/** What happened, what to do, and a report for whoever maintains the program where the cause is not known. */
export function ProblemBar({ problem, onDismiss }: ProblemBarProps): JSX.Element {
  const words = useWords();
  const diagnostics = useDiagnostics(usePaneContext().work.history);
  const { what, advice, params, reason, report } = problem;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{words(what, params)}</MessageBarTitle>
        {reason && <div>{words("pane.because", { reason: words(reason.key, reason.params) })}</div>}
        <div>{words(advice, params)}</div>
        {report !== null && (
          <Disclosure title={words("pane.report")}>
            {() => <CopyText label={words("pane.report")} text={diagnostics(report)} />}
          </Disclosure>
        )}
      </MessageBarBody>
      <Dismiss onDismiss={onDismiss} />
    </MessageBar>
  );
}
