import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { Provisional } from "../common/Provisional";
import { Units } from "../common/Units";
import { CheckBox } from "../common/CheckBox";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";

/** Who is not in the totals, who needs a look, and whether those with errors should be. */
export function ReportedNote({ view }: { readonly view: SessionView }): JSX.Element {
  const words = useMessages();
  const { session, work } = usePaneContext();
  const { units, faulty, holdBack, lookAt } = view;
  const lost = holdBack
    ? units.filter(({ status, notAtHand }) => status === "heldBack" && notAtHand.length > 0)
    : [];
  return (
    <>
      <Provisional view={view} />
      {lookAt.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words("pane.standing.lookAt")}</MessageBarTitle>
            {lookAt.map(({ why, units: named }) => (
              <Units key={why} title={words(`pane.standing.${why}`, { count: named.length })} names={named} />
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {(faulty.length > 0 || holdBack) && (
        <div>
          <CheckBox
            role="switch"
            label={words("pane.holdBack")}
            checked={holdBack}
            disabled={work.task !== null}
            onChange={(checked) => void session.setHoldBack(checked)}
          />
          {faulty.length > 0 && (
            <Units title={words("pane.holdBack.units", { count: faulty.length })} names={faulty} />
          )}
        </div>
      )}
      {lost.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {words("pane.holdBack.notAtHand", { units: words.list(lost.map(({ name }) => name)) })}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
