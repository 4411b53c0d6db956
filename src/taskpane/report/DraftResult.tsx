import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef, type JSX } from "react";
import type { CheckedClaim, Verdict } from "../../fact-check/checked";
import { usePaneContext } from "../usePane";
import { useMessages } from "../messages";
import type { DraftCheck } from "../../app/report-view";
import { ClaimItem } from "./ClaimItem";
import { CorrectedCopy } from "./CorrectedCopy";
import { Proof } from "./Proof";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly text: string;
  readonly result: DraftCheck;
}

/** What is wrong first, then the whole text with its figures as a proof. */
export function DraftResult({ text, result }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const { claims } = result;
  const of = (verdict: Verdict): CheckedClaim[] => claims.filter((claim) => claim.verdict === verdict);
  const [wrong, untied, right] = [of("disagrees"), of("untied"), of("agrees")];
  const top = useRef<HTMLElement>(null);
  // It is below a text that may fill the pane: who pressed the button sees what came of it.
  useEffect(() => {
    // Browsers of today return a promise, which React would take for what ends the effect.
    top.current?.scrollIntoView?.({ block: "start" });
  }, [result]);
  if (claims.length === 0) return <p>{words("text.none")}</p>;
  return (
    <section ref={top} className={styles.section} aria-label={words("pane.draft.result")}>
      <Summary wrong={wrong.length} untied={untied.length} right={right.length} />
      {wrong.length > 0 && (
        <ul className={styles.list}>
          {wrong.map((claim) => (
            <ClaimItem key={claim.claim.start} text={text} claim={claim} county={result.county} />
          ))}
        </ul>
      )}
      <CorrectedCopy />
      <Proof text={text} claims={claims} county={result.county} />
    </section>
  );
}

interface Counts {
  readonly wrong: number;
  readonly untied: number;
  readonly right: number;
}

function Summary({ wrong, untied, right }: Counts): JSX.Element {
  const words = useMessages();
  const { view } = usePaneContext().session;
  const title = wrong > 0 ? words("pane.draft.disagreeing", { count: wrong }) : words("pane.draft.good");
  const counts = { all: wrong + untied + right, agrees: right, disagrees: wrong, untied };
  const [counted, expected] = [view?.counted.length ?? 0, view?.units.length ?? 0];
  return (
    <MessageBar intent={wrong > 0 ? "error" : "success"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <div>{words("text.summary", counts)}</div>
        {wrong > 0 && counted > 0 && counted < expected && (
          <div>{words("pane.draft.provisional", { counted, expected })}</div>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
