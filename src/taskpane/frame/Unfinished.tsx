import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { ArrowUndoRegular, DismissRegular } from "@fluentui/react-icons";
import { useEffect, type JSX } from "react";
import { Ask } from "../common/Ask";
import { SheetNames } from "../consolidate/SheetNames";
import { usePaneContext } from "../usePane";
import { momentText, useMessages } from "../messages";
import { useFrameStyles } from "./frame.styles";

const useStyles = makeStyles({
  // Beside the sign of the message: all of the width that is left.
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalS,
  },
  restore: { minHeight: "48px", width: "100%", fontSize: tokens.fontSizeBase400 },
});

/** A write was interrupted: what happened, undo, and the other choice. In sight on every station. */
export function Unfinished(): JSX.Element | null {
  const words = useMessages();
  const frame = useFrameStyles();
  const styles = useStyles();
  const { unfinished, work, announce } = usePaneContext();
  const { found, restore, keep } = unfinished;
  const title = words("pane.unfinished");
  useEffect(() => {
    if (found) announce(title);
  }, [announce, found, title]);
  if (!found) return null;
  const { began, recent, sheets } = found;
  return (
    <aside className={frame.outcome} aria-label={words("pane.unfinished.bar")}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{title}</MessageBarTitle>
          <div>
            {began !== null && words("pane.unfinished.began", { time: momentText(words, began) })}
            {words("pane.unfinished.what")}
          </div>
          {recent && <div>{words("pane.unfinished.recent")}</div>}
          <div>{words("pane.unfinished.advice")}</div>
          <Button
            appearance="primary"
            className={styles.restore}
            icon={<ArrowUndoRegular />}
            disabled={work.task !== null}
            onClick={() => void restore()}
          >
            {words("pane.unfinished.restore")}
          </Button>
          {sheets.length > 0 && (
            <SheetNames title={words("pane.unfinished.sheets", { count: sheets.length })} names={sheets} />
          )}
          <Ask
            label={words("pane.unfinished.keep")}
            icon={<DismissRegular />}
            question={words("pane.unfinished.keep.question")}
            yes={words("pane.unfinished.keep.yes")}
            no={words("pane.unfinished.keep.no")}
            onYes={keep}
          >
            <div>{words("pane.unfinished.keep.what")}</div>
          </Ask>
        </MessageBarBody>
      </MessageBar>
    </aside>
  );
}
