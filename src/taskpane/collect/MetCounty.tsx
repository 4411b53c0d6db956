import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import {
  ArrowRepeatAllRegular,
  ArrowUpRegular,
  CalendarArrowRightRegular,
  DismissRegular,
  HistoryRegular,
} from "@fluentui/react-icons";
import type { JSX } from "react";
import type { CountyView, SessionView } from "../../app/view";
import { earlierThan } from "../../app/earlier";
import { hasSources } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { fileText, periodText, useMessages } from "../messages";
import { useCollectStyles } from "./Collect.styles";

const EITHER = ["lastPeriod", "lastYear"] as const;
const COMPARE = { lastYear: "pane.county.compare", lastPeriod: "pane.county.comparePeriod" } as const;

interface Props {
  readonly county: CountyView;
  readonly view: SessionView;
}

/** A county workbook was met: the user says whether the session goes on with it or is compared with it. */
export function MetCounty({ county, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useCollectStyles();
  const { session, work } = usePaneContext();
  const { file, period, next, counted, expected } = county;
  if (period === null) return <Unreadable county={county} />;
  const busy = work.task !== null;
  const title = words("pane.county.met", { file: fileText(words, file), period: periodText(words, period) });
  const isThisPeriod = !hasSources(view) || view.period === period;
  // A second one would take the place of the first, with all the units that only the first one knows.
  const isSecond = view.resumed !== null && isThisPeriod;
  const mayResume = isThisPeriod && !isSecond;
  // Which of several it shall be, nobody can say but the user.
  const isOnly = view.counties.filter((each) => each.period !== null).length === 1;
  const mayCompare = !hasSources(view) || view.period !== period;
  const as = earlierThan(view.period === period ? null : view.period, period);
  const mayStartNext = next !== null && !hasSources(view) && isOnly;
  // What is complete is most likely done.
  const leads = mayStartNext && counted >= expected;
  // Several are asked about together.
  const isReport = view.levelUp?.files.length === 1 && view.levelUp.files[0] === file;
  const startNext = mayStartNext && (
    <Button
      appearance={leads ? "primary" : "secondary"}
      className={leads ? styles.big : styles.wide}
      icon={<CalendarArrowRightRegular />}
      disabled={busy}
      onClick={() => void session.startNext(file, next)}
    >
      {words("pane.county.next", { period: periodText(words, next) })}
    </Button>
  );
  return (
    <section className={styles.card} aria-label={title}>
      <div>
        <h2 className={styles.heading}>{title}</h2>
        <p className={styles.note}>{words("pane.county.met.units", { counted, expected })}</p>
        {isSecond && <p className={styles.note}>{words("pane.county.second")}</p>}
      </div>
      {leads && startNext}
      {mayResume && (
        <Button
          appearance={isOnly && !leads ? "primary" : "secondary"}
          className={styles.big}
          icon={<ArrowRepeatAllRegular />}
          disabled={busy}
          onClick={() => void session.resume(file)}
        >
          {words("pane.county.resume")}
        </Button>
      )}
      {!leads && startNext}
      {mayCompare &&
        (as === null ? EITHER : [as]).map((each) => (
          <Button
            key={each}
            appearance={mayResume || !isOnly || as === null ? "secondary" : "primary"}
            className={mayResume ? styles.wide : styles.big}
            icon={<HistoryRegular />}
            disabled={busy}
            onClick={() => void session.compareWith(file, each)}
          >
            {words(COMPARE[each])}
          </Button>
        ))}
      {isReport && (
        <Button
          className={styles.wide}
          icon={<ArrowUpRegular />}
          disabled={busy}
          onClick={() => void session.reportCounties([], "")}
        >
          {words("pane.levelUp.one")}
        </Button>
      )}
      <Button
        className={styles.wide}
        icon={<DismissRegular />}
        disabled={busy}
        onClick={() => void session.leave(file)}
      >
        {words("pane.county.leave")}
      </Button>
    </section>
  );
}

function Unreadable({ county: { file, problem } }: Pick<Props, "county">): JSX.Element {
  const words = useMessages();
  const { session } = usePaneContext();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words("pane.county.unreadable", { file: fileText(words, file) })}</MessageBarTitle>
        {problem && <div>{words(`error.county.${problem.code}`, { what: problem.what })}</div>}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="medium" onClick={() => void session.leave(file)}>
          {words("pane.county.leave")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
