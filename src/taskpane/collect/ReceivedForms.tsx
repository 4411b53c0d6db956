import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import type { SessionView } from "../../app/view";
import { usePaneContext } from "../usePane";
import { fileText, periodText, useMessages, type Messages } from "../messages";
import { useCollectStyles } from "./Collect.styles";

/** 退回单 that came back among the files: whose they are, and where to look at what is written in them. */
export function ReceivedForms({ view }: { readonly view: SessionView }): JSX.Element | null {
  const words = useMessages();
  const styles = useCollectStyles();
  const { go } = usePaneContext();
  const { forms } = view;
  if (forms.length === 0) return null;
  const title = words("pane.forms", { count: forms.length });
  const isAnswered = forms.some(({ answered }) => answered > 0);
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.lines}>
        {forms.map((form, i) => (
          <li key={i}>{formText(form, view, words)}</li>
        ))}
      </ul>
      {isAnswered && (
        <>
          <span className={styles.note}>{words("pane.forms.next")}</span>
          <Button className={styles.wide} onClick={() => go("check")}>
            {words("pane.forms.look")}
          </Button>
        </>
      )}
    </section>
  );
}

function formText(
  { file, unit, answered, loose, problem }: SessionView["forms"][number],
  { period }: SessionView,
  words: Messages,
): string {
  const params = {
    file: fileText(words, file),
    unit: unit ?? "",
    count: answered,
    period: period === null ? "" : periodText(words, period),
  };
  if (problem) return words(`pane.forms.${problem}`, params);
  const first = words(answered > 0 ? "pane.forms.answered" : "pane.forms.blank", params);
  if (loose.length === 0) return first;
  const texts = words.list(loose.map((text) => words("pane.decide.quoted", { raw: text })));
  return first + words("pane.forms.loose", { count: loose.length, texts });
}
