import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { usePaneContext } from "../usePane";
import { fileText, useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";

/** A file, and the way to take it out again. The file itself is not touched. */
export function FileLine({ file }: { readonly file: string | null }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { session, work } = usePaneContext();
  const name = fileText(words, file);
  return (
    <div className={styles.file}>
      <span className={styles.fileName}>{name}</span>
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
