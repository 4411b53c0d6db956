import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { JSX } from "react";
import type { MadeTemplate } from "../../../app/made-template";
import type { Departure } from "../../../form-discovery/copies/departures-of-copies";
import { Disclosure } from "../../common/Disclosure";
import { fileText, useMessages, type Messages } from "../../messages";
import { useTemplateStyles } from "../Template.styles";

/** Copies that depart from the rest, and what of the files is not taken over. */
export function Departures({ made }: { readonly made: MadeTemplate }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { departures, leftOut } = made;
  const files = new Set(departures.map(({ file }) => file)).size;
  return (
    <>
      {departures.length > 0 && (
        <Disclosure title={words("pane.made.departures", { count: files })} openAtFirst={files <= FEW}>
          {() => (
            <ul className={styles.list}>
              {departures.map((departure, i) => (
                <li key={i} className={styles.item}>
                  {departureText(departure, words)}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
      {leftOut.length > 0 && (
        <MessageBar aria-labelledby={undefined} intent="info" layout="multiline">
          <MessageBarBody>
            {leftOut.map(({ what, cells = [] }) => (
              <div key={what}>
                {words(`forms.leftOut.${what}`, { cells: words.list(cells.slice(0, 20)) })}
              </div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

const FEW = 2;

function departureText(departure: Departure, words: Messages): string {
  const { file, sheet, usualName, moved, added, missing } = departure;
  const details = [
    ...(usualName === null ? [] : [words("forms.departs.name", { sheet, usualName })]),
    ...(moved && added.length + missing.length === 0 ? [words("forms.departs.moved")] : []),
    ...(added.length === 0 ? [] : [words("forms.departs.added", { words: words.list(added) })]),
    ...(missing.length === 0 ? [] : [words("forms.departs.missing", { words: words.list(missing) })]),
  ];
  const all = details.join(words.locale === "zh-CN" ? "，" : ", ");
  return words("forms.departs", { file: fileText(words, file), details: all }).trim();
}
