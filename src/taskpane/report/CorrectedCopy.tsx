import { Button, Textarea } from "@fluentui/react-components";
import { useEffect, useRef, useState, type JSX } from "react";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useReportStyles } from "./Report.styles";

/** The text with the figures that were taken over, to copy or to check again. */
export function CorrectedCopy(): JSX.Element | null {
  const words = useMessages();
  const styles = useReportStyles();
  const common = useCommonStyles();
  const { draft, tools, work } = usePaneContext();
  const { corrected, taken } = draft;
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean } | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const done = copied?.text === corrected ? copied.done : null;
  useEffect(() => {
    if (done === false) area.current?.select();
  }, [done]);
  if (corrected === null || taken.size === 0) return null;
  const copy = async (): Promise<void> => setCopied({ text: corrected, done: await tools.copy(corrected) });
  return (
    <section className={styles.section} aria-label={words("pane.draft.copy")}>
      <h3 className={styles.heading}>{words("pane.draft.copy")}</h3>
      <p className={styles.lead}>{words("pane.draft.copy.lead", { count: taken.size })}</p>
      <Textarea
        ref={area}
        className={common.copyText}
        aria-label={words("pane.draft.copy")}
        value={corrected}
        readOnly
        resize="vertical"
      />
      <div className={common.row}>
        <Button onClick={() => void copy()}>{words("pane.draft.copy.copy")}</Button>
        <Button disabled={work.task !== null} onClick={() => void draft.checkAgain()}>
          {words("pane.draft.copy.again")}
        </Button>
      </div>
      <span role="status">
        {done === true && words("pane.annual.copied")}
        {done === false && words("pane.copyByHand")}
      </span>
    </section>
  );
}
