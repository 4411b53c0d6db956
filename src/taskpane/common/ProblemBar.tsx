import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import type { JSX } from "react";
import { sayWhole } from "../../locales/finding-text";
import type { Problem } from "../problem";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { CopyText } from "./CopyText";
import { Disclosure } from "./Disclosure";
import { Dismiss } from "./Dismiss";
import { useDiagnostics } from "./diagnostics";

const useStyles = makeStyles({ restart: { marginTop: tokens.spacingVerticalS } });

export interface ProblemBarProps {
  readonly problem: Problem;
  onDismiss(): void;
}

/** What happened, what to do, and a report for whoever maintains the program where the cause is not known. */
export function ProblemBar({ problem, onDismiss }: ProblemBarProps): JSX.Element {
  const words = useMessages();
  const styles = useStyles();
  const diagnostics = useDiagnostics(usePaneContext().work.history);
  const { what, advice, params, reason, report, restart } = problem;
  const why = reason && sayWhole(words.locale, reason.key, reason.params);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{words(what, params)}</MessageBarTitle>
        {why && <div>{words("pane.because", { reason: why })}</div>}
        <div>{words(advice, params)}</div>
        {restart && (
          <Button
            appearance="primary"
            size="large"
            className={styles.restart}
            onClick={() => window.location.reload()}
          >
            {words("pane.reload")}
          </Button>
        )}
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
