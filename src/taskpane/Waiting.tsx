import { Button, Spinner } from "@fluentui/react-components";
import type { JSX } from "react";
import { say, type Locale } from "../locales";
import { useWaitingStyles } from "./Waiting.styles";

export interface WaitingProps {
  readonly locale: Locale;
  onSkip(): void;
}

/** While Excel makes up its mind; who does not want to wait works with files. */
export function Waiting({ locale, onSkip }: WaitingProps): JSX.Element {
  const styles = useWaitingStyles();
  return (
    <main className={styles.waiting} lang={locale}>
      <Spinner size="large" labelPosition="below" label={say(locale, "pane.waiting")} />
      <Button onClick={onSkip}>{say(locale, "pane.waiting.skip")}</Button>
    </main>
  );
}
