import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { ResumedView } from "../../app/view";
import { editsText, useMessages } from "../messages";

/** That the session goes on from a county workbook, and what people changed or lost in it meanwhile. */
export function Resumed({ resumed }: { readonly resumed: ResumedView }): JSX.Element {
  const words = useMessages();
  const { edits, uncounted, lost } = resumed;
  const isWhole = edits.length + uncounted.length + lost.length === 0;
  return (
    <MessageBar intent={isWhole ? "success" : "warning"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words("pane.resumed")}</MessageBarTitle>
        {isWhole && <div>{words("pane.resumed.next")}</div>}
        {edits.length > 0 && (
          <div>{words("pane.resumed.edits", { count: edits.length, edits: editsText(edits, words) })}</div>
        )}
        {uncounted.length > 0 && (
          <div>{words("pane.resumed.uncounted", { units: words.list(uncounted) })}</div>
        )}
        {lost.length > 0 && <div>{words("pane.resumed.lost", { sheets: words.list(lost) })}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
