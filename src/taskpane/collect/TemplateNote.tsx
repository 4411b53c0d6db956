import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SessionView, TemplateUse } from "../../app/view";
import { hasSources } from "../frame/next-steps";
import { dateText } from "../template/template-texts";
import { usePaneContext } from "../usePane";
import { useMessages, type Messages } from "../messages";

/** Which template is in use, where it is another than a person may expect. */
export function TemplateNote({ view }: { readonly view: SessionView }): JSX.Element | null {
  const words = useMessages();
  const { go, work } = usePaneContext();
  const lines = linesOf(view.templateUse, hasSources(view), words);
  if (lines.length === 0) return null;
  return (
    <MessageBar
      aria-labelledby={undefined}
      intent={view.templateUse.lost ? "warning" : "info"}
      layout="multiline"
    >
      <MessageBarBody>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="medium" disabled={work.task !== null} onClick={() => go("template")}>
          {words("pane.template.proposed.look")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Always shown before anything is collected; later only that it has changed under their hands. */
function linesOf(use: TemplateUse, started: boolean, words: Messages): readonly string[] {
  const { instead, lost, origin } = use;
  if (lost) return [words("pane.template.note.lost")];
  if (origin.kind === "builtIn" || (started && instead === null)) return [];
  const what = whatIsUsed(use, words);
  return instead === null ? [what] : [what, words("pane.template.note.instead", { ...instead })];
}

/** What nobody adopted came along with a county workbook. */
function whatIsUsed({ since, name, version }: TemplateUse, words: Messages): string {
  return since === null
    ? words("pane.template.note.county", { name, version })
    : words("pane.template.note.since", { day: dateText(since, words), name, version });
}
