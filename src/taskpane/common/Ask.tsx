import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type JSX, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { usePaneContext } from "../usePane";
import { useCommonStyles } from "./common.styles";

const useStyles = makeStyles({
  ask: { minHeight: "44px", width: "100%", justifyContent: "flex-start", textAlign: "start" },
  group: { ":focus": { outline: "none" } },
  question: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

export interface AskProps {
  /** What the button says that asks. */
  readonly label: string;
  readonly icon: JSX.Element;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  onYes(): Promise<unknown>;
  /** What the answer brings about. */
  readonly children: ReactNode;
}

/** A button for what cannot be undone: it asks first, in its own place. */
export function Ask({ label, icon, ...question }: AskProps): JSX.Element {
  const styles = useStyles();
  const { work } = usePaneContext();
  const [asked, setAsked] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const settle = (): void => {
    flushSync(() => setAsked(false));
    ask.current?.focus();
  };
  if (asked) return <Question {...question} onDone={settle} />;
  return (
    <Button
      ref={ask}
      className={styles.ask}
      icon={icon}
      disabled={work.task !== null}
      onClick={() => setAsked(true)}
    >
      {label}
    </Button>
  );
}

interface QuestionProps extends Omit<AskProps, "label" | "icon"> {
  onDone(): void;
}

function Question({ question, yes, no, onYes, onDone, children }: QuestionProps): JSX.Element {
  const styles = useStyles();
  const common = useCommonStyles();
  const { work } = usePaneContext();
  const group = useRef<HTMLDivElement>(null);
  // The button that asked is gone: who pressed it goes on here.
  useEffect(() => group.current?.focus(), []);
  return (
    <div
      ref={group}
      role="group"
      aria-label={question}
      tabIndex={-1}
      className={mergeClasses(common.stack, styles.group)}
      onKeyDown={({ key }) => key === "Escape" && onDone()}
    >
      <p className={styles.question}>{question}</p>
      {children}
      <div className={common.row}>
        <Button disabled={work.task !== null} onClick={() => void onYes().then(onDone)}>
          {yes}
        </Button>
        <Button disabled={work.task !== null} onClick={onDone}>
          {no}
        </Button>
      </div>
    </div>
  );
}
