import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { JSX } from "react";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";

/** Says that a copy of a unit's sheet stands in Excel, on every station, and closes it. */
export function SourceBar(): JSX.Element | null {
  const words = useWords();
  const { source, work } = usePaneContext();
  if (source.shown === null) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{words("pane.view.shown", { sheet: source.shown })}</MessageBarBody>
      <MessageBarActions>
        <Button disabled={work.task !== null} onClick={() => void source.close()}>
          {words("pane.view.close")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
