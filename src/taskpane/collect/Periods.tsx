import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import type { PeriodChoice } from "../../app/periods-in-files";
import { periodText, useMessages } from "../messages";
import { usePaneContext } from "../usePane";
import { useCollectStyles } from "./Collect.styles";

/** The files are of several periods: which one is collected? The others stay listed, and can be chosen later. */
export function Periods({ choice: { periods, chosen } }: { readonly choice: PeriodChoice }): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { session, work } = usePaneContext();
  const nameOf = (period: string): string => periodText(words, period);
  const withFiles = periods.map(({ period, files }) =>
    words("pane.periods.files", { period: nameOf(period), count: files }),
  );
  const most = Math.max(...periods.map(({ files }) => files));
  const likely = chosen === null ? periods.find(({ files }) => files === most)?.period : undefined;
  const title =
    chosen === null ? words("pane.periods.which") : words("pane.periods.chosen", { period: nameOf(chosen) });
  return (
    <section className={styles.card} aria-label={title}>
      <div>
        <h2 className={styles.heading}>{title}</h2>
        <p className={styles.lead}>
          {words("pane.periods.found", { count: periods.length, periods: words.list(withFiles) })}
        </p>
      </div>
      {periods
        .filter(({ period }) => period !== chosen)
        .map(({ period }) => (
          <Button
            key={period}
            appearance={period === likely ? "primary" : "secondary"}
            className={chosen === null ? styles.big : styles.wide}
            disabled={work.task !== null}
            onClick={() => void session.setPeriod(period)}
          >
            {words(chosen === null ? "pane.periods.take" : "pane.periods.takeInstead", {
              period: nameOf(period),
            })}
          </Button>
        ))}
      <p className={styles.note}>{words("pane.periods.others")}</p>
    </section>
  );
}
