import { Button, Textarea } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type JSX, type ReactNode } from "react";
import type { ReportParagraph } from "../../report/text/report-run";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";
import { reportHtml } from "./report-html";

interface Props {
  readonly paragraphs: readonly ReportParagraph[];
  /** Other buttons, beside it. */
  readonly children: ReactNode;
}

/** Copies the report with its look; where the host forbids it, its text is shown and selected. */
export function CopyReport({ paragraphs, children }: Props): JSX.Element {
  const words = useWords();
  const styles = useCommonStyles();
  const { tools } = usePaneContext();
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = paragraphs.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
  useEffect(() => {
    if (copied === false) area.current?.select();
  }, [copied]);
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <Button
          icon={<CopyRegular />}
          onClick={() => void tools.copy(text, reportHtml(paragraphs)).then(setCopied)}
        >
          {words("pane.annual.copy")}
        </Button>
        {children}
      </div>
      <span role="status">
        {copied === true && words("pane.annual.copied")}
        {copied === false && words("pane.copyByHand")}
      </span>
      {copied === false && (
        <Textarea
          ref={area}
          className={styles.copyText}
          aria-label={words("pane.annual.plain")}
          value={text}
          readOnly
          resize="vertical"
        />
      )}
    </div>
  );
}
