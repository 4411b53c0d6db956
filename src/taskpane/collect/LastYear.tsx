import { Button } from "@fluentui/react-components";
import { CheckmarkCircleFilled, HistoryRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useCommonStyles } from "../common/common.styles";
import { usePaneContext } from "../usePane";
import { periodText, useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";
import type { Collecting } from "./useCollect";

/** County workbooks of last year and of the period before: without one nothing can be compared. */
export function LastYear({ collecting }: { readonly collecting: Collecting }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const common = useCommonStyles();
  const { session, work } = usePaneContext();
  const { period = null, lastYearPeriod = null, lastPeriod = null } = session.view ?? {};
  const choose = (): void => collecting.lastYear.current?.click();
  // A year has no period before it that is not last year.
  const isYear = period === null || /^\d{4}$/.test(period);
  const known = [
    ...(lastYearPeriod === null ? [] : [["lastYear", lastYearPeriod] as const]),
    ...(lastPeriod === null ? [] : [["lastPeriod", lastPeriod] as const]),
  ];
  if (known.length > 0) {
    return (
      <div className={common.stack}>
        {known.map(([as, of]) => (
          <div key={as} className={common.row}>
            <CheckmarkCircleFilled fontSize={20} aria-hidden />
            <span>{words(`pane.collect.${as}.taken`, { period: periodText(words, of) })}</span>
          </div>
        ))}
        <Button disabled={work.task !== null} onClick={choose}>
          {words(isYear || known.length > 1 ? "pane.collect.lastYear.change" : "pane.collect.earlier.more")}
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
        {words(isYear ? "pane.collect.lastYear" : "pane.collect.earlier")}
      </Button>
      <p className={styles.note}>
        {words(isYear ? "pane.collect.lastYear.why" : "pane.collect.earlier.why")}
      </p>
    </div>
  );
}
