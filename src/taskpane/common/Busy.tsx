import { Button, ProgressBar } from "@fluentui/react-components";
import type { JSX } from "react";
import type { Task } from "../useTask";
import { fileText, useMessages } from "../messages";
import { useCommonStyles } from "./common.styles";
import { timeLeft } from "./time-left";

/** What is under way, how far it is, and how to stop it. */
export function Busy({ task }: { readonly task: Task }): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const { label, done, total, item, since, cancel } = task;
  const text = words(label);
  const left = timeLeft(done, total, performance.now() - since);
  return (
    <div className={styles.busy}>
      <ProgressBar aria-label={text} thickness="large" {...(total > 0 ? { value: done, max: total } : {})} />
      <div className={styles.busyLine}>
        <span className={styles.busyText}>
          {text}
          {total > 0 && <> {words("pane.task.count", { done, total })}</>}
          {left && <> {words(`pane.task.left.${left.unit}`, { count: left.count })}</>}
          {item !== "" && <div className={styles.quiet}>{fileText(words, item)}</div>}
        </span>
        {cancel && <Button onClick={cancel}>{words("pane.cancel")}</Button>}
      </div>
    </div>
  );
}
