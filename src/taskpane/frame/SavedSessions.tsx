import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { ArrowClockwiseRegular, DeleteRegular } from "@fluentui/react-icons";
import { useEffect, type JSX } from "react";
import type { Continued } from "../../app/saved-state";
import type { SessionSummary, StoredSession } from "../../ports/session-store";
import { Ask } from "../common/Ask";
import { Dismiss } from "../common/Dismiss";
import { usePaneContext } from "../usePane";
import "../../locales/learn-fetched";
import { momentText, periodText, useMessages, type Messages } from "../messages";
import { useFrameStyles } from "./frame.styles";

const useStyles = makeStyles({
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
  },
  goOn: { minHeight: "48px", width: "100%", fontSize: tokens.fontSizeBase400 },
});

/** What was not finished last time, what became of what is continued, and why nothing is stored. */
export function SavedSessions(): JSX.Element {
  const words = useMessages();
  const frame = useFrameStyles();
  const { state, offers, continued, warnings, dismiss } = usePaneContext().saved;
  return (
    <aside className={frame.outcome} aria-label={words("pane.earlier.bar")}>
      {offers &&
        state?.unfinished.map((each, i) => <Unfinished key={each.id} session={each} first={i === 0} />)}
      {continued && (
        <Told
          title={words("pane.earlier.continued")}
          lines={continuedLines(continued, words)}
          onDismiss={() => dismiss("continued")}
        />
      )}
      {warnings.map((each) => (
        <Told
          key={each}
          title={words(`pane.earlier.${each}`)}
          lines={[
            words(each === "sameTask" ? "pane.earlier.sameTask.advice" : "pane.earlier.trouble.advice"),
          ]}
          onDismiss={() => dismiss(each)}
        />
      ))}
    </aside>
  );
}

/** One session, and the two things that can be done with it. */
function Unfinished({
  session: { id, saved: moment, busy, summary },
  first,
}: {
  readonly session: StoredSession;
  readonly first: boolean;
}): JSX.Element {
  const words = useMessages();
  const styles = useStyles();
  const { saved, work, unfinished, announce } = usePaneContext();
  const title = words(busy ? "pane.earlier.busy" : "pane.earlier.title", {
    what: summaryText(summary, words),
  });
  useEffect(() => {
    if (first) announce(title);
  }, [announce, first, title]);
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{title}</MessageBarTitle>
        <div>
          {taskText(summary, words)}
          {words("pane.earlier.when", { time: momentText(words, moment) })}
        </div>
        {summary.incomplete && <div>{words("pane.earlier.incomplete")}</div>}
        {busy ? (
          <div>{words("pane.earlier.busy.advice")}</div>
        ) : (
          <>
            <Button
              appearance={first && !unfinished.found ? "primary" : "secondary"}
              className={styles.goOn}
              icon={<ArrowClockwiseRegular />}
              disabled={work.task !== null}
              onClick={() => void saved.goOn(id)}
            >
              {words("pane.earlier.goOn")}
            </Button>
            <Ask
              label={words("pane.earlier.delete")}
              icon={<DeleteRegular />}
              question={words("pane.earlier.delete.question")}
              yes={words("pane.earlier.delete.yes")}
              no={words("pane.earlier.delete.no")}
              onYes={() => saved.remove(id)}
            >
              <div>{words("pane.earlier.delete.what", { what: summaryText(summary, words) })}</div>
            </Ask>
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

interface ToldProps {
  readonly title: string;
  readonly lines: readonly string[];
  onDismiss(): void;
}

function Told({ title, lines, onDismiss }: ToldProps): JSX.Element {
  const { announce } = usePaneContext();
  useEffect(() => announce(title), [announce, title]);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </MessageBarBody>
      <Dismiss onDismiss={onDismiss} />
    </MessageBar>
  );
}

/** `22 份报表、3 条说明`. */
function summaryText({ files, explanations, decisions, lastYear }: SessionSummary, words: Messages): string {
  const counts = [
    ["pane.earlier.files", files],
    ["pane.earlier.explanations", explanations],
    ["pane.earlier.decisions", decisions],
  ] as const;
  const parts = counts.flatMap(([key, count]) => (count > 0 ? [words(key, { count })] : []));
  if (parts.length > 0 || lastYear === null) return words.list(parts);
  return words("pane.earlier.lastYear", { period: periodText(words, lastYear) });
}

/** Which task it was; nothing of it where the files did not say. */
function taskText({ template, period }: SessionSummary, words: Messages): string {
  if (period === null) return "";
  return words("pane.earlier.of", { template: template.name, period: periodText(words, period) });
}

function continuedLines(
  { template, product, skipped, lost, incomplete }: Continued,
  words: Messages,
): string[] {
  return [
    template && words("pane.earlier.continued.template", { ...template }),
    product && words("pane.earlier.continued.product", { ...product }),
    skipped > 0 && words("pane.earlier.continued.skipped", { count: skipped }),
    lost.length > 0 && words("pane.earlier.continued.lost", { files: words.list(lost) }),
    incomplete && words("pane.earlier.incomplete"),
  ].filter((line) => typeof line === "string");
}
