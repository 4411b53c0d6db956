import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { PastedRules } from "../../app/made-template";
import { useMessages } from "../messages";
import { BadRuleLines } from "./Problems";

/** How many rules of a list are new, and which of its lines were not understood. */
export function TakenRules({ rules }: { readonly rules: PastedRules }): JSX.Element {
  const words = useMessages();
  const { added, known, problems } = rules;
  return (
    <>
      <MessageBar intent={added > 0 ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            {added > 0 ? words("pane.template.rules.added", { added }) : words("pane.template.rules.none")}
          </MessageBarTitle>
          {known > 0 && <div>{words("pane.template.rules.known", { known })}</div>}
        </MessageBarBody>
      </MessageBar>
      {problems.length > 0 && <BadRuleLines problems={problems} />}
    </>
  );
}
