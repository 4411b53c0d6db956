import type { JSX } from "react";
import type { MessageKey } from "../../locales";
import type { SessionView } from "../../app/view";
import { CopyText } from "../common/CopyText";
import { Disclosure } from "../common/Disclosure";
import { boardStatusOf } from "../common/status";
import { periodText, useMessages } from "../messages";
import { isSelfCheck } from "../frame/next-steps";

/** 催报: a text for those who have not reported, and for those who have not sent again, to be pasted into a chat. */
export function Reminder({ view }: { readonly view: SessionView }): JSX.Element | null {
  const words = useMessages();
  const missing = view.units.filter(({ status }) => status === "missing").map(({ name }) => name);
  const returned = view.units.filter((unit) => boardStatusOf(unit) === "returned").map(({ name }) => name);
  if (missing.length + returned.length === 0 || isSelfCheck(view)) return null;
  const textFor = (key: MessageKey, units: readonly string[]): string[] =>
    units.length === 0
      ? []
      : [
          words(key, {
            units: words.list(units),
            count: units.length,
            committee: view.committee,
            period: view.period === null ? "" : periodText(words, view.period),
          }),
        ];
  const text = [
    ...textFor("pane.collect.reminder.text", missing),
    ...textFor("pane.collect.reminder.returned", returned),
  ].join("\n\n\n");
  return (
    <Disclosure title={words("pane.collect.reminder")}>
      {() => <CopyText label={words("pane.collect.reminder")} text={text} />}
    </Disclosure>
  );
}
