import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { useMessages } from "../messages";
import { Units } from "./Units";

/** On how many units the totals and their comparison rest, and who is not in them; null where all are. */
export function Provisional({ view }: { readonly view: SessionView }): JSX.Element | null {
  const { units, counted, leftOut, sameUnits, withoutLastYear } = view;
  const words = useMessages();
  const absent = units.map(({ name }) => name).filter((name) => !counted.includes(name));
  if (absent.length + withoutLastYear.length === 0) return null;
  const numbers = { counted: counted.length, expected: units.length };
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {absent.length > 0 && (
          <>
            <MessageBarTitle>{words("pane.standing.provisional", numbers)}</MessageBarTitle>
            <Units title={words("pane.standing.absent", { count: absent.length })} names={absent} />
            {leftOut.map(({ why, units: named }) =>
              why === "missing" ? null : (
                <Units
                  key={why}
                  title={words(`pane.standing.${why}`, { count: named.length })}
                  names={named}
                />
              ),
            )}
          </>
        )}
        {sameUnits && <div>{words("pane.standing.sameUnits", numbers)}</div>}
        {withoutLastYear.length > 0 && (
          <Units
            title={words("pane.standing.withoutLastYear", { count: withoutLastYear.length })}
            names={withoutLastYear}
          />
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
