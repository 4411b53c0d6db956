import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useEffect, type JSX } from "react";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { useCheckStyles } from "./Check.styles";

/** Says that a copy of a unit's sheet is in Excel, and closes it: in sight on every station, however far one has scrolled. */
export function SourceBar(): JSX.Element | null {
  const words = useMessages();
  const styles = useCheckStyles();
  const { source, work, announce } = usePaneContext();
  const { shown } = source;
  const text = shown === null ? "" : words("pane.view.shown", { sheet: shown });
  useEffect(() => {
    if (text !== "") announce(text);
  }, [announce, text]);
  if (shown === null) return null;
  return (
    <aside aria-label={words("pane.view.bar")}>
      <MessageBar aria-labelledby={undefined} intent="info" layout="multiline" className={styles.source}>
        <MessageBarBody>{text}</MessageBarBody>
        <MessageBarActions>
          <Button size="medium" disabled={work.task !== null} onClick={() => void source.close()}>
            {words("pane.view.close")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </aside>
  );
}
