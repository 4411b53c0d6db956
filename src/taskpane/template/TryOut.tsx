import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { BeakerRegular } from "@fluentui/react-icons";
import { useEffect, type JSX } from "react";
import type { Trial } from "../../app/trial";
import type { SessionView } from "../../app/view";
import { hasSources } from "../frame/next-steps";
import { usePaneContext } from "../usePane";
import { useMessages, type Messages } from "../messages";
import type { TemplateState } from "../../app/template-state";
import { TriedRules } from "./TriedRules";
import { useTemplateStyles } from "./Template.styles";

interface Props {
  readonly state: TemplateState;
  readonly view: SessionView;
}

/** 试跑: which units a template would fail, before anything is issued. */
export function TryOut({ state, view }: Props): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template } = usePaneContext();
  const { trial } = template;
  const ready = hasSources(view);
  return (
    <section className={styles.card} aria-label={words("pane.template.try")}>
      <h2 className={styles.heading}>{words("pane.template.try")}</h2>
      <p className={styles.lead}>{words(ready ? "pane.template.try.lead" : "pane.template.try.nothing")}</p>
      {ready && (
        <Button
          className={styles.wide}
          icon={<BeakerRegular />}
          disabled={work.task !== null}
          onClick={() => void template.tryOut()}
        >
          {words(state.draft ? "pane.template.try.draft" : "pane.template.try.current")}
        </Button>
      )}
      {trial && <Outcome trial={trial} ofDraft={state.draft !== null} />}
    </section>
  );
}

function Outcome({ trial, ofDraft }: { readonly trial: Trial; readonly ofDraft: boolean }): JSX.Element {
  const words = useMessages();
  const { announce } = usePaneContext();
  const title = titleOf(trial, ofDraft, words);
  const more = trial.newlyFailing.length > 0;
  const failing = failingRules(trial) > 0;
  useEffect(() => announce(title), [announce, title]);
  return (
    <>
      <MessageBar intent={more ? "warning" : failing && !ofDraft ? "info" : "success"} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle>
          {more && <div>{words("pane.template.try.newly.advice")}</div>}
        </MessageBarBody>
      </MessageBar>
      <TriedRules trial={trial} />
    </>
  );
}

function failingRules({ rules }: Trial): number {
  return rules.filter(({ failed }) => failed.length > 0).length;
}

function titleOf(trial: Trial, ofDraft: boolean, words: Messages): string {
  const { submissions: count, newlyFailing } = trial;
  if (newlyFailing.length > 0) {
    return words("pane.template.try.newly", {
      count,
      units: newlyFailing.length,
      names: words.list(newlyFailing),
    });
  }
  const rules = failingRules(trial);
  if (rules === 0) return words("pane.template.try.clean", { count });
  return ofDraft
    ? words("pane.template.try.sameAsNow", { count })
    : words("pane.template.try.failing", { count, rules });
}
