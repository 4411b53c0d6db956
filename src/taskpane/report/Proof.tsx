import { mergeClasses } from "@fluentui/react-components";
import { useId, useState, type JSX } from "react";
import type { CheckedClaim, Verdict } from "../../fact-check/checked";
import { useCommonStyles } from "../common/common.styles";
import { useMessages } from "../messages";
import { ClaimNote } from "./ClaimNote";
import { useReportStyles } from "./Report.styles";

interface Props {
  readonly text: string;
  readonly claims: readonly CheckedClaim[];
  readonly county: string;
}

/** The whole text as a proof: a wrong figure in red with ✗, an open one with ？, what agrees without a sign. */
export function Proof({ text, claims, county }: Props): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  return (
    <>
      <h3 className={styles.heading}>{words("pane.draft.proof")}</h3>
      <p className={styles.lead}>{words("pane.draft.proof.signs")}</p>
      <div className={styles.paper} role="group" lang="zh-CN" aria-label={words("pane.draft.proof")}>
        {paragraphsOf(text, claims).map(({ start, end, own }) => (
          <ProofParagraph key={start} text={text} start={start} end={end} claims={own} county={county} />
        ))}
      </div>
    </>
  );
}

interface ParagraphRange {
  readonly start: number;
  readonly end: number;
  readonly own: readonly CheckedClaim[];
}

function paragraphsOf(text: string, claims: readonly CheckedClaim[]): ParagraphRange[] {
  const paragraphs: ParagraphRange[] = [];
  let start = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const first = next;
    while (next < claims.length && claims[next]!.claim.start < end) next++;
    if (line.trim() !== "") paragraphs.push({ start, end, own: claims.slice(first, next) });
    start = end + 1;
  }
  return paragraphs;
}

interface ParagraphProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly claims: readonly CheckedClaim[];
  readonly county: string;
}

const SIGNS: Readonly<Record<Verdict, string>> = { disagrees: "✗", untied: "？", agrees: "" };
const LOOKS = { disagrees: "proofWrong", untied: "proofOpen", agrees: "proofRight" } as const;

function ProofParagraph({ text, start, end, claims, county }: ParagraphProps): JSX.Element {
  const words = useMessages();
  const styles = useReportStyles();
  const common = useCommonStyles();
  const [open, setOpen] = useState<number | null>(null);
  const note = useId();
  const shown = open === null ? undefined : claims[open];
  return (
    <div>
      <p className={styles.proofText}>
        {claims.map(({ claim, verdict }, i) => (
          <span key={claim.start}>
            {text.slice(i === 0 ? start : claims[i - 1]!.claim.end, claim.start)}
            <button
              type="button"
              className={mergeClasses(styles.number, styles[LOOKS[verdict]], i === open && styles.numberOpen)}
              aria-expanded={i === open}
              aria-controls={i === open ? note : undefined}
              onClick={() => setOpen(i === open ? null : i)}
            >
              {claim.text}
              <span aria-hidden>{SIGNS[verdict]}</span>
              {verdict !== "agrees" && (
                <span className={common.hidden}>{words(`pane.draft.${verdict}`)}</span>
              )}
            </button>
          </span>
        ))}
        {text.slice(claims.at(-1)?.claim.end ?? start, end)}
      </p>
      {shown && (
        <div
          id={note}
          className={styles.basis}
          role="group"
          lang={words.locale}
          aria-label={words("pane.annual.basis", { number: shown.claim.text })}
        >
          <ClaimNote claim={shown} county={county} />
        </div>
      )}
    </div>
  );
}
