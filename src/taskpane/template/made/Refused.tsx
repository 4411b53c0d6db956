import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import { sayProblemOnly } from "../../../locales/template-text";
import type { TemplateProblem } from "../../../template/workbook/problem";
import { useMessages } from "../../messages";

/** Why the last change was not made. */
export function Refused({ problems }: { readonly problems: readonly TemplateProblem[] }): JSX.Element | null {
  const words = useMessages();
  if (problems.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{words("pane.made.refused")}</MessageBarTitle>
        {problems.slice(0, 3).map((problem, i) => (
          <div key={i}>{sayProblemOnly(words.locale, problem)}</div>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
