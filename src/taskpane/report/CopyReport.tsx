import { Button, Textarea } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useEffect, useRef, type JSX, type ReactNode } from "react";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import type { ReportView } from "../../app/report-view";
import { reportText } from "./useReport";

interface Props {
  readonly report: ReportView;
  /** Other buttons, beside it. */
  readonly children: ReactNode;
}

/** Copies the report with its look; where the host forbids it, its text is shown and selected. */
export function CopyReport({ report, children }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCommonStyles();
  const { tools, report: control } = usePaneContext();
  const { copied, copy } = control;
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (copied === false) area.current?.select();
  }, [copied]);
  return (
    <div className={styles.stack}>
      {tools.canSave === false && <span>{words("pane.annual.cannotSave")}</span>}
      <div className={styles.row}>
        {/* Where no file can be saved this is the next step, below. */}
        {tools.canSave !== false && (
          <Button icon={<CopyRegular />} onClick={() => void copy()}>
            {words("pane.annual.copy")}
          </Button>
        )}
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
          value={reportText(report)}
          readOnly
          resize="vertical"
        />
      )}
    </div>
  );
}
