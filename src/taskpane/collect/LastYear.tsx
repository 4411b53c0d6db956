import { Button } from "@fluentui/react-components";
import { CheckmarkCircleFilled, HistoryRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import type { Collecting } from "./useCollect";

/** Last year's county workbook: without it nothing can be compared. */
export function LastYear({ collecting }: { readonly collecting: Collecting }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const common = useCommonStyles();
  const { session, work } = usePaneContext();
  const period = session.view?.lastYearPeriod ?? null;
  const choose = (): void => collecting.lastYear.current?.click();
  if (period !== null) {
    return (
      <div className={common.row}>
        <CheckmarkCircleFilled fontSize={20} aria-hidden />
        <span>{words("pane.collect.lastYear.taken", { period: periodText(words, period) })}</span>
        <Button disabled={work.task !== null} onClick={choose}>
          {words("pane.collect.lastYear.change")}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.offer}>
      <Button
        className={styles.wide}
        icon={<HistoryRegular />}
        disabled={work.task !== null}
        onClick={choose}
      >
        {words("pane.collect.lastYear")}
      </Button>
      <p className={styles.note}>{words("pane.collect.lastYear.why")}</p>
    </div>
  );
}
