import { Button, mergeClasses } from "@fluentui/react-components";
import { CheckmarkRegular, ErrorCircleFilled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { formatFigure } from "../../locales";
import type { CheckedClaim } from "../../fact-check/checked";
import { correctionOf } from "../../fact-check/correction";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import { BasisNote } from "./BasisNote";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly claim: CheckedClaim;
  readonly county: string;
}

/** What a number of the text should be, why, the way to its cells, and the button that takes the right one over. */
export function ClaimNote({ claim: checked, county }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { claim, verdict, expected, basis } = checked;
  const wrong = verdict === "disagrees";
  return (
    <>
      <div className={styles.itemHead}>
        <span className={mergeClasses(wrong && styles.wrong)}>
          {wrong && <ErrorCircleFilled fontSize={20} aria-hidden />}
          {words(`pane.draft.${verdict}`)}
        </span>
        <strong>{claim.text}</strong>
        {wrong && expected !== null && (
          <strong>
            {words("pane.draft.should", {
              expected: formatFigure(words.locale, expected, claim.unit),
              unit: claim.unit,
            })}
          </strong>
        )}
      </div>
      {basis && <BasisNote basis={basis} county={county} />}
      {verdict === "untied" && <p className={styles.basisText}>{words("pane.draft.untied.why")}</p>}
      <TakeOver checked={checked} />
    </>
  );
}

function TakeOver({ checked }: { readonly checked: CheckedClaim }): JSX.Element | null {
  const words = useMessages();
  const styles = useReportStyles();
  const { draft, work, announce } = usePaneContext();
  const correction = correctionOf(checked);
  if (correction === null) return null;
  const { start, text } = checked.claim;
  const isTaken = draft.taken.has(start);
  return (
    <Button
      className={styles.goTo}
      icon={isTaken ? <CheckmarkRegular /> : undefined}
      aria-pressed={isTaken}
      aria-label={isTaken ? undefined : words("pane.draft.take.of", { text, correction })}
      disabled={work.task !== null}
      onClick={() => {
        draft.take(start);
        announce(words(isTaken ? "pane.draft.untaken" : "pane.draft.taken", { text, correction }));
      }}
    >
      {words(isTaken ? "pane.draft.taken" : "pane.draft.take", { text, correction })}
    </Button>
  );
}
