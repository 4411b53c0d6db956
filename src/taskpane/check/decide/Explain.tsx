import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import type { FindingView, SessionView } from "../../../app/view";
import { Disclosure } from "../../common/Disclosure";
import { useCommonStyles } from "../../common/common.styles";
import { usePaneContext } from "../../usePane";
import { useMessages } from "../../messages";
import { placeText } from "../../../county-layout/place-text";
import { useDecideStyles } from "./decide.styles";
import { useDeciding } from "./useDecide";

interface Props {
  readonly finding: FindingView;
  readonly view: SessionView;
}

/** 说明: why it is true after all. The finding itself shows the text once it is saved. */
export function Explain({ finding, view }: Props): JSX.Element | null {
  const words = useMessages();
  const styles = useDecideStyles();
  const { session } = usePaneContext();
  const { busy, takeBack } = useDeciding();
  const { id, deciding } = finding;
  const decision = deciding.explain;
  if (decision === null) return null;
  const taken = view.decisions.find((each) => each.id === decision);
  const before = taken?.decision.kind === "explain" ? taken.decision.text : "";
  const place = placeText(finding) ?? finding.unit ?? "";
  return (
    <>
      {taken?.state === "changed" && (
        <p className={styles.text}>{words("pane.decide.reopened", { text: before })}</p>
      )}
      <div className={styles.form} data-decide={`explain ${id}`}>
        <Disclosure
          key={before}
          title={words(before === "" ? "pane.decide.explain" : "pane.decide.explain.again")}
        >
          {() => <Writing finding={finding} before={before} decision={decision} />}
        </Disclosure>
      </div>
      {taken && (
        <Button
          disabled={busy}
          data-decide={decision}
          aria-label={words("pane.decide.explain.undo", { place })}
          onClick={() =>
            takeBack(
              () => session.withdraw([decision]),
              `explain ${id}`,
              words("pane.said.withdrawn", { count: 1 }),
            )
          }
        >
          {words("pane.decide.undo")}
        </Button>
      )}
    </>
  );
}

function Writing({
  finding,
  before,
  decision,
}: Pick<Props, "finding"> & { readonly before: string; readonly decision: string }): JSX.Element {
  const words = useMessages();
  const styles = useDecideStyles();
  const { session } = usePaneContext();
  const { busy, take } = useDeciding();
  const common = useCommonStyles();
  const [text, setText] = useState(before);
  const wanted = text.trim();
  return (
    <div className={styles.form}>
      <Field label={words("pane.decide.explain.label")}>
        <Textarea
          className={common.field}
          value={text}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={busy || wanted === ""}
          onClick={() =>
            take(() => session.explain(finding.id, wanted), decision, words("pane.said.explained"))
          }
        >
          {words("pane.decide.explain.save")}
        </Button>
      </div>
    </div>
  );
}
