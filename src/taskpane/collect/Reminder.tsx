import type { JSX } from "react";
import type { RoundView } from "../../round/view";
import { CopyText } from "../common/CopyText";
import { Disclosure } from "../common/Disclosure";
import { periodText, useWords } from "../words";
import { useCollectStyles } from "./Collect.styles";
import { isSelfCheck } from "../frame/next-steps";

/** 催报: a text for those who have not reported, to be pasted into a chat. */
export function Reminder({ view }: { readonly view: RoundView }): JSX.Element | null {
  const words = useWords();
  const styles = useCollectStyles();
  const missing = view.units.filter(({ status }) => status === "missing").map(({ name }) => name);
  if (missing.length === 0 || isSelfCheck(view)) return null;
  const text = words("pane.collect.reminder.text", {
    units: words.list(missing),
    count: missing.length,
    committee: view.committee,
    period: view.period === null ? "" : periodText(words, view.period),
  });
  return (
    <section className={styles.card} aria-label={words("pane.collect.reminder")}>
      <Disclosure title={words("pane.collect.reminder")}>
        {() => <CopyText label={words("pane.collect.reminder")} text={text} />}
      </Disclosure>
    </section>
  );
}
