import { MessageBar, MessageBarBody, MessageBarTitle, Switch } from "@fluentui/react-components";
import type { JSX } from "react";
import type { RoundView } from "../../round/view";
import { usePaneContext } from "../usePane";
import { useWords } from "../words";

/** On how many units the totals rest; who is not in them, and whether those with errors should be. */
export function Standing({ view }: { readonly view: RoundView }): JSX.Element {
  const words = useWords();
  const { round, work } = usePaneContext();
  const { units, counted, faulty, holdBack, sameUnits } = view;
  const absent = units.map(({ name }) => name).filter((name) => !counted.includes(name));
  const lost = holdBack
    ? units.filter(({ status, notAtHand }) => status === "heldBack" && notAtHand.length > 0)
    : [];
  const numbers = { counted: counted.length, expected: units.length };
  return (
    <>
      <MessageBar intent={absent.length === 0 ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words(absent.length === 0 ? "pane.standing.complete" : "pane.standing.provisional", numbers)}</MessageBarTitle>
          {absent.length > 0 && <div>{words("pane.standing.absent", { units: words.list(absent) })}</div>}
          {sameUnits && <div>{words("pane.standing.sameUnits", numbers)}</div>}
        </MessageBarBody>
      </MessageBar>
      {(faulty.length > 0 || holdBack) && (
        <Switch
          label={words("pane.holdBack", { count: faulty.length, units: words.list(faulty) })}
          checked={holdBack}
          // What a native switch says by itself axe wants in so many words.
          aria-checked={holdBack}
          disabled={work.task !== null}
          onChange={(_, { checked }) => void round.setHoldBack(checked)}
        />
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
