import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { usePaneContext } from "../usePane";
import type { FileDates } from "../../app/given-file";
import { dayText, fileText, useMessages, type Messages } from "../messages";
import { useCollectStyles } from "./Collect.styles";

/** A file, and the way to take it out again. The file itself is not touched. */
export function FileLine({ file }: { readonly file: string | null }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { session, work } = usePaneContext();
  const name = fileText(words, file);
  const dates = file === null ? undefined : session.view?.fileDates[file];
  return (
    <div className={styles.file}>
      <span className={styles.fileName}>
        {name}
        {dates && <span className={styles.dates}>{datesText(dates, words)}</span>}
      </span>
      <Button
        disabled={work.task !== null}
        aria-label={words("pane.collect.removeFile", { file: name })}
        onClick={() => void session.remove(file)}
      >
        {words("pane.collect.remove")}
      </Button>
    </div>
  );
}

/** `1 月 18 日收到，文件 1 月 16 日改过`. */
function datesText({ received, changed }: FileDates, words: Messages): string {
  const day = dayText(words, received);
  if (changed === null || changed === received) return words("pane.collect.received", { day });
  return words("pane.collect.received.changed", { day, changed: inYearOf(received, changed, words) });
}

/** A file of another year is most likely not the one that was meant. */
function inYearOf(received: string, day: string, words: Messages): string {
  const year = day.slice(0, 4);
  const text = dayText(words, day);
  return received.startsWith(year) ? text : words("pane.day.ofYear", { year, day: text });
}
