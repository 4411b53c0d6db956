import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { JSX } from "react";
import { usePaneContext } from "../usePane";
import { fileText, useMessages } from "../messages";

/** A template workbook among the reports is no report: who sent it may have meant it for 模板. */
export function ProposedTemplate(): JSX.Element | null {
  const words = useMessages();
  const { session, go, work } = usePaneContext();
  const file = session.view?.proposedTemplate ?? null;
  if (file === null) return null;
  return (
    <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
      <MessageBarBody>{words("pane.template.proposed", { file: fileText(words, file) })}</MessageBarBody>
      <MessageBarActions>
        <Button size="medium" disabled={work.task !== null} onClick={() => go("template")}>
          {words("pane.template.proposed.look")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
