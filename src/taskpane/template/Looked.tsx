import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { Difference } from "../../template/workbook/differences";
import type { TemplateDraft } from "../../app/template-draft";
import { Disclosure } from "../common/Disclosure";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import type { TemplateCheck, TemplateState } from "../../app/template-state";
import { Problems } from "./Problems";
import { FormEditor } from "./picture/FormEditor";
import { Made } from "./made/Made";
import { NotMade } from "./made/NotMade";
import { TakenRules } from "./TakenRules";
import { changeText, originText } from "./template-texts";
import { useTemplateStyles } from "./Template.styles";

/** What came of the last look at a workbook or a list of rules: to be taken, or to be mended. */
export function Looked({ state }: { readonly state: TemplateState }): JSX.Element | null {
  const { looked } = state;
  useSaid(looked);
  if (!looked || looked.kind === "unreadable") return null;
  if (looked.kind === "problems") return <Problems origin={looked.origin} problems={looked.problems} />;
  if (looked.kind === "sound") return <Proposal draft={looked.draft} />;
  if (looked.kind === "notMade") return <NotMade files={looked.files} why={looked.why} />;
  if (looked.kind === "made") return <Made state={state} draft={looked.draft} made={looked.made} />;
  return (
    <>
      <TakenRules rules={looked.import} />
      {looked.import.draft && <Proposal draft={looked.import.draft} />}
    </>
  );
}

/** Who does not see it hears how it went. */
function useSaid(looked: TemplateCheck | null): void {
  const words = useMessages();
  const { announce } = usePaneContext();
  useEffect(() => {
    if (looked?.kind === "problems")
      announce(words("pane.template.problems", { count: looked.problems.length }));
    if (looked?.kind === "notMade") announce(words("pane.made.not"));
    if (looked?.kind === "made") announce(words("pane.made.title"));
    if (looked?.kind === "sound") {
      announce(words(looked.draft.changes.length === 0 ? "pane.template.same" : "pane.template.proposal"));
    }
    if (looked?.kind === "rules")
      announce(words("pane.template.rules.added", { added: looked.import.added }));
  }, [announce, looked, words]);
}

/** A sound template: what it changes, and whether it shall be used. */
function Proposal({ draft }: { readonly draft: TemplateDraft }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { work, template: control } = usePaneContext();
  const { template, origin, changes, sameTask } = draft;
  const same = changes.length === 0;
  const { name, version } = template;
  return (
    <section className={styles.card} aria-label={words("pane.template.proposal")}>
      <h2 className={styles.heading}>{words(same ? "pane.template.same" : "pane.template.proposal")}</h2>
      <p className={styles.lead}>
        {words("pane.template.proposal.of", { source: originText(origin, words), name, version })}
      </p>
      {!sameTask && (
        <MessageBar aria-labelledby={undefined} intent="warning" layout="multiline">
          <MessageBarBody>{words("pane.template.proposal.otherTask", { id: template.id })}</MessageBarBody>
        </MessageBar>
      )}
      {!same && (
        <>
          <Changes draft={draft} />
          {origin.kind !== "edited" && <FormEditor template={template} />}
          <p className={styles.note}>{words("pane.template.adopt.what")}</p>
        </>
      )}
      <Button className={styles.wide} disabled={work.task !== null} onClick={() => void control.discard()}>
        {words(same ? "pane.dismiss" : "pane.template.discard")}
      </Button>
    </section>
  );
}

/** So many differences say what a change is about. */
const MOST_DIFFERENCES = 6;

/** What each change was and will be; empty until it is known. */
function useDifferences(draft: TemplateDraft): readonly (readonly Difference[])[] {
  const { tools, work } = usePaneContext();
  const { engine } = tools;
  const { look } = work;
  const [differences, setDifferences] = useState<readonly (readonly Difference[])[]>([]);
  useEffect(() => {
    let wanted = true;
    void look(async () => {
      const answer = await engine.templateDifferences();
      if (wanted) setDifferences(answer);
    });
    return () => {
      wanted = false;
    };
  }, [draft, engine, look]);
  return differences;
}

/** Few changes are shown at once; many are a click away. */
const FEW = 8;

function Changes({ draft }: { readonly draft: TemplateDraft }): JSX.Element {
  const words = useMessages();
  const styles = useTemplateStyles();
  const { changes } = draft;
  const differences = useDifferences(draft);
  return (
    <Disclosure
      title={words("pane.template.changes", { count: changes.length })}
      openAtFirst={changes.length <= FEW}
    >
      {() => (
        <ul className={styles.list}>
          {changes.map((change, i) => (
            <li key={i} className={styles.item}>
              {changeText(change, words)}
              {(differences[i] ?? []).slice(0, MOST_DIFFERENCES).map(({ heading, from, to }) => (
                <span key={heading} className={styles.note}>
                  {words("pane.template.difference", {
                    heading,
                    from: from || words("pane.template.nothing"),
                    to: to || words("pane.template.nothing"),
                  })}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
