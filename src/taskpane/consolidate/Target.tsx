import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { JSX } from "react";
import type { Edit } from "../../consolidation/county-record";
import type { OpenWorkbook } from "../../ports/ports";
import type { SessionView } from "../../app/view";
import { CheckBox } from "../common/CheckBox";
import { Disclosure } from "../common/Disclosure";
import { editsText, useMessages } from "../messages";
import { usePaneContext } from "../usePane";
import { useConsolidateStyles } from "./Consolidate.styles";
import { SheetNames } from "./SheetNames";
import { useTarget, type Target as TargetOf } from "./useTarget";

interface Props {
  readonly view: SessionView;
  readonly workbook: OpenWorkbook | null;
}

/** Says before anything is written which sheets are added, which are written again, and what is in the way. */
export function Target({ view, workbook }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const target = useTarget(view, workbook);
  if (target === null) return null;
  if ("what" in target) {
    return <Warning title={words(target.what, target.params)} text={words(target.advice, target.params)} />;
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{words(workbook ? "pane.target" : "pane.target.file")}</h2>
      <Obstacle target={target} />
      <Edits edits={target.edits} />
      {target.replaced.length > 0 && (
        <SheetNames
          title={words("pane.target.replaced", { count: target.replaced.length })}
          names={target.replaced}
        />
      )}
      {target.added.length > 0 && (
        <SheetNames title={words("pane.target.added", { count: target.added.length })} names={target.added} />
      )}
      {target.removed.length > 0 && (
        <SheetNames
          title={words("pane.target.removed", { count: target.removed.length })}
          names={target.removed}
        />
      )}
      <Choices choices={target.choices} />
      <span>{words(workbook ? "pane.target.untouched" : "pane.target.file.what")}</span>
    </section>
  );
}

/** Which of the sheets that nothing else rests on are written. */
function Choices({ choices }: { readonly choices: TargetOf["choices"] }): JSX.Element | null {
  const words = useMessages();
  const styles = useConsolidateStyles();
  const { session, tools, work } = usePaneContext();
  if (choices.length === 0) return null;
  const choose = (sheet: string, isWritten: boolean): void => {
    const leftOut = choices.filter((each) => (each.sheet === sheet ? !isWritten : !each.isWritten));
    void session.change("pane.task.checking", () => tools.engine.leaveOut(leftOut.map((each) => each.sheet)));
  };
  return (
    <Disclosure title={words("pane.target.choose")}>
      {() => (
        <>
          {choices.map(({ sheet, isWritten }) => (
            <CheckBox
              key={sheet}
              label={sheet}
              checked={isWritten}
              disabled={work.task !== null}
              onChange={(checked) => choose(sheet, checked)}
            />
          ))}
          <p className={styles.note}>{words("pane.target.choose.rest")}</p>
        </>
      )}
    </Disclosure>
  );
}

function Obstacle({
  target: { inTheWay, isTemplate, otherPeriod },
}: {
  readonly target: TargetOf;
}): JSX.Element | null {
  const words = useMessages();
  if (otherPeriod !== null) {
    const params = { period: otherPeriod };
    return (
      <Warning
        title={words("pane.problem.otherPeriod", params)}
        text={words("pane.problem.otherPeriod.advice")}
      />
    );
  }
  if (inTheWay.length === 0) return null;
  const params = { sheet: words.list(inTheWay) };
  if (isTemplate) {
    return (
      <Warning
        title={words("pane.problem.templateOpen", params)}
        text={words("pane.problem.templateOpen.advice")}
      />
    );
  }
  return <Warning title={words("pane.host.H06", params)} text={words("pane.host.H06.advice", params)} />;
}

/** What somebody typed over our numbers is not undone in silence. */
function Edits({ edits }: { readonly edits: readonly Edit[] }): JSX.Element | null {
  const words = useMessages();
  if (edits.length === 0) return null;
  const title = words("pane.edits.lost", { count: edits.length });
  return <Warning title={title} text={words("pane.edits.lost.advice", { edits: editsText(edits, words) })} />;
}

function Warning({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <div>{text}</div>
      </MessageBarBody>
    </MessageBar>
  );
}
