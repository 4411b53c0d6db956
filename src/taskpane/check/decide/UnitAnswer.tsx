import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import type { FindingView } from "../../../app/view";
import { usePaneContext } from "../../usePane";
import { fileText, useMessages } from "../../messages";
import { placeText } from "../../../county-layout/place-text";
import { useDecideStyles } from "./decide.styles";
import { useDeciding } from "./useDecide";

/** What the unit wrote in its 退回单: shown, and taken as the explanation at one click. */
export function UnitAnswer({ finding }: { readonly finding: FindingView }): JSX.Element | null {
  const words = useMessages();
  const styles = useDecideStyles();
  const { session } = usePaneContext();
  const { busy, take } = useDeciding();
  const { answer, deciding, id } = finding;
  // Once taken, the finding itself says it.
  if (answer === null || answer.taken) return null;
  const { text, file, outdated } = answer;
  const decision = deciding.explain;
  return (
    <div className={styles.proposal}>
      <p className={styles.text}>{words("pane.answer", { text })}</p>
      <p className={styles.because}>{words("pane.answer.from", { file: fileText(words, file) })}</p>
      {outdated && <p className={styles.because}>{words("pane.answer.outdated")}</p>}
      {decision === null ? (
        finding.weight === "mustFix" && <p className={styles.because}>{words("pane.answer.mustFix")}</p>
      ) : (
        <Button
          appearance="primary"
          disabled={busy}
          data-decide={`answer ${id}`}
          aria-label={words("pane.answer.accept.what", { place: placeText(finding) ?? finding.unit ?? "" })}
          onClick={() => take(() => session.acceptAnswer(id), decision, words("pane.said.answerAccepted"))}
        >
          {words("pane.answer.accept")}
        </Button>
      )}
    </div>
  );
}
